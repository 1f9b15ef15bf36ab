import type { CompiledSpecialization } from '../edition/places.ts';
import { best } from './best.ts';
import type { Staff } from './given.ts';
import { Incumbent } from './incumbent.ts';

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
  const only = new Set([specialization]);
  const valuation = { places, takesPart: only, held: new Set<CompiledSpecialization>(), presence: only, given: [] };
  const question = { staff: { ...staff, places }, valuation, pinned: [], given: [], spend };
  if (new Incumbent(question).value[1] === 1) return true;
  const { value, proven } = best(question);
  // Where steps end it is not known, and a guess would be wrong.
  if (!proven && value[1] === 0) spend(Number.POSITIVE_INFINITY);
  return value[1] === 1;
}
