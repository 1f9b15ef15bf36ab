import type { Allocated, Staff } from './given.ts';
import { mostOf } from './limits.ts';
import type { Place } from './place.ts';

/** Individuals who could fill the same job roles and have the same pins. */
type Group = {
  readonly size: number;
  /** All that they could fill, by position in the list. */
  readonly could: readonly number[];
  readonly pins: readonly Place[];
  /** Those that count toward limits and that they are not pinned to, and how many of any of these each can fill beside the pins. */
  readonly free: readonly number[];
  readonly each: number;
  /** Whether they can fill no more of them: then the bound is what they can give. */
  readonly exact: boolean;
};

/**
 * How scarce the people are for sets of job roles: what all who could fill any of a set can give, less what it needs. A
 * set with less than nothing cannot be filled. Job roles go by their position in the list.
 */
export class Scarcity {
  readonly groups: readonly Group[];
  /** For each job role the groups that could fill it and are free to, by position. */
  readonly groupsOf: readonly (readonly number[])[];
  /** What each job role needs beyond those who could fill it in any case: the pinned, and where limits do not count all. */
  readonly needs: readonly number[];
  readonly #places: readonly Place[];
  readonly #staff: Staff;
  readonly #spend: (steps: number) => void;

  constructor(places: readonly Place[], staff: Staff, pinned: readonly Allocated[], spend: (steps: number) => void) {
    this.#places = places;
    this.#staff = staff;
    this.#spend = spend;
    this.groups = this.#grouped(pinned);
    const groupsOf: number[][] = places.map(() => []);
    const needs = places.map(({ open }) => open);
    for (const [index, { could, free, size }] of this.groups.entries()) {
      const isFree = new Set(free);
      for (const place of could) {
        if (isFree.has(place)) groupsOf[place]?.push(index);
        else needs[place] = (needs[place] as number) - size;
      }
    }
    this.groupsOf = groupsOf;
    this.needs = needs;
  }

  /** What is available for a set less what it needs. */
  slack(set: readonly number[]): number {
    return this.available(set) - this.needed(set);
  }

  needed(set: readonly number[]): number {
    return set.reduce((sum, place) => sum + (this.#places[place] as Place).open, 0);
  }

  /** What all who could fill any of a set can give. */
  available(set: readonly number[]): number {
    const inSet = new Set(set);
    const { limits } = this.#staff;
    let available = 0;
    for (const { could, free, each, exact, pins, size } of this.groups) {
      this.#spend(1 + could.length);
      const own = could.filter((place) => inSet.has(place));
      if (own.length === 0) continue;
      if (exact) {
        const isFree = new Set(free);
        const counted = own.filter((place) => isFree.has(place)).length;
        available += size * (own.length - counted + Math.min(each, counted));
        continue;
      }
      const ownPlaces = own.map((place) => this.#places[place] as Place);
      const outside = pins.filter((pin) => !ownPlaces.includes(pin));
      available += size * mostOf(limits, outside, ownPlaces, this.#spend);
    }
    return available;
  }

  /** At most what is available for a set, less what it needs; what a minimum cut can minimise. */
  bound(set: readonly number[]): number {
    const { groups, needs } = this;
    const filled = this.filled(set);
    let slack = 0;
    for (const [group, times] of filled) {
      const { size, each } = groups[group] as Group;
      slack += size * Math.min(each, times);
    }
    return set.reduce((sum, place) => sum - (needs[place] as number), slack);
  }

  /** For each group how many of these it could fill. */
  filled(places: readonly number[]): ReadonlyMap<number, number> {
    const filled = new Map<number, number>();
    for (const place of places) {
      const own = this.groupsOf[place] as readonly number[];
      this.#spend(1 + own.length);
      for (const group of own) filled.set(group, (filled.get(group) ?? 0) + 1);
    }
    return filled;
  }

  #grouped(pinned: readonly Allocated[]): readonly Group[] {
    const could = new Map<string, number[]>();
    for (const [index, place] of this.#places.entries()) {
      const able = this.#staff.ableFor(place);
      this.#spend(1 + able.size);
      for (const individual of able) {
        const own = could.get(individual);
        if (own === undefined) could.set(individual, [index]);
        else own.push(index);
      }
    }
    const pinsOf = Map.groupBy(pinned, ({ individual }) => individual);
    const members = [...could].map(([individual, own]) => ({
      own,
      pins: (pinsOf.get(individual) ?? []).map(({ place }) => place),
    }));
    const alike = Map.groupBy(members, ({ own, pins }) => `${own.join()} ${pins.map(({ index }) => index).join()}`);
    return [...alike.values()].map((all) => {
      const [{ own, pins } = { own: [], pins: [] }] = all;
      return this.#group(all.length, own, pins);
    });
  }

  #group(size: number, could: readonly number[], pins: readonly Place[]): Group {
    const { limits } = this.#staff;
    const place = (index: number): Place => this.#places[index] as Place;
    const free = could.filter((index) => !place(index).exempt && !pins.includes(place(index)));
    const counted = pins.filter(({ exempt }) => !exempt);
    const kinds = new Set([...free.map(place), ...counted].map(({ jobRole }) => jobRole.kind));
    const ofKinds = [...kinds].flatMap((kind) => {
      const limit = limits.kinds.get(kind);
      return limit === undefined ? [] : [limit.maxJobRoles, limit.maxSpecializations];
    });
    // So many job roles can always be filled together, whichever they are: no limit counts to less.
    const together = Math.min(
      ...[limits.maxJobRoles, limits.maxSpecializations, limits.maxJobRolesPerSpecialization, ...ofKinds],
    );
    const mixed = !limits.mixKinds && kinds.size > 1;
    const each = Math.max(0, mixed ? Math.min(1, together) - counted.length : together - counted.length);
    const exact = each >= free.length || each === Math.max(0, limits.maxJobRoles - counted.length);
    return { size, could, pins, free, each, exact };
  }
}
