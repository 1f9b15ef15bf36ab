/**
 * Generated programs, small on purpose: at most four specializations, eight job roles, two levels and two editions, and
 * every date drawn from one hundred days on a grid of five.
 */
import fc from 'fast-check';
import type { Requirement } from '../../src/edition/requirement.ts';
import type { Edition } from '../../src/index.ts';

export const CERTIFICATIONS = ['c1', 'c2', 'c3'] as const;
export const SPECIALIZATIONS = ['s1', 's2', 's3', 's4'] as const;
const ROLES = ['r1', 'r2', 'r3'] as const;
const KINDS = ['am', 'se', 'fe'] as const;
export const LEVELS = ['l1', 'l2'] as const;

const START = Temporal.PlainDate.from('2004-01-26');
export const dayAt = (offset: number): string => START.add({ days: offset }).toString();
export const onGrid = (from: number, to: number) =>
  fc.integer({ min: from / 5, max: to / 5 }).map((step) => dayAt(step * 5));
export const day = fc.oneof({ weight: 8, arbitrary: onGrid(0, 100) }, fc.integer({ min: 0, max: 100 }).map(dayAt));
export const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
/** The same with two of its days exchanged where the second lies before the first. */
export function inOrder<A extends string, B extends string, T extends { readonly [K in A | B]?: string | undefined }>(
  value: T,
  from: A,
  until: B,
): T {
  const [begin, end] = [value[from], value[until]] as readonly (string | undefined)[];
  return begin !== undefined && end !== undefined && end < begin ? { ...value, [from]: end, [until]: begin } : value;
}

const certification: fc.Arbitrary<Requirement> = fc
  .constantFrom(...CERTIFICATIONS)
  .map((id) => ({ certification: id }));
const parts = fc.array(certification, { minLength: 1, maxLength: 3 });
const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 8, arbitrary: certification },
  { weight: 2, arbitrary: parts.map((anyOf) => ({ anyOf })) },
  { weight: 1, arbitrary: parts.map((allOf) => ({ allOf })) },
  { weight: 1, arbitrary: fc.tuple(parts, fc.nat()).map(([of, n]) => ({ atLeast: 1 + (n % of.length), of })) },
  {
    weight: 1,
    arbitrary: fc
      .record({
        within: maybe(fc.constantFrom('P20D', 'P1M'), 3),
        taken: maybe(fc.record({ from: maybe(day), until: maybe(day) })),
        accepted: maybe(fc.record({ from: maybe(day), until: maybe(day) })),
      })
      .map(({ within, taken, accepted }) => ({
        exam: 'e1',
        within,
        taken: taken && inOrder(taken, 'from', 'until'),
        accepted: accepted && inOrder(accepted, 'from', 'until'),
      })),
  },
);

const headcount = fc.constantFrom(1, 1, 2);
const place = (id: string) => ({ id: fc.constant(id), name: fc.constant(id), headcount, requires: requirement });
const terms = {
  term: fc.constantFrom('P10D', 'P20D', 'P30D', 'P1M', 'P2M'),
  renewalWindow: fc.constantFrom('P5D', 'P10D', 'P15D', 'P1M'),
};
const jobRole = (id: string) => fc.record({ ...place(id), kind: fc.constantFrom(...KINDS) });

const specialization = (id: string, mostRoles: number) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    technology: maybe(fc.constantFrom('t1', 't1', 't2'), 2),
    points: maybe(fc.integer({ min: 0, max: 3 }), 3),
    jobRoles: fc
      .integer({ min: 1, max: mostRoles })
      .chain((count) => fc.tuple(...ROLES.slice(0, count).map(jobRole)).chain((roles) => shuffled(roles))),
    presence: maybe(fc.record(place('p1')).map((line) => [line])),
    ...terms,
    retiredOn: maybe(day),
  });

const limit = maybe(fc.constantFrom(1, 1, 2, 2, 3, 0), 2);
const allocation = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ maxJobRoles: 2, maxSpecializations: 2 }) },
  { weight: 3, arbitrary: fc.constant({ mixKinds: false }) },
  {
    weight: 5,
    arbitrary: fc.record({
      maxJobRoles: limit,
      maxSpecializations: limit,
      maxJobRolesPerSpecialization: limit,
      kinds: maybe(
        fc.dictionary(fc.constantFrom(...KINDS), fc.record({ maxJobRoles: limit, maxSpecializations: limit }), {
          minKeys: 1,
        }),
        2,
      ),
      mixKinds: maybe(fc.constantFrom(false, false, true), 3),
    }),
  },
);

const channelLevel = (id: string, index: number, specializations: readonly string[]) =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    rank: fc.constant(index === 0 ? 2 : 1),
    ...terms,
    personnel: fc
      .integer({ min: 1, max: 3 })
      .chain((count) =>
        fc.tuple(
          ...ROLES.slice(0, count).map((line) =>
            fc.record({ id: fc.constant(line), headcount, requires: requirement }),
          ),
        ),
      ),
    specializations: maybe(
      fc.record({
        atLeast: maybe(fc.integer({ min: 0, max: 2 }), 3),
        points: maybe(fc.integer({ min: 0, max: 4 }), 3),
        of: maybe(fc.subarray([...specializations])),
      }),
      6,
    ),
  });

function edition(id: string, effectiveFrom: string, able: boolean): fc.Arbitrary<Edition> {
  return fc.subarray([...SPECIALIZATIONS], { minLength: able ? 3 : 1 }).chain(
    (ids) =>
      fc.record({
        program: fc.constant('small'),
        edition: fc.constant(id),
        name: fc.constant('A small program'),
        effectiveFrom: fc.constant(effectiveFrom),
        timeZone: fc.constant('UTC'),
        documents: fc.constant([]),
        exams: fc.constant(['e1', 'never'].map((exam) => ({ id: exam, title: exam, technical: true }))),
        agreements: fc.constant([]),
        // Nobody passes the exam: awards are verified ones, so that only what partners make of them is looked at.
        certifications: fc.constant(
          CERTIFICATIONS.map((own) => ({ id: own, name: own, kind: 'career' as const, requires: { exam: 'never' } })),
        ),
        extensions: fc.constant([]),
        specializations: fc
          .tuple(...ids.map((own) => specialization(own, ids.length > 2 ? 2 : 3)))
          .chain((entries) => shuffled(entries)),
        affiliation: maybe(fc.record({ exclusive: fc.boolean() }), 6),
        allocation: fc
          .tuple(allocation, maybe(fc.subarray([...ids])))
          .map(([limits, exempt]) => ({ ...limits, exempt })),
        channelLevels: fc
          .tuple(...LEVELS.map((level, index) => channelLevel(level, index, ids)))
          .chain((levels) => shuffled(levels)),
        reminders: fc.constant({ award: [], renewal: [] }),
        certificate: fc.constant({ arrives: ['P6W', 'P8W'] }),
        interpretations: fc.constant([]),
      }) as fc.Arbitrary<Edition>,
  );
}

export const editions = (able: boolean) =>
  fc
    .oneof(
      { weight: 3, arbitrary: fc.tuple(onGrid(0, 20)) },
      { weight: 2, arbitrary: fc.uniqueArray(onGrid(0, 80), { minLength: 2, maxLength: 2 }) },
    )
    .chain((days) => fc.tuple(...days.map((from, index) => edition(`edition-${index}`, from, able))));

/** An edition that takes effect after every day that is asked about. */
export const laterEdition = edition('later', '2005-01-01', true);
