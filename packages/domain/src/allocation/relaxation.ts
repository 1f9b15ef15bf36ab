import { Flow } from './flow.ts';
import type { Place } from './place.ts';
import { type Filled, type Group, type Person, type Problem, weightOn } from './problem.ts';

/** The edges to the places of a list, one after another from the first. */
type Lead = { readonly places: readonly Place[]; readonly first: number };

/** The edges of a group: to what counts toward limits, family by family, and to what does not. */
type Leads = { readonly group: Group; readonly counted: readonly Lead[]; readonly exempt: readonly Lead[] };

/**
 * The flow that ignores what is not a flow: individuals with the same possibilities are one node; through it go at most
 * as many units as its individuals may fill in all, and through a node below it those of one specialization (or, where
 * kinds are limited, of one kind). Capacities of this nested form can always be dealt to the individuals.
 */
export class Relaxation {
  readonly #problem: Problem;
  readonly #flow: Flow;
  /** For each place the edge over which its units leave. */
  readonly #out: ReadonlyMap<Place, number>;
  readonly #leads: readonly Leads[];

  constructor(problem: Problem) {
    this.#problem = problem;
    const flow = new Flow(problem.spend);
    this.#flow = flow;
    const sinks = new Map<Place, number>();
    this.#out = new Map(
      [...problem.room].map(([place, units]) => {
        const node = flow.node();
        sinks.set(place, node);
        return [place, flow.edge(node, 1, units)];
      }),
    );
    this.#leads = problem.groups.map((group) => leadsOf(flow, sinks, group, problem.weights.kept));
  }

  /** Fills these places first, and the others as well as can be beside them. */
  fill(must: ReadonlySet<Place>): Filled {
    for (const [place, edge] of this.#out) this.#flow.weigh(edge, weightOn(this.#problem, place, must));
    // A unit that adds nothing is left out: it could cost what is kept elsewhere, and break limits for nothing.
    const { weight } = this.#flow.run(0);
    const assignment = new Map<Person, Place[]>();
    for (const { group, counted, exempt } of this.#leads) {
      this.#deal(group.people, counted, assignment);
      this.#deal(group.people, exempt, assignment);
    }
    return { assignment, weight };
  }

  /** Dealt one after another, family by family: nobody gets more than the share of a family, rounded up. */
  #deal(people: readonly Person[], leads: readonly Lead[], assignment: Map<Person, Place[]>): void {
    let next = 0;
    for (const { places, first } of leads) {
      for (const [at, place] of places.entries()) {
        const units = this.#flow.on(first + 2 * at);
        this.#problem.spend(units);
        for (let unit = units; unit > 0; unit -= 1) {
          const person = people[next % people.length] as Person;
          next += 1;
          const own = assignment.get(person);
          if (own === undefined) assignment.set(person, [place]);
          else own.push(place);
        }
      }
    }
  }
}

function leadsOf(flow: Flow, sinks: ReadonlyMap<Place, number>, group: Group, byKept: number): Leads {
  const { people, families, exempt, given, most } = group;
  const size = people.length;
  const lead = (node: number, places: readonly Place[]): Lead => {
    const edges = places.map((place) =>
      flow.edge(node, sinks.get(place) as number, size, given.has(place) ? byKept : 0),
    );
    return { places, first: edges[0] ?? 0 };
  };
  const limited = flow.node();
  flow.edge(0, limited, size * most);
  const counted = families.map((family) => {
    if (families.length === 1) return lead(limited, family.places);
    const node = flow.node();
    flow.edge(limited, node, size * family.most);
    return lead(node, family.places);
  });
  if (exempt.length === 0) return { group, counted, exempt: [] };
  const free = flow.node();
  flow.edge(0, free, size * exempt.length);
  return { group, counted, exempt: [lead(free, exempt)] };
}
