import type { Limits } from '../edition/places.ts';
import type { Place } from './place.ts';

/** An individual to be allocated, and where it stands today. */
export type Person = { readonly id: string; readonly given: ReadonlySet<Place> };

/** Individuals with the same possibilities, pins and given allocations: alike but for their ids. */
export type Group = {
  readonly people: readonly Person[];
  readonly could: readonly Place[];
  readonly given: ReadonlySet<Place>;
  readonly pinned: readonly Place[];
  /** Those of `could` that count toward no limit. */
  readonly exempt: readonly Place[];
  /** The others. */
  readonly counted: readonly Place[];
  /** The most of them that each may fill beside its pins. */
  readonly most: number;
  /** They again by the limit that the flow takes in below the total. */
  readonly families: readonly Family[];
};

/** Places that a limit is about, and the most of them that an individual may fill beside its pins. */
export type Family = { readonly places: readonly Place[]; readonly most: number };

/** What a unit is worth by where it goes; each is more than all that stands below it together. */
export type Weights = {
  /** On a place that must be filled. */
  readonly must: number;
  /** On another place. */
  readonly place: number;
  /** Beside these, where it keeps a given allocation. */
  readonly kept: number;
};

/** People to be put on places that still have room. */
export type Problem = {
  readonly limits: Limits;
  readonly groups: readonly Group[];
  /** The places that take part with the room that pins leave there. */
  readonly room: ReadonlyMap<Place, number>;
  /** Places among them that are filled whatever happens, and so are worth nothing but what is kept there. */
  readonly last: ReadonlySet<Place>;
  readonly weights: Weights;
  readonly spend: (steps: number) => void;
};

/** What a unit on a place is worth, beside what it keeps. */
export function weightOn({ last, weights }: Problem, place: Place, must: ReadonlySet<Place>): number {
  if (must.has(place)) return weights.must;
  return last.has(place) ? 0 : weights.place;
}

/** One way to put people on places, beside their pins. */
export type Assignment = ReadonlyMap<Person, readonly Place[]>;

export type Filled = { readonly assignment: Assignment; readonly weight: number };

/**
 * Whether what the flow allows a group is what the limits allow each of its people: a limit on specializations counts
 * for nothing beside one on job roles, or is one where nobody could fill two job roles of a specialization.
 */
export function isNested(limits: Limits, { counted, pinned }: Group): boolean {
  if (!limits.mixKinds) return false;
  const apart = (places: readonly Place[]): boolean =>
    pinned.length === 0 && new Set(places.map((place) => place.specialization)).size === places.length;
  if (limits.maxSpecializations >= limits.maxJobRoles && limits.kinds.size === 0) return true;
  const each = apart(counted);
  if (limits.maxSpecializations < limits.maxJobRoles && !each) return false;
  if (limits.kinds.size === 0) return true;
  if (limits.maxJobRolesPerSpecialization < limits.maxJobRoles && !(each && limits.maxJobRolesPerSpecialization > 0)) {
    return false;
  }
  return [...limits.kinds].every(
    ([kind, limit]) =>
      limit.maxSpecializations >= limit.maxJobRoles || apart(counted.filter((place) => place.jobRole.kind === kind)),
  );
}
