import { type GivenAllocation, holds, type Pair, type Role, type Scene } from './oracle-scene.ts';

type Limits = Scene['edition']['allocation'];

/** The limits in the order in which section 1 lists them, each with its code and whether a set of job roles keeps it. */
function limitsOf(allocation: Limits): readonly { code: string; keeps: (roles: readonly Role[]) => boolean }[] {
  const specializations = (roles: readonly Role[]): number =>
    new Set(roles.map(({ specialization }) => specialization.id)).size;
  const atMost = (count: number, most: number | undefined): boolean => most === undefined || count <= most;
  const kinds = Object.entries(allocation.kinds ?? {}).flatMap(([kind, { maxJobRoles, maxSpecializations }]) => {
    const of = (roles: readonly Role[]): readonly Role[] => roles.filter(({ jobRole }) => jobRole.kind === kind);
    return [
      { code: 'too-many-job-roles', keeps: (roles: readonly Role[]) => atMost(of(roles).length, maxJobRoles) },
      {
        code: 'too-many-specializations',
        keeps: (roles: readonly Role[]) => atMost(specializations(of(roles)), maxSpecializations),
      },
    ];
  });
  return [
    { code: 'too-many-job-roles', keeps: (roles) => atMost(roles.length, allocation.maxJobRoles) },
    {
      code: 'too-many-specializations',
      keeps: (roles) => atMost(specializations(roles), allocation.maxSpecializations),
    },
    {
      code: 'too-many-job-roles',
      keeps: (roles) =>
        roles.every(({ specialization }) =>
          atMost(
            roles.filter((role) => role.specialization.id === specialization.id).length,
            allocation.maxJobRolesPerSpecialization,
          ),
        ),
    },
    ...kinds,
    {
      code: 'mixed-kinds',
      keeps: (roles) => allocation.mixKinds !== false || new Set(roles.map(({ jobRole }) => jobRole.kind)).size <= 1,
    },
  ];
}

/** The code of the first limit that one individual would break with all of these job roles. */
export function broken({ edition }: Scene, roles: readonly Role[]): string | undefined {
  const counted = roles.filter(({ specialization }) => edition.allocation.exempt?.includes(specialization.id) !== true);
  return limitsOf(edition.allocation).find(({ keeps }) => !keeps(counted))?.code;
}

export type Look = {
  readonly counting: readonly Pair[];
  readonly violations: readonly { code: string; individual: string; specialization: string; jobRole: string }[];
};

/** In force on `asOf`, in the order in which they are looked at. */
export function inOrder({ partner, edition, asOf }: Scene): readonly GivenAllocation[] {
  const ids = edition.specializations.map(({ id }) => id);
  const rolesOf = (id: string): readonly string[] =>
    edition.specializations.find((entry) => entry.id === id)?.jobRoles.map((role) => role.id) ?? [];
  /** Known ones by their place in the edition, then unknown ones by id. */
  const rank = (known: readonly string[], id: string): readonly [number, string] =>
    known.includes(id) ? [known.indexOf(id), ''] : [known.length, id];
  const key = ({ from, specialization, jobRole, individual }: GivenAllocation): readonly (string | number)[] => [
    from ?? '',
    ...rank(ids, specialization),
    ...rank(rolesOf(specialization), jobRole),
    individual,
  ];
  return (partner.allocations ?? [])
    .filter((allocation) => holds(allocation, asOf))
    .toSorted((a, b) => {
      const [left, right] = [key(a), key(b)];
      const at = left.findIndex((part, index) => part !== right[index]);
      return at === -1 ? 0 : (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
    });
}

/** Looks at given allocations one after another; the first that fit count. */
export function look(scene: Scene, allocations: readonly GivenAllocation[]): Look {
  const counting: Pair[] = [];
  const violations: Look['violations'][number][] = [];
  for (const { individual, specialization, jobRole } of allocations) {
    const role = scene.roles.find(
      (entry) => entry.specialization.id === specialization && entry.jobRole.id === jobRole,
    );
    const code = codeOf(scene, counting, individual, specialization, role);
    if (code === undefined && role !== undefined) counting.push({ individual, role });
    else violations.push({ code: code ?? '', individual, specialization, jobRole });
  }
  return { counting, violations };
}

function codeOf(
  scene: Scene,
  counting: readonly Pair[],
  individual: string,
  specialization: string,
  role: Role | undefined,
): string | undefined {
  if (!scene.known.includes(individual)) return 'unknown-individual';
  if (!scene.edition.specializations.some(({ id }) => id === specialization)) return 'unknown-specialization';
  if (role === undefined) return 'unknown-job-role';
  if (!scene.people.includes(individual)) return 'not-affiliated';
  if (!scene.could(individual, role)) return 'requirement-not-met';
  const own = counting.filter((pair) => pair.individual === individual).map((pair) => pair.role);
  if (own.includes(role)) return 'duplicate';
  if (counting.filter((pair) => pair.role === role).length >= role.open) return 'over-headcount';
  return broken(scene, [...own, role]);
}
