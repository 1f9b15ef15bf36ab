import type { Allocated } from '../../allocation/given.ts';
import { Load } from '../../allocation/limits.ts';
import type { CompiledSpecialization } from '../../edition/places.ts';
import { arrange } from './arrangement.ts';
import { type Crew, crewWhere, type DayStanding, isFull, personnelOf, stepsToStaff } from './day-standing.ts';
import type { Loss } from './outlook.ts';
import type { Search } from './search.ts';
import { shortOf } from './specialization-repairs.ts';
import type { Watched } from './watch.ts';

/**
 * What falls if each individual leaves on this day. Of the specializations that are met, those that nobody else can keep
 * met beside the others, where the held ones come first; of the levels those whose personnel is no longer full. Only
 * those who fill a place or count for something can take anything along.
 */
export function lossesOf(watched: Watched, crew: Crew, standing: DayStanding, search: Search): readonly Loss[] {
  const met = [...crew.edition.specializations.values()].filter(({ id }) => standing.met.has(id));
  const levels = [...crew.edition.channelLevels.values()].filter(({ id }) => standing.levels.get(id)?.met === true);
  const needed = new Set([
    ...standing.allocated.map(({ individual }) => individual),
    ...met.flatMap(({ presence }) =>
      presence.flatMap(({ requires, headcount }) => {
        const able = crew.able(requires);
        return able.size > headcount ? [] : [...able];
      }),
    ),
    ...levels.flatMap(({ id }) => [...(standing.levels.get(id)?.countedBy.values() ?? [])].flat()),
  ]);
  return crew.people.flatMap((individual): Loss[] => {
    if (!needed.has(individual)) return [];
    watched.work(crew.people.length + crew.places.length + standing.allocated.length + levels.length);
    const others = crewWithout(crew, individual);
    const left = standing.allocated.filter((entry) => entry.individual !== individual);
    const own = new Set(
      standing.allocated.filter((entry) => entry.individual === individual).map(({ place }) => place.specialization),
    );
    const broken = met.filter(
      (entry) => (own.has(entry) || entry.presence.length > 0) && shortOf(entry, others, left).length > 0,
    );
    const kept = broken.length === 0 ? undefined : keptBy(watched, others, left, broken, standing, search);
    const falls = met.map(({ id }) => id).filter((id) => kept !== undefined && !kept.met.has(id));
    const channelLevels = levels
      .filter((level) => {
        const counts = [...(standing.levels.get(level.id)?.countedBy.values() ?? [])].some((by) =>
          by.includes(individual),
        );
        return counts && !isFull(personnelOf(level, others, watched.work));
      })
      .map(({ id }) => id);
    const reallocated = broken.map(({ id }) => id).filter((id) => !falls.includes(id));
    if (falls.length + channelLevels.length + reallocated.length === 0) return [];
    return [{ individual, specializations: falls, channelLevels, reallocated, proven: kept?.proven ?? true }];
  });
}

type Kept = { readonly met: ReadonlySet<string>; readonly proven: boolean };

function keptBy(
  watched: Watched,
  crew: Crew,
  left: readonly Allocated[],
  broken: readonly CompiledSpecialization[],
  standing: DayStanding,
  search: Search,
): Kept {
  watched.work(stepsToStaff(crew));
  // Where others who are free can step in, nothing has to be searched.
  if (areReplaced(crew, left, broken)) return { met: standing.met, proven: true };
  return arrange(standing.met, left, watched.partner, crew, standing.holdings, search);
}

/** Whether the open places can be filled with all others staying where they are, each by the first who fits. */
function areReplaced(crew: Crew, left: readonly Allocated[], broken: readonly CompiledSpecialization[]): boolean {
  const { limits } = crew.edition;
  const loads = new Map<string, Load>();
  const loadOf = (id: string): Load => {
    const load = loads.get(id) ?? new Load(limits);
    loads.set(id, load);
    return load;
  };
  for (const { individual, place } of left) loadOf(individual).add(place);
  return broken.every((entry) =>
    shortOf(entry, crew, left).every(({ places, count }) => {
      const place = crew.places.find(({ jobRole }) => jobRole === places);
      if (place === undefined) return false;
      let open = count;
      for (const id of crew.able(places.requires)) {
        if (open === 0) break;
        const load = loadOf(id);
        if (load.has(place) || load.brokenBy(place) !== undefined) continue;
        load.add(place);
        open -= 1;
      }
      return open === 0;
    }),
  );
}

function crewWithout(crew: Crew, individual: string): Crew {
  const others = crewWhere(crew, (able) => {
    if (!able.has(individual)) return able;
    const left = new Set(able);
    left.delete(individual);
    return left;
  });
  return {
    ...others,
    people: crew.people.filter((id) => id !== individual),
    isAffiliated: (id) => id !== individual && crew.isAffiliated(id),
  };
}
