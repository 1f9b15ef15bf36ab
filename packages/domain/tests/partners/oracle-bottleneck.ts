import type { PartnerStanding } from '../../src/index.ts';
import { broken } from './oracle-given.ts';
import type { Pair, Role, Scene, Specialization } from './oracle-scene.ts';

/**
 * The smallest set of job roles that cannot all be filled, for a specialization that is not met: every set of `among`
 * is looked at. A job role without an open place is in none: it need not and cannot be filled.
 */
export function bottleneckOf(
  scene: Scene,
  specialization: Specialization,
  among: readonly Role[],
  pins: readonly Pair[],
): PartnerStanding['bottlenecks'][number] | undefined {
  let sets: readonly (readonly Role[])[] = [[]];
  for (const role of among.filter(({ open }) => open > 0)) sets = sets.flatMap((set) => [set, [...set, role]]);
  const short = sets
    .filter((set) => set.some((role) => role.specialization === specialization))
    .toSorted((a, b) => a.length - b.length || byEdition(a, b))
    .find((set) => needed(set) > available(scene, set, pins));
  return (
    short && {
      specialization: specialization.id,
      jobRoles: short.map((role) => ({ specialization: role.specialization.id, jobRole: role.jobRole.id })),
      needed: needed(short),
      available: available(scene, short, pins),
      individuals: scene.people.filter((id) => short.some((role) => scene.could(id, role))),
    }
  );
}

function byEdition(a: readonly Role[], b: readonly Role[]): number {
  const at = a.findIndex((role, index) => role !== b[index]);
  return (a[at]?.index ?? 0) - (b[at]?.index ?? 0);
}

function needed(set: readonly Role[]): number {
  return set.reduce((sum, role) => sum + role.open, 0);
}

/** For each who could fill any of the set, the most of it that the limits allow beside pins outside it. */
function available(scene: Scene, set: readonly Role[], pins: readonly Pair[]): number {
  return scene.people.reduce((sum, individual) => {
    const could = set.filter((role) => scene.could(individual, role));
    const outside = pins
      .filter((pin) => pin.individual === individual && !set.includes(pin.role))
      .map(({ role }) => role);
    let sets: readonly (readonly Role[])[] = [[]];
    for (const role of could) sets = sets.flatMap((entry) => [entry, [...entry, role]]);
    const allowed = sets.filter((entry) => broken(scene, [...outside, ...entry]) === undefined);
    return sum + Math.max(0, ...allowed.map(({ length }) => length));
  }, 0);
}

/** The job roles of what is linked with a specialization by individuals who could fill job roles of both. */
export function linkedRoles(
  scene: Scene,
  specialization: Specialization,
  part: readonly Specialization[],
): readonly Role[] {
  const can = (individual: string, entry: Specialization): boolean =>
    scene.roles.some((role) => role.specialization === entry && scene.could(individual, role));
  let linked: readonly Specialization[] = [specialization];
  for (;;) {
    const grown = part.filter(
      (entry) =>
        linked.includes(entry) || scene.people.some((id) => can(id, entry) && linked.some((other) => can(id, other))),
    );
    if (grown.length === linked.length) return scene.roles.filter((role) => linked.includes(role.specialization));
    linked = grown;
  }
}
