import type { Limits } from '../edition/places.ts';
import type { Place } from './place.ts';

/** The places that are worth a search, and those that can be filled last, in this order. */
export type Kernel = { readonly places: ReadonlySet<Place>; readonly last: readonly Place[] };

/**
 * Parts places that are worth a search from those that are not. A place with so many holders that some are free however
 * the others are filled can always be filled last: with `units` to fill elsewhere and at least `reach` of them to keep
 * one individual from it, at most `units / reach` holders are kept. What is set aside lowers the units for the rest, so
 * it is asked again. What is left does not grow with the firm.
 *
 * `room` has what is to be filled of each place, `holders` how many individuals without any pin could fill it, `early`
 * how many a place that is set aside may be filled with before the others all the same (given allocations to be kept).
 */
export function kernelOf(
  room: ReadonlyMap<Place, number>,
  holders: (place: Place) => number,
  early: (place: Place) => number,
  limits: Limits,
): Kernel {
  const kernel = new Set<Place>();
  const aside: Place[] = [];
  let units = 0;
  for (const [place, open] of room) {
    if (place.exempt && holders(place) >= open) {
      aside.push(place);
      continue;
    }
    kernel.add(place);
    if (!place.exempt) units += open;
  }
  // Those with the most holders go first; one that does not go keeps those after it.
  const order = [...kernel].filter((place) => !place.exempt).sort((a, b) => holders(b) - holders(a));
  for (let changed = true; changed; ) {
    changed = false;
    for (const place of order) {
      const open = room.get(place) ?? 0;
      const reach = reachOf(limits, place);
      if (!kernel.has(place) || reach === 0) continue;
      if (holders(place) < open + Math.floor((units - open) / reach)) continue;
      kernel.delete(place);
      aside.push(place);
      units -= Math.max(0, open - early(place));
      changed = true;
    }
  }
  return { places: kernel, last: aside.reverse() };
}

/** The fewest job roles that can keep an individual from one more of this kind. */
function reachOf(limits: Limits, place: Place): number {
  const kind = limits.kinds.get(place.jobRole.kind);
  const least = Math.min(
    limits.maxJobRoles,
    limits.maxSpecializations,
    limits.maxJobRolesPerSpecialization,
    kind?.maxJobRoles ?? Number.POSITIVE_INFINITY,
    kind?.maxSpecializations ?? Number.POSITIVE_INFINITY,
  );
  return limits.mixKinds ? least : Math.min(least, 1);
}
