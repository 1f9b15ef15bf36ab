/**
 * Generated programs and records, small on purpose: a few exams and certifications, and every date drawn from one
 * hundred days on a grid of five, so that ends, beginnings, passes and editions fall on the same day.
 */
import fc from 'fast-check';
import type { Requirement } from '../src/edition/requirement.ts';
import type { Edition, IndividualFacts } from '../src/index.ts';

const EXAMS = ['e1', 'e2', 'e3', 'e4', 'e5', 'e6'] as const;
const CERTIFICATIONS = ['c1', 'c2', 'c3', 'c4', 'c5'] as const;
const AGREEMENTS = ['a1', 'a2'] as const;
const PERIODS = ['P5D', 'P10D', 'P10D', 'P15D', 'P20D', 'P30D', 'P40D', 'P1M', 'P2M', 'P1W3D', 'P1M1D'] as const;

export type SmallQuestion = {
  readonly program: readonly Edition[];
  readonly asOf: string;
  readonly individuals: readonly IndividualFacts[];
  readonly partners: readonly [];
};

const START = Temporal.PlainDate.from('2004-01-26');
export const dayAt = (offset: number): string => START.add({ days: offset }).toString();
const GRID_DAYS = 100;
const onGrid = (from: number, to: number) => fc.integer({ min: from / 5, max: to / 5 }).map((step) => dayAt(step * 5));
const day = fc.oneof({ weight: 8, arbitrary: onGrid(0, GRID_DAYS) }, fc.integer({ min: 0, max: GRID_DAYS }).map(dayAt));
const period = fc.constantFrom(...PERIODS);
/** Absent more often than not, so that the plain rules stay frequent beside the special ones. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const between = fc
  .tuple(maybe(day, 3), maybe(day, 3))
  .map(([a, b]) => (a === undefined || b === undefined || a <= b ? { from: a, until: b } : { from: b, until: a }));

/** A tree of up to three levels; the certifications it may name are listed, so that no circle can arise. */
function requirement(
  exams: readonly string[],
  certifications: readonly string[],
  depth = 3,
): fc.Arbitrary<Requirement> {
  const exam = fc.record({
    exam: fc.constantFrom(...exams),
    taken: maybe(between),
    accepted: maybe(between),
    within: maybe(period),
  });
  const leaf: fc.Arbitrary<Requirement> =
    certifications.length === 0
      ? exam
      : fc.oneof(
          { weight: 3, arbitrary: exam },
          { weight: 2, arbitrary: fc.constantFrom(...certifications).map((certification) => ({ certification })) },
        );
  if (depth === 1) return leaf;
  const part = requirement(exams, certifications, depth - 1);
  const parts = fc.array(part, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 3, arbitrary: leaf },
    { weight: 2, arbitrary: parts.map((allOf) => ({ allOf })) },
    { weight: 2, arbitrary: parts.map((anyOf) => ({ anyOf })) },
    {
      weight: 1,
      arbitrary: fc.tuple(parts, fc.nat()).map(([of, number]) => ({ atLeast: 1 + (number % of.length), of })),
    },
  );
}

const agreements = fc.subarray([...AGREEMENTS], { minLength: 1 });

function certification(id: string, exams: readonly string[], below: readonly string[]) {
  const recertification = fc.record({
    requires: maybe(requirement(exams, below, 2)),
    agreements: maybe(agreements),
    countedFrom: maybe(fc.constantFrom('exam' as const, 'previous-end' as const), 3),
    gracePeriod: maybe(period, 3),
  });
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(id.toUpperCase()),
    kind: fc.constantFrom('career' as const, 'specialist' as const),
    introducedOn: maybe(day),
    requires: requirement(exams, below),
    validity: fc.oneof({ weight: 6, arbitrary: period }, fc.constant(undefined)),
    agreements: maybe(agreements, 2),
    recertification: maybe(recertification, 4),
  });
}

function extension(id: string, exams: readonly string[], certifications: readonly string[]) {
  return fc.record({
    id: fc.constant(id),
    exams: fc.oneof(
      fc.record({ of: fc.constantFrom('career' as const, 'specialist' as const), technical: fc.boolean() }),
      fc.subarray([...exams], { minLength: 1 }),
    ),
    certifications: fc.subarray([...certifications], { minLength: 1 }),
    by: period,
    countedFrom: fc.constantFrom('exam' as const, 'current-end' as const),
  });
}

const shuffled = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });

export function edition(id: string, effectiveFrom: string): fc.Arbitrary<Edition> {
  return fc
    .tuple(fc.integer({ min: 2, max: EXAMS.length }), fc.integer({ min: 2, max: 5 }))
    .chain(([examCount, count]) => {
      const exams = EXAMS.slice(0, examCount);
      const ids = CERTIFICATIONS.slice(0, count);
      return fc.record({
        program: fc.constant('small'),
        edition: fc.constant(id),
        name: fc.constant('A small program'),
        effectiveFrom: fc.constant(effectiveFrom),
        timeZone: fc.constant('UTC'),
        documents: fc.constant([]),
        exams: fc
          .tuple(shuffled(exams), fc.array(fc.boolean(), { minLength: examCount, maxLength: examCount }))
          .map(([order, technical]) =>
            order.map((exam, i) => ({ id: exam, title: exam, technical: technical[i] === true })),
          ),
        agreements: fc.constant(AGREEMENTS.map((agreement) => ({ id: agreement, title: agreement }))),
        certifications: fc
          .tuple(...ids.map((own, index) => certification(own, exams, ids.slice(0, index))))
          .chain((entries) => shuffled(entries)),
        extensions: fc
          .array(fc.constant(undefined), { maxLength: 2 })
          .chain((slots) => fc.tuple(...slots.map((_, index) => extension(`x${index}`, exams, ids)))),
        specializations: fc.constant([]),
        allocation: fc.constant({}),
        channelLevels: fc.constant([]),
        reminders: fc.record({ award: fc.array(period, { maxLength: 2 }), renewal: fc.constant([]) }),
        certificate: fc.record({ arrives: fc.tuple(period, period) }),
        interpretations: fc.constant([]),
      }) as fc.Arbitrary<Edition>;
    });
}

const editions = fc
  .oneof(
    { weight: 1, arbitrary: fc.tuple(onGrid(0, 20)) },
    { weight: 1, arbitrary: fc.uniqueArray(onGrid(0, 80), { minLength: 2, maxLength: 3 }) },
  )
  .chain((days) => fc.tuple(...days.map((from, index) => edition(`edition-${index}`, from))));

/** Mostly what editions know; now and then what none does, or only another one. */
const sometimesUnknown = (known: readonly string[], unknown: string) =>
  fc.oneof({ weight: 20, arbitrary: fc.constantFrom(...known) }, fc.constant(unknown));

const verified = fc
  .record({ certification: sometimesUnknown(CERTIFICATIONS, 'c9'), validFrom: day, validUntil: maybe(day, 12) })
  .map(({ certification: own, validFrom, validUntil }) =>
    validUntil === undefined || validFrom <= validUntil
      ? { certification: own, validFrom, validUntil }
      : { certification: own, validFrom: validUntil, validUntil: validFrom },
  );

export const record: fc.Arbitrary<IndividualFacts> = fc.record({
  id: fc.constant('i1'),
  exams: fc.array(
    fc.record({
      exam: sometimesUnknown(EXAMS, 'e9'),
      takenOn: day,
      result: fc.constantFrom('pass' as const, 'pass' as const, 'pass' as const, 'pass' as const, 'fail' as const),
    }),
    { maxLength: 16, size: 'max' },
  ),
  agreements: fc.array(fc.record({ agreement: sometimesUnknown(AGREEMENTS, 'a9'), acceptedOn: day }), {
    maxLength: 6,
    size: 'max',
  }),
  awards: fc.array(verified, { maxLength: 3 }),
});

/** A question about one individual, on a day on which an edition is in force. */
export const smallQuestion: fc.Arbitrary<SmallQuestion> = fc
  .record({ program: editions, asOf: onGrid(20, GRID_DAYS + 20), individual: record })
  .map(({ program, asOf, individual }) => {
    const first = program.map(({ effectiveFrom }) => effectiveFrom).sort()[0] ?? asOf;
    return plain({
      program,
      asOf: [asOf, first].sort().at(-1) ?? asOf,
      individuals: [individual],
      partners: [] as const,
    });
  });

/** As it would be sent: no key without a value. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
