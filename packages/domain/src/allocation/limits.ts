import type { Limits } from '../edition/places.ts';
import type { Place } from './place.ts';

export type LimitCode = 'too-many-job-roles' | 'too-many-specializations' | 'mixed-kinds';

/**
 * The first limit that one more job role would break for an individual who fills `filled` already, in the order in which
 * the edition's format lists them; undefined when it fits (qa#2.11).
 */
export function brokenBy(limits: Limits, filled: readonly Place[], place: Place): LimitCode | undefined {
  if (place.exempt) return undefined;
  const counted = filled.filter((other) => !other.exempt);
  const kind = place.jobRole.kind;
  const ofKind = counted.filter((other) => other.jobRole.kind === kind);
  const here = counted.filter((other) => other.specialization === place.specialization);
  if (counted.length + 1 > limits.maxJobRoles) return 'too-many-job-roles';
  if (specializations(counted, place) > limits.maxSpecializations) return 'too-many-specializations';
  if (here.length + 1 > limits.maxJobRolesPerSpecialization) return 'too-many-job-roles';
  const limit = limits.kinds.get(kind);
  if (limit !== undefined && ofKind.length + 1 > limit.maxJobRoles) return 'too-many-job-roles';
  if (limit !== undefined && specializations(ofKind, place) > limit.maxSpecializations)
    return 'too-many-specializations';
  if (!limits.mixKinds && ofKind.length < counted.length) return 'mixed-kinds';
  return undefined;
}

function specializations(filled: readonly Place[], place: Place): number {
  return new Set([...filled, place].map((other) => other.specialization.id)).size;
}

/** The most of these job roles that one individual may fill beside those it fills already. */
export function mostOf(
  limits: Limits,
  filled: readonly Place[],
  places: readonly Place[],
  spend: (steps: number) => void,
): number {
  const exempt = places.filter((place) => place.exempt).length;
  const counted = filled.filter((place) => !place.exempt).length;
  const ceiling = Math.min(places.length, Math.max(0, limits.maxJobRoles - counted) + exempt);
  let best = 0;
  const search = (from: number, taken: readonly Place[]): void => {
    spend(1);
    best = Math.max(best, taken.length - filled.length);
    for (let next = from; next < places.length && best < ceiling; next += 1) {
      if (taken.length - filled.length + places.length - next <= best) return;
      const place = places[next] as Place;
      if (brokenBy(limits, taken, place) === undefined) search(next + 1, [...taken, place]);
    }
  };
  search(0, filled);
  return best;
}
