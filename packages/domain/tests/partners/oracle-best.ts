import { broken, type Look } from './oracle-given.ts';
import type { Pair, Role, Scene, Specialization } from './oracle-scene.ts';

export type Value = readonly [number, number, number, number];

/** What the value of an allocation is taken from, beside the allocation. */
export type Aims = {
  readonly takesPart: (specialization: Specialization) => boolean;
  readonly isHeld: (specialization: Specialization) => boolean;
  readonly isPresent: (specialization: Specialization) => boolean;
  /** Given allocations in force, each once. */
  readonly given: readonly Pair[];
};

export const isBelow = (a: Value, b: Value): boolean => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
};

const isSame = (a: Pair, b: Pair): boolean => a.individual === b.individual && a.role === b.role;

/** The value of an allocation, by the contract's four aims. */
export function worthOf(scene: Scene, aims: Aims, allocated: readonly Pair[]): Value {
  const filled = scene.roles.map((role) => allocated.filter((pair) => pair.role === role).length);
  const kept = aims.given.filter((given) => allocated.some((pair) => isSame(pair, given))).length;
  return valueBy(scene, aims, filled, kept);
}

function valueBy(scene: Scene, aims: Aims, filled: readonly number[], kept: number): Value {
  const rolesOf = (entry: Specialization): readonly Role[] =>
    scene.roles.filter((role) => role.specialization === entry);
  const part = scene.edition.specializations.filter(aims.takesPart);
  const met = part.filter(
    (entry) => aims.isPresent(entry) && rolesOf(entry).every((role) => (filled[role.index] ?? 0) >= role.open),
  );
  const technologies = new Map<unknown, Specialization[]>();
  for (const entry of met) {
    const key = entry.technology ?? entry;
    technologies.set(key, [...(technologies.get(key) ?? []), entry]);
  }
  // One of each technology, a held one before another; every choice is tried.
  let choices: readonly (readonly Specialization[])[] = [[]];
  for (const entries of technologies.values()) {
    const eligible = entries.some(aims.isHeld) ? entries.filter(aims.isHeld) : entries;
    choices = choices.flatMap((chosen) => eligible.map((entry) => [...chosen, entry]));
  }
  const values = choices.map((chosen): Value => {
    const others = part.filter((entry) => !chosen.includes(entry)).flatMap(rolesOf);
    const beside = others.reduce((sum, role) => sum + (filled[role.index] ?? 0), 0);
    return [chosen.filter(aims.isHeld).length, chosen.length, beside, kept];
  });
  return values.reduce((best, value) => (isBelow(best, value) ? value : best));
}

/**
 * The greatest value of any allocation that keeps the limits and holds the pins. Individuals come one after another,
 * each with every set of job roles that the limits allow; of what they do together only how often each job role is
 * filled and how many given allocations are kept can matter, so that no more than that is remembered.
 */
export function bestValue(scene: Scene, aims: Aims, pins: Look): Value {
  let reached = new Map<string, { readonly filled: readonly number[]; readonly kept: number }>();
  reached.set('', { filled: scene.roles.map(() => 0), kept: 0 });
  for (const individual of scene.people) {
    const own = pins.counting.filter((pair) => pair.individual === individual).map(({ role }) => role);
    const next: typeof reached = new Map();
    const choices = setsOf(scene, individual, own, aims);
    for (const before of reached.values()) {
      for (const { roles, kept } of choices) {
        if (roles.some((role) => (before.filled[role.index] ?? 0) >= role.open)) continue;
        const filled = [...before.filled];
        for (const { index } of roles) filled[index] = (filled[index] ?? 0) + 1;
        const key = filled.join();
        const sum = before.kept + kept;
        if ((next.get(key)?.kept ?? -1) < sum) next.set(key, { filled, kept: sum });
      }
    }
    reached = next;
  }
  return [...reached.values()]
    .map(({ filled, kept }) => valueBy(scene, aims, filled, kept))
    .reduce((best, value) => (isBelow(best, value) ? value : best));
}

/** Every set of job roles that an individual may fill, pins included, with the given allocations that it keeps. */
function setsOf(scene: Scene, individual: string, pinned: readonly Role[], { takesPart, given }: Aims) {
  const free = scene.roles.filter(
    (role) =>
      takesPart(role.specialization) && !pinned.includes(role) && role.open > 0 && scene.could(individual, role),
  );
  let sets: readonly (readonly Role[])[] = [pinned];
  // A set that breaks a limit breaks it with more job roles as well.
  for (const role of free) {
    const longer = sets.map((set) => [...set, role]).filter((set) => broken(scene, set) === undefined);
    sets = [...sets, ...longer];
  }
  return sets.map((roles) => ({
    roles,
    kept: given.filter((pair) => pair.individual === individual && roles.includes(pair.role)).length,
  }));
}

/** Whether a specialization could be met with nobody allocated elsewhere; every way to fill its places is tried. */
export function couldBeMet(scene: Scene, isPresent: Aims['isPresent'], specialization: Specialization): boolean {
  if (!isPresent(specialization)) return false;
  const roles = scene.roles.filter((role) => role.specialization === specialization);
  const seats = roles.flatMap((role) => Array.from({ length: role.open }, () => role));
  const fill = (seat: number, taken: readonly Pair[]): boolean => {
    const role = seats[seat];
    if (role === undefined) return true;
    return scene.people.some((individual) => {
      const own = taken.filter((pair) => pair.individual === individual).map((pair) => pair.role);
      if (own.includes(role) || !scene.could(individual, role) || broken(scene, [...own, role]) !== undefined)
        return false;
      return fill(seat + 1, [...taken, { individual, role }]);
    });
  };
  return fill(0, []);
}
