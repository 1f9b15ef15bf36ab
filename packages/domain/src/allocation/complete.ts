import type { Allocated, Staff } from './given.ts';
import { Load } from './limits.ts';
import type { Place } from './place.ts';

/** Adds to an allocation whoever comes first and fits, place after place. */
export function filledUp(
  allocated: readonly Allocated[],
  places: readonly Place[],
  staff: Staff,
  spend: (steps: number) => void,
): readonly Allocated[] {
  spend(allocated.length + places.length);
  const loads = new Map<string, Load>();
  const nothing = new Load(staff.limits);
  const loadOf = (individual: string): Load => {
    const known = loads.get(individual);
    if (known !== undefined) return known;
    const load = new Load(staff.limits);
    loads.set(individual, load);
    return load;
  };
  const filled = new Map<Place, number>();
  const all = [...allocated];
  for (const { individual, place } of allocated) {
    loadOf(individual).add(place);
    filled.set(place, (filled.get(place) ?? 0) + 1);
  }
  for (const place of places) {
    let open = place.open - (filled.get(place) ?? 0);
    if (open <= 0) continue;
    let asked = 0;
    for (const individual of staff.ableFor(place)) {
      asked += 1;
      const load = loads.get(individual) ?? nothing;
      if (load.has(place) || load.brokenBy(place) !== undefined) continue;
      all.push({ individual, place });
      loadOf(individual).add(place);
      open -= 1;
      if (open === 0) break;
    }
    spend(asked);
  }
  return all;
}
