import { numbersFrom } from '@standing/domain/source/tests/optimum/numbers.ts';
import type { OpenIndividual, OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';

/** What kind of partner it is; what the numbers of an instance are drawn by. */
type Family = {
  readonly name: string;
  readonly limits: OpenPartner['limits'];
  /** People who are of use, for each hundred places that one individual with two job roles would need. */
  readonly supply: number;
  /** Different kinds of people; absent: everybody is drawn alone. */
  readonly profiles?: number;
  /** Given allocations for each hundred places. */
  readonly given: number;
  /** Retired and held specializations, exemptions, technologies, pins. */
  readonly mixed?: true;
};

const TWO = { maxJobRoles: 2, maxSpecializations: 2 };
const KINDS = ['account-manager', 'systems-engineer', 'field-engineer'] as const;
const [MANAGER, SYSTEMS, FIELD] = KINDS;

export const FAMILIES: readonly Family[] = [
  { name: 'scarce', limits: TWO, supply: 85, given: 50 },
  { name: 'tie-heavy', limits: TWO, supply: 95, profiles: 6, given: 120 },
  { name: 'plenty', limits: TWO, supply: 400, given: 80 },
  {
    name: 'two in each of two',
    limits: { maxSpecializations: 2, maxJobRolesPerSpecialization: 2 },
    supply: 70,
    given: 60,
  },
  {
    name: 'by kind, not mixed',
    limits: {
      kinds: { [MANAGER]: { maxJobRoles: 4 }, [SYSTEMS]: { maxJobRoles: 2 }, [FIELD]: { maxJobRoles: 2 } },
      mixKinds: false,
    },
    supply: 100,
    given: 40,
  },
  {
    name: 'everything together',
    limits: { maxJobRoles: 3, maxSpecializations: 2 },
    supply: 90,
    given: 60,
    mixed: true,
  },
];

/** The sizes of the thirty cells: people and specializations. */
export const SIZES = [
  [10, 4],
  [50, 8],
  [200, 12],
  [1000, 16],
  [5000, 20],
] as const;

/** One partner of a family; the same for the same seed. Job roles grow with the number of people. */
export function partnerOf(family: Family, people: number, count: number, seed: number): OpenPartner {
  const below = numbersFrom(seed);
  const specializations = Array.from({ length: count }, () => ({
    ...(family.mixed && below(3) === 0 ? { technology: `t${below(3)}` } : {}),
    held: below(3) === 0,
    takesPart: !(family.mixed && below(10) === 0),
    present: !(family.mixed && below(10) === 0),
    exempt: family.mixed === true && below(8) === 0,
  }));
  const drawn = specializations.flatMap((_, specialization) =>
    Array.from({ length: 2 + below(4) }, (__, role) => ({
      specialization,
      kind: KINDS[role % KINDS.length] ?? MANAGER,
      weight: 1 + below(3),
    })),
  );
  // Together the job roles ask for as much as the people of use can give, in hundredths.
  const asked = Math.max(drawn.length, (Math.min(people, 8 * drawn.length) * 2 * 100) / family.supply);
  const weights = drawn.reduce((sum, { weight }) => sum + weight, 0);
  const jobRoles = drawn.map(({ weight, ...role }) => ({
    ...role,
    open: Math.max(1, Math.round((asked * weight) / weights)),
  }));

  const one = (): readonly number[] => {
    const own = new Set<number>();
    for (let left = 1 + below(5); left > 0; left -= 1) own.add(below(jobRoles.length));
    return [...own].sort((a, b) => a - b);
  };
  const profiles = Array.from({ length: family.profiles ?? 0 }, one);
  const could = Array.from({ length: people }, () => profiles[below(Math.max(1, profiles.length))] ?? one());
  return { limits: family.limits, specializations, jobRoles, individuals: givenTo(could, jobRoles, family, below) };
}

/** Some stand on job roles today, as far as there is room: at most one each, so that no limit is in the way. */
function givenTo(
  could: readonly (readonly number[])[],
  jobRoles: OpenPartner['jobRoles'],
  family: Family,
  below: (bound: number) => number,
): readonly OpenIndividual[] {
  const room = jobRoles.map(({ open }) => open);
  const places = room.reduce((sum, open) => sum + open, 0);
  let left = Math.min(could.length, Math.round((places * family.given) / 100));
  return could.map((own) => {
    const role = own[below(own.length)];
    if (role === undefined || left === 0 || (room[role] ?? 0) === 0) return { could: own, pinned: [], given: [] };
    room[role] = (room[role] ?? 0) - 1;
    left -= 1;
    return { could: own, pinned: family.mixed && below(12) === 0 ? [role] : [], given: [role] };
  });
}

/**
 * Set packing in disguise: of each job role there is hardly more than one who could fill it, everybody is wanted in three
 * specializations, and may take `places` job roles in all.
 */
export function packing(count: number, places: number, seed: number): OpenPartner {
  const below = numbersFrom(seed);
  const jobRoles = Array.from({ length: count }, (_, specialization) =>
    KINDS.map((kind) => ({ specialization, kind, open: 1 })),
  ).flat();
  const seats = jobRoles.map((_, index) => index);
  for (let last = seats.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [seats[last], seats[other]] = [seats[other] ?? 0, seats[last] ?? 0];
  }
  const individuals = Array.from({ length: Math.ceil((seats.length * 1.1) / 3) }, (_, at) => {
    const own = [0, 1, 2].map((next) => seats[at * 3 + next] ?? below(seats.length));
    return { could: [...new Set(own)].sort((a, b) => a - b), pinned: [], given: [] };
  });
  const specializations = Array.from({ length: count }, () => ({
    held: false,
    takesPart: true,
    present: true,
    exempt: false,
  }));
  return { limits: { maxJobRoles: places }, specializations, jobRoles, individuals };
}
