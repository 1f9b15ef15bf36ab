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
  const lists: (readonly Bundle[])[] = partsOf(limits, pinned, counted).map((part) =>
    limits.mixKinds ? greatest(tally, part, spend) : ofOneKind(tally, part, spend),
  );
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

/** Where kinds may not be mixed each set is of one kind, or nothing fits. */
function ofOneKind(tally: Tally, places: readonly Place[], spend: (steps: number) => void): readonly Bundle[] {
  const kinds = [...Map.groupBy(places, ({ jobRole }) => jobRole.kind).values()];
  const found = kinds.flatMap((own) => greatest(tally, own, spend).filter((bundle) => bundle.length > 0));
  return found.length > 0 ? found : [[]];
}

/** All sets within the limits to which none of these places can be added. */
function greatest(tally: Tally, places: readonly Place[], spend: (steps: number) => void): readonly Bundle[] {
  const taken: number[] = [];
  const found: Bundle[] = [];
  // Depth first, each job role first with and then without; a stack of our own.
  for (let next = 0; ; ) {
    spend((places.length - next) * LOOK_STEPS);
    for (; next < places.length; next += 1) {
      const place = places[next] as Place;
      if (!tally.fits(place)) continue;
      tally.count(place, 1);
      taken.push(next);
    }
    spend(places.length * LOOK_STEPS);
    if (isGreatest(tally, places, taken)) {
      spend(BUNDLE_STEPS);
      found.push(taken.map((index) => places[index] as Place));
    }
    // Without a job role that would fit beside all that can still follow no set is great enough.
    let after = places.length;
    let last = taken.pop();
    for (; last !== undefined; last = taken.pop()) {
      tally.count(places[last] as Place, -1);
      // It needs no look where all that follow were taken beside it.
      if (last + 1 === after) after = last;
      else if (!fitsBeside(tally, places, last, spend)) break;
    }
    if (last === undefined) return found;
    next = last + 1;
  }
}

/** Whether a place fits beside all after it together that fit without it. */
function fitsBeside(tally: Tally, places: readonly Place[], index: number, spend: (steps: number) => void): boolean {
  spend((places.length - index) * LOOK_STEPS);
  const after = places.slice(index + 1).filter((place) => tally.fits(place));
  const added: Place[] = [];
  const all = [places[index] as Place, ...after].every((place) => {
    if (!tally.fits(place)) return false;
    tally.count(place, 1);
    added.push(place);
    return true;
  });
  for (const place of added) tally.count(place, -1);
  return all;
}

function isGreatest(tally: Tally, places: readonly Place[], taken: readonly number[]): boolean {
  for (let at = 0, index = 0; index < places.length; index += 1) {
    if (taken[at] === index) at += 1;
    else if (tally.fits(places[index] as Place)) return false;
  }
  return true;
}
