import type { Limits } from '../../edition/places.ts';
import type { Place } from '../place.ts';
import type { Tally } from './tally.ts';

/** A set of job roles that one individual may fill. */
export type Bundle = readonly Place[];

/** One look at a job role, in steps, and one set that is kept: it takes room as well. */
const LOOK_STEPS = 2;
const BUNDLE_STEPS = 40;

/**
 * What an individual may fill beside its pins, as sets of job roles to which none can be added: one of each list is
 * taken, and what is taken of one list does not bear on another.
 */
export function bundlesOf(
  limits: Limits,
  tally: Tally,
  pinned: readonly Place[],
  could: readonly Place[],
  spend: (steps: number) => void,
): readonly (readonly Bundle[])[] {
  const exempt = could.filter((place) => place.exempt);
  const counted = exempt.length === 0 ? could : could.filter((place) => !place.exempt);
  const fixed = pinned.filter((place) => !place.exempt);
  for (const place of fixed) tally.count(place, 1);
  const lists: (readonly Bundle[])[] = partsOf(limits, pinned, counted).map((part) => greatest(tally, part, spend));
  for (const place of fixed) tally.count(place, -1);
  if (exempt.length > 0) lists.push([exempt]);
  return lists;
}

/** Job roles that no limit concerns together stand apart. */
function partsOf(limits: Limits, pinned: readonly Place[], counted: readonly Place[]): readonly (readonly Place[])[] {
  if (counted.length === 0) return [];
  const all = counted.length + pinned.length;
  if (!limits.mixKinds || limits.maxJobRoles < all || limits.maxSpecializations < all) return [counted];
  if (limits.maxJobRolesPerSpecialization >= all) {
    return [...Map.groupBy(counted, ({ jobRole }) => jobRole.kind).values()];
  }
  if (limits.kinds.size > 0) return [counted];
  return [...Map.groupBy(counted, ({ specialization }) => specialization).values()];
}

/** All sets within the limits to which none of these places can be added. */
function greatest(tally: Tally, places: readonly Place[], spend: (steps: number) => void): readonly Bundle[] {
  const taken: number[] = [];
  const found: Bundle[] = [];
  let looks = 0;
  // Depth first, each job role first with and then without; a stack of our own.
  for (let next = 0; ; ) {
    const place = places[next];
    looks += 1;
    if (place !== undefined) {
      if (tally.fits(place)) {
        tally.count(place, 1);
        taken.push(next);
      }
      next += 1;
      continue;
    }
    if (isGreatest(tally, places, taken)) found.push(taken.map((index) => places[index] as Place));
    spend((looks + places.length) * LOOK_STEPS);
    looks = 0;
    const last = taken.pop();
    if (last === undefined) break;
    tally.count(places[last] as Place, -1);
    next = last + 1;
  }
  spend(found.length * BUNDLE_STEPS);
  return found;
}

function isGreatest(tally: Tally, places: readonly Place[], taken: readonly number[]): boolean {
  for (let at = 0, index = 0; index < places.length; index += 1) {
    if (taken[at] === index) at += 1;
    else if (tally.fits(places[index] as Place)) return false;
  }
  return true;
}
