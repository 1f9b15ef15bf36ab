import { compare } from '../calendar/compare.ts';
import type { Limits } from '../edition/places.ts';
import { Flow } from './flow.ts';
import type { Place } from './place.ts';
import { type Filled, type Forbidden, groupsUnder, type Person, type Problem } from './problem.ts';

/**
 * The flow that ignores what is not a flow: individuals with the same possibilities are one node; through it go at most
 * as many units as its individuals may fill in all, and through a node below it those of one specialization (or, where
 * kinds are limited, of one kind). Capacities of this nested form can always be dealt to the individuals.
 */
export function relax(problem: Problem, must: ReadonlySet<Place>, forbidden: Forbidden): Filled {
  const { limits, room, spend, placeWeight, mustWeight } = problem;
  const flow = new Flow(spend);
  const sinks = new Map<Place, number>();
  for (const [place, units] of room) {
    const node = flow.node();
    sinks.set(place, node);
    flow.edge(node, 1, units, must.has(place) ? mustWeight : placeWeight);
  }
  const groups = groupsUnder(problem, forbidden).map(({ people, could, given, pinned, most }) => {
    const size = people.length;
    const counted = pinned.filter((place) => !place.exempt);
    const limited = flow.node();
    flow.edge(0, limited, size * most);
    const families = new Map<string, number>();
    const edges = could.map((place) => {
      const kept = given.has(place) ? 1 : 0;
      const sink = sinks.get(place) as number;
      if (place.exempt) {
        const own = flow.node();
        flow.edge(0, own, size);
        return { place, edge: flow.edge(own, sink, size, kept) };
      }
      const family = familyOf(limits, place);
      let node = limited;
      if (family !== undefined) {
        const known = families.get(family.key);
        node = known ?? flow.node();
        if (known === undefined) {
          families.set(family.key, node);
          const used = counted.filter((other) => familyOf(limits, other)?.key === family.key).length;
          flow.edge(limited, node, size * Math.min(Math.max(0, family.limit - used), could.length));
        }
      }
      return { place, edge: flow.edge(node, sink, size, kept) };
    });
    return { people, edges };
  });
  const { weight } = flow.run();
  const assignment = new Map<Person, Place[]>();
  for (const { people, edges } of groups) {
    // Dealt one after another in the order of the families: nobody gets more than the share of a family, rounded up.
    for (const exempt of [false, true]) {
      let next = 0;
      const ordered = edges
        .filter(({ place }) => place.exempt === exempt)
        .sort((a, b) => compare(familyOf(limits, a.place)?.key ?? '', familyOf(limits, b.place)?.key ?? ''));
      for (const { place, edge } of ordered) {
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

/** The limit that the flow takes in below the total: by kind where kinds have one, else by specialization. */
function familyOf(limits: Limits, place: Place): { readonly key: string; readonly limit: number } | undefined {
  if (limits.kinds.size > 0) {
    return {
      key: place.jobRole.kind,
      limit: limits.kinds.get(place.jobRole.kind)?.maxJobRoles ?? Number.POSITIVE_INFINITY,
    };
  }
  if (limits.maxJobRolesPerSpecialization === Number.POSITIVE_INFINITY) return undefined;
  return { key: place.specialization.id, limit: limits.maxJobRolesPerSpecialization };
}
