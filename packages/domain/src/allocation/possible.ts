import type { CompiledSpecialization } from '../edition/places.ts';
import type { Staff } from './given.ts';
import { heaviest } from './heaviest.ts';
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
  if (places.length === 0) return true;
  spend(staff.people.length);
  const people = staff.people.flatMap((id): Person[] => {
    const could = places.filter((place) => staff.canFill(id, place));
    return could.length === 0 ? [] : [{ id, could, pinned: [], given: new Set() }];
  });
  const needed = places.reduce((sum, place) => sum + place.open, 0);
  const room = new Map(places.map((place) => [place, place.open]));
  const problem = {
    limits: staff.limits,
    groups: grouped(people, room, staff.limits, spend),
    room,
    placeWeight: 0,
    mustWeight: 1,
    spend,
  };
  return heaviest(problem, new Set(places), needed - 1) !== undefined;
}
