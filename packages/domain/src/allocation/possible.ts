import type { CompiledSpecialization } from '../edition/places.ts';
import type { Staff } from './given.ts';
import { heaviest } from './heaviest.ts';
import { kernelOf } from './kernel.ts';
import type { Place } from './place.ts';
import { grouped, type Person } from './problem.ts';

/**
 * Whether the job roles of a specialization could all be filled with nobody allocated elsewhere. Limits and waivers
 * hold, pins do not bind.
 */
export function couldBeFilled(
  specialization: CompiledSpecialization,
  staff: Staff,
  spend: (steps: number) => void,
): boolean {
  const places = staff.places.filter((place) => place.specialization === specialization && place.open > 0);
  spend(1 + places.length);
  if (places.some((place) => staff.ableFor(place).size < place.open)) return false;
  const all = new Map(places.map((place) => [place, place.open]));
  const kernel = kernelOf(
    all,
    (place) => staff.ableFor(place).size,
    () => 0,
    staff.limits,
  );
  const room = new Map([...all].filter(([place]) => kernel.places.has(place)));
  if (room.size === 0) return true;
  const could = new Map<string, Place[]>();
  for (const place of room.keys()) {
    for (const id of staff.ableFor(place)) could.set(id, [...(could.get(id) ?? []), place]);
  }
  spend(could.size);
  const people = [...could].map(([id, own]): Person => ({ id, could: own, pinned: [], given: new Set() }));
  const needed = [...room.values()].reduce((sum, open) => sum + open, 0);
  const problem = {
    limits: staff.limits,
    groups: grouped(people, room, staff.limits, spend),
    room,
    last: new Set<Place>(),
    weights: { must: 1, place: 0, kept: 0 },
    spend,
  };
  return heaviest(problem, new Set(room.keys()), needed - 1).way !== undefined;
}
