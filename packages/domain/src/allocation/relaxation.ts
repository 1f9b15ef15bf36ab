import { Flow } from './flow.ts';
import type { Place } from './place.ts';
import { type Filled, type Person, type Problem, weightOn } from './problem.ts';

/**
 * The flow that ignores what is not a flow: individuals with the same possibilities are one node; through it go at most
 * as many units as its individuals may fill in all, and through a node below it those of one specialization (or, where
 * kinds are limited, of one kind). Capacities of this nested form can always be dealt to the individuals.
 */
export function relax(problem: Problem, must: ReadonlySet<Place>): Filled {
  const { room, spend, weights } = problem;
  const flow = new Flow(spend);
  const sinks = new Map<Place, number>();
  for (const [place, units] of room) {
    const node = flow.node();
    sinks.set(place, node);
    flow.edge(node, 1, units, weightOn(problem, place, must));
  }
  const groups = problem.groups.map(({ people, families, exempt, given, most }) => {
    const size = people.length;
    const lead = (node: number, places: readonly Place[]) =>
      places.map((place) => {
        const kept = given.has(place) ? weights.kept : 0;
        return { place, edge: flow.edge(node, sinks.get(place) as number, size, kept) };
      });
    const limited = flow.node();
    flow.edge(0, limited, size * most);
    const edges = families.flatMap((family) => {
      if (families.length === 1) return lead(limited, family.places);
      const node = flow.node();
      flow.edge(limited, node, size * family.most);
      return lead(node, family.places);
    });
    if (exempt.length === 0) return { people, edges, free: [] };
    const free = flow.node();
    flow.edge(0, free, size * exempt.length);
    return { people, edges, free: lead(free, exempt) };
  });
  // A unit that adds nothing is left out: it could cost what is kept elsewhere, and break limits for nothing.
  const { weight } = flow.run(0);
  const assignment = new Map<Person, Place[]>();
  for (const { people, edges, free } of groups) {
    // Dealt one after another, family by family: nobody gets more than the share of a family, rounded up.
    for (const list of [edges, free]) {
      let next = 0;
      for (const { place, edge } of list) {
        spend(flow.on(edge));
        for (let unit = flow.on(edge); unit > 0; unit -= 1) {
          const person = people[next % people.length] as Person;
          next += 1;
          const places = assignment.get(person);
          if (places === undefined) assignment.set(person, [place]);
          else places.push(place);
        }
      }
    }
  }
  return { assignment, weight };
}
