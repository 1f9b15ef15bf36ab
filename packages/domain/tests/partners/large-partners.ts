import type { Edition } from '../../src/index.ts';
import type { Question } from './oracle-scene.ts';

export type Size = {
  readonly people: number;
  readonly specializations: number;
  readonly seed: number;
  readonly allocation?: Edition['allocation'];
  /** How many of ten job roles an individual could fill. */
  readonly ability?: number;
  /** Given allocations, some of them pinned. */
  readonly given?: number;
  readonly allocate?: 'given' | 'best';
};

export const KINDS = ['account-manager', 'systems-engineer', 'field-engineer'] as const;
export const LARGE_DAY = '2004-06-30';

/** Whole numbers below a bound, the same ones for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** A partner of any size: each job role has a certification of its own, each individual some of them, all verified. */
export function largeQuestion(size: Size): Question {
  const below = numbers(size.seed);
  const specializations = Array.from({ length: size.specializations }, (_, index) => ({
    id: `s${index}`,
    name: `Specialization ${index}`,
    ...(below(5) === 0 ? { technology: `t${below(3)}` } : {}),
    points: below(4),
    jobRoles: Array.from({ length: 2 + below(3) }, (_, role) => ({
      id: `r${role}`,
      name: `Role ${role}`,
      kind: KINDS[role % 3] ?? 'other',
      headcount: 1 + below(2),
      requires: { certification: `c${index}-${role}` },
    })),
    term: 'P1Y',
    renewalWindow: 'P90D',
  }));
  const certifications = specializations.flatMap(({ jobRoles }) =>
    jobRoles.map(({ requires }) => requires.certification),
  );
  const edition: Edition = {
    program: 'large',
    edition: '2004',
    name: 'A large program',
    effectiveFrom: '2004-01-01',
    timeZone: 'UTC',
    documents: [],
    exams: [{ id: 'never', title: 'Never', technical: true }],
    agreements: [],
    certifications: certifications.map((id) => ({ id, name: id, kind: 'specialist', requires: { exam: 'never' } })),
    extensions: [],
    specializations,
    allocation: size.allocation ?? { maxJobRoles: 2, maxSpecializations: 2 },
    channelLevels: [
      {
        id: 'gold',
        name: 'Gold',
        rank: 1,
        term: 'P1Y',
        renewalWindow: 'P90D',
        personnel: [0, 1, 2].map((line) => ({
          id: `line-${line}`,
          headcount: 3,
          requires: { anyOf: certifications.slice(line, line + 4).map((certification) => ({ certification })) },
        })),
        specializations: { atLeast: 2, points: 3 },
      },
    ],
    reminders: { award: [], renewal: [] },
    certificate: { arrives: ['P6W', 'P8W'] },
    interpretations: [],
  };
  const ids = Array.from({ length: size.people }, (_, index) => `i${String(index).padStart(4, '0')}`);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  return {
    program: [edition],
    asOf: LARGE_DAY,
    ...(size.allocate === undefined ? {} : { allocate: size.allocate }),
    individuals: ids.map((id) => ({
      id,
      exams: [],
      awards: certifications
        .filter(() => below(10) < (size.ability ?? 2))
        .map((certification) => ({ certification, validFrom: '2004-02-01' })),
    })),
    partners: [
      {
        id: 'p',
        affiliations: ids.map((individual) => ({ individual, from: '2004-01-01' })),
        holdings: specializations
          .filter(() => below(3) === 0)
          .map(({ id }) => ({ specialization: id, approvedOn: '2004-03-01' })),
        allocations: Array.from({ length: size.given ?? 0 }, () => {
          const { id, jobRoles } = pick(specializations);
          return {
            individual: pick(ids),
            specialization: id,
            jobRole: pick(jobRoles).id,
            ...(below(4) === 0 ? { pinned: true } : {}),
          };
        }),
      },
    ],
  };
}
