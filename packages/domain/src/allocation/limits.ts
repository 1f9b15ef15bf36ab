import type { Limits } from '../edition/places.ts';
import type { Place } from './place.ts';

export type LimitCode = 'too-many-job-roles' | 'too-many-specializations' | 'mixed-kinds';

/** What one individual fills, counted so that asking for one more job role costs the same however much it is. */
export class Load {
  readonly #limits: Limits;
  readonly #places = new Set<Place>();
  readonly #all = new Tally();
  /** By kind, where limits ask for it. */
  readonly #kinds: Map<string, Tally> | undefined;

  constructor(limits: Limits, filled: Iterable<Place> = []) {
    this.#limits = limits;
    if (limits.kinds.size > 0 || !limits.mixKinds) this.#kinds = new Map();
    for (const place of filled) this.add(place);
  }

  has(place: Place): boolean {
    return this.#places.has(place);
  }

  add(place: Place): void {
    this.#places.add(place);
    this.#count(place, 1);
  }

  remove(place: Place): void {
    this.#places.delete(place);
    this.#count(place, -1);
  }

  /**
   * The first limit that one more job role would break, in the order in which the edition's format lists them;
   * undefined when it fits (qa#2.11).
   */
  brokenBy(place: Place): LimitCode | undefined {
    if (place.exempt) return undefined;
    const limits = this.#limits;
    const { id } = place.specialization;
    const kind = place.jobRole.kind;
    const ofKind = this.#kinds?.get(kind);
    if (this.#all.jobRoles + 1 > limits.maxJobRoles) return 'too-many-job-roles';
    if (this.#all.specializationsWith(id) > limits.maxSpecializations) return 'too-many-specializations';
    if (this.#all.in(id) + 1 > limits.maxJobRolesPerSpecialization) return 'too-many-job-roles';
    const limit = limits.kinds.get(kind);
    if (limit !== undefined && (ofKind?.jobRoles ?? 0) + 1 > limit.maxJobRoles) return 'too-many-job-roles';
    if (limit !== undefined && (ofKind?.specializationsWith(id) ?? 1) > limit.maxSpecializations) {
      return 'too-many-specializations';
    }
    if (!limits.mixKinds && (ofKind?.jobRoles ?? 0) < this.#all.jobRoles) return 'mixed-kinds';
    return undefined;
  }

  #count(place: Place, by: 1 | -1): void {
    if (place.exempt) return;
    this.#all.count(place.specialization.id, by);
    if (this.#kinds === undefined) return;
    const kind = this.#kinds.get(place.jobRole.kind) ?? new Tally();
    this.#kinds.set(place.jobRole.kind, kind);
    kind.count(place.specialization.id, by);
  }
}

/** How many job roles, and in which specializations. */
class Tally {
  jobRoles = 0;
  readonly #bySpecialization = new Map<string, number>();

  count(specialization: string, by: 1 | -1): void {
    this.jobRoles += by;
    const left = this.in(specialization) + by;
    if (left === 0) this.#bySpecialization.delete(specialization);
    else this.#bySpecialization.set(specialization, left);
  }

  in(specialization: string): number {
    return this.#bySpecialization.get(specialization) ?? 0;
  }

  /** How many specializations there are with one more job role in this one. */
  specializationsWith(specialization: string): number {
    return this.#bySpecialization.size + (this.#bySpecialization.has(specialization) ? 0 : 1);
  }
}

/** The first limit that one more job role would break for an individual who fills `filled` already. */
export function brokenBy(limits: Limits, filled: readonly Place[], place: Place): LimitCode | undefined {
  return new Load(limits, filled).brokenBy(place);
}

/** The most of these job roles that one individual may fill beside those it fills already. */
export function mostOf(
  limits: Limits,
  filled: readonly Place[],
  places: readonly Place[],
  spend: (steps: number) => void,
): number {
  spend(places.length);
  const exempt = places.filter((place) => place.exempt).length;
  const counted = places.filter((place) => !place.exempt);
  if (limits.mixKinds) return exempt + mostCounted(limits, filled, counted, spend);
  // Who may not mix kinds fills job roles of one kind: the best of them, each looked at alone.
  const kinds = Map.groupBy(counted, (place) => place.jobRole.kind);
  const each = [...kinds.values()].map((ofKind) => mostCounted(limits, filled, ofKind, spend));
  return exempt + each.reduce((most, one) => Math.max(most, one), 0);
}

/** One look at a job role, in steps: a load is changed and changed back. */
const LOAD_STEPS = 5;

function mostCounted(
  limits: Limits,
  filled: readonly Place[],
  places: readonly Place[],
  spend: (steps: number) => void,
): number {
  const used = filled.filter((place) => !place.exempt).length;
  const ceiling = Math.min(places.length, Math.max(0, limits.maxJobRoles - used));
  const inAllOnly = limits.kinds.size === 0 && limits.maxJobRolesPerSpecialization >= limits.maxJobRoles;
  if (inAllOnly && limits.mixKinds && limits.maxSpecializations >= limits.maxJobRoles) return ceiling;
  const load = new Load(limits, filled);
  const taken: number[] = [];
  let best = 0;
  // Depth first, each job role first with and then without; a stack of our own, for a list may be thousands long.
  for (let next = 0; best < ceiling; ) {
    spend(LOAD_STEPS);
    const place = places[next];
    if (place !== undefined && taken.length + places.length - next > best) {
      if (load.brokenBy(place) === undefined) {
        load.add(place);
        taken.push(next);
        best = Math.max(best, taken.length);
      }
      next += 1;
      continue;
    }
    const last = taken.pop();
    if (last === undefined) break;
    load.remove(places[last] as Place);
    next = last + 1;
  }
  return best;
}
