import type { Limits } from '../../edition/places.ts';
import type { Place } from '../place.ts';

const UNLIMITED = { maxJobRoles: Number.POSITIVE_INFINITY, maxSpecializations: Number.POSITIVE_INFINITY };

/** What one individual fills, in numbers alone: asked many times for each, where `Load` tells the reason as well. */
export class Tally {
  readonly #limits: Limits;
  /** By the index of a place. */
  readonly #specialization: number[] = [];
  readonly #kind: number[] = [];
  readonly #mostOfKind: readonly { readonly maxJobRoles: number; readonly maxSpecializations: number }[];
  #all = 0;
  #specializations = 0;
  readonly #in: Int32Array;
  readonly #of: Int32Array;
  /** By kind and specialization, and how many of these are not nought for each kind. */
  readonly #ofIn: Int32Array;
  readonly #spread: Int32Array;
  readonly #width: number;

  /** For all places that may be asked about. */
  constructor(limits: Limits, places: readonly Place[]) {
    this.#limits = limits;
    const [specializations, kinds] = [new Map<unknown, number>(), new Map<string, number>()];
    for (const { index, specialization, jobRole } of places) {
      this.#specialization[index] = indexIn(specializations, specialization);
      this.#kind[index] = indexIn(kinds, jobRole.kind);
    }
    this.#mostOfKind = [...kinds.keys()].map((kind) => limits.kinds.get(kind) ?? UNLIMITED);
    this.#width = specializations.size;
    this.#in = new Int32Array(specializations.size);
    this.#of = new Int32Array(kinds.size);
    this.#spread = new Int32Array(kinds.size);
    this.#ofIn = new Int32Array(specializations.size * kinds.size);
  }

  /** Whether one more place that counts breaks no limit. */
  fits({ index }: Place): boolean {
    const { maxJobRoles, maxSpecializations, maxJobRolesPerSpecialization, mixKinds } = this.#limits;
    const specialization = this.#specialization[index] as number;
    const kind = this.#kind[index] as number;
    const inIt = this.#in[specialization] as number;
    const ofIt = this.#of[kind] as number;
    if (this.#all >= maxJobRoles || inIt >= maxJobRolesPerSpecialization) return false;
    if (inIt === 0 && this.#specializations >= maxSpecializations) return false;
    if (!mixKinds && ofIt < this.#all) return false;
    const most = this.#mostOfKind[kind] as typeof UNLIMITED;
    if (ofIt >= most.maxJobRoles) return false;
    const isNew = this.#ofIn[kind * this.#width + specialization] === 0;
    return !isNew || (this.#spread[kind] as number) < most.maxSpecializations;
  }

  count({ index }: Place, by: 1 | -1): void {
    const specialization = this.#specialization[index] as number;
    const kind = this.#kind[index] as number;
    const both = kind * this.#width + specialization;
    const changes = by === 1 ? 0 : 1;
    this.#all += by;
    if (this.#in[specialization] === changes) this.#specializations += by;
    if (this.#ofIn[both] === changes) this.#spread[kind] = (this.#spread[kind] as number) + by;
    this.#in[specialization] = (this.#in[specialization] as number) + by;
    this.#of[kind] = (this.#of[kind] as number) + by;
    this.#ofIn[both] = (this.#ofIn[both] as number) + by;
  }
}

function indexIn<K>(map: Map<K, number>, key: K): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}
