/**
 * Generated partners of small programs: at most five individuals, with terms, windows, allocations and editions that
 * meet on the same days. Half of them are able: everybody works there and has most certifications, so that limits and
 * headcounts bind.
 */
import fc from 'fast-check';
import type { IndividualFacts, PartnerFacts } from '../../src/index.ts';
import type { Question } from './oracle-scene.ts';
import {
  CERTIFICATIONS,
  day,
  dayAt,
  editions,
  inOrder,
  LEVELS,
  maybe,
  onGrid,
  SPECIALIZATIONS,
} from './small-editions.ts';

/** In the order of their UTF-16 code units, which is neither a locale's nor that of the code points. */
export const PEOPLE = ['B', 'a', 'é', '😀', '～'] as const;
const oneIn = (n: number) => fc.integer({ min: 1, max: n }).map((drawn) => drawn === 1);

const individual = (id: string, able: boolean): fc.Arbitrary<IndividualFacts> =>
  fc.record({
    id: fc.constant(id),
    exams: fc.array(
      fc.record({
        exam: fc.constant('e1'),
        takenOn: day,
        result: fc.constantFrom('pass' as const, 'pass' as const, 'fail' as const),
      }),
      { maxLength: 2 },
    ),
    awards: fc.subarray([...CERTIFICATIONS], { minLength: able ? 2 : 0 }).chain((ids) =>
      fc.tuple(
        ...ids.map((own) =>
          fc.record({
            certification: fc.constant(own),
            validFrom: onGrid(0, 40),
            validUntil: maybe(onGrid(45, 110), able ? 0 : 1),
          }),
        ),
      ),
    ),
  });

/** Mostly what is there; now and then what is not. */
const sometimes = (known: readonly string[], unknown: string) =>
  fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...known) }, fc.constant(unknown));
const what = fc.oneof(
  { weight: 3, arbitrary: sometimes(SPECIALIZATIONS, 's9').map((specialization) => ({ specialization })) },
  { weight: 1, arbitrary: sometimes(LEVELS, 'l9').map((channelLevel) => ({ channelLevel })) },
);
const where = {
  specialization: sometimes(SPECIALIZATIONS, 's9'),
  jobRole: sometimes(['r1', 'r1', 'r2', 'r2', 'r3'], 'r9'),
};
const who = sometimes(PEOPLE, 'z');

function partner(id: string, able: boolean): fc.Arbitrary<PartnerFacts> {
  const affiliation = fc
    .record({ individual: who, from: onGrid(0, 40), until: maybe(onGrid(30, 110)) })
    .map((entry) => inOrder(entry, 'from', 'until'));
  const everybody = fc.constant(PEOPLE.map((own) => ({ individual: own, from: dayAt(0), until: undefined })));
  return fc
    .record({
      id: fc.constant(id),
      affiliations: fc.oneof(
        { weight: able ? 20 : 1, arbitrary: everybody },
        fc.array(affiliation, { maxLength: 8, size: 'max' }),
      ),
      holdings: fc.array(
        fc.tuple(what, day).map(([held, approvedOn]) => ({ ...held, approvedOn })),
        { maxLength: 8, size: 'max' },
      ),
      renewals: fc.array(
        fc
          .record({ held: what, submittedOn: day, closedOn: maybe(day, 2), approved: fc.boolean() })
          .map((entry) => inOrder(entry, 'submittedOn', 'closedOn')),
        { maxLength: 6, size: 'max' },
      ),
      allocations: fc.oneof(
        fc.constant([]),
        fc.array(
          fc
            .record({
              individual: able ? fc.constantFrom(...PEOPLE.slice(0, 3)) : who,
              ...where,
              from: maybe(day),
              until: maybe(onGrid(60, 120), able ? 0 : 1),
              pinned: fc.constantFrom(true, false, undefined),
            })
            .map((entry) => inOrder(entry, 'from', 'until')),
          able ? { minLength: 6, maxLength: 14, size: 'max' } : { maxLength: 8, size: 'max' },
        ),
      ),
      waivers: fc.oneof(
        { weight: 3, arbitrary: fc.constant([]) },
        fc.array(
          fc
            .record({ ...where, places: fc.integer({ min: 1, max: 2 }), from: day, until: day })
            .map((entry) => inOrder(entry, 'from', 'until')),
          { maxLength: 4 },
        ),
      ),
    })
    .map(({ holdings, renewals, ...rest }) => {
      // Often an approval is what closes a renewal; nothing is approved twice on a day.
      const closing = renewals.flatMap(({ held, closedOn, approved }) =>
        approved && closedOn !== undefined ? [{ ...held, approvedOn: closedOn }] : [],
      );
      const approvals = new Map([...holdings, ...closing].map((entry) => [JSON.stringify(entry), entry]));
      return plain({
        ...rest,
        holdings: [...approvals.values()],
        renewals: renewals.map(({ held, submittedOn, closedOn }) => ({ ...held, submittedOn, closedOn })),
      }) as PartnerFacts;
    });
}

/** A question about one or two partners, on a day on which an edition is in force. */
export const smallQuestion: fc.Arbitrary<Question> = fc
  .boolean()
  .chain((able) =>
    fc.record({
      program: editions(able),
      asOf: onGrid(40, 110),
      allocate: fc.constantFrom('given' as const, 'best' as const, 'best' as const, undefined),
      individuals: fc
        .subarray([...PEOPLE], { minLength: able ? 4 : 0 })
        .chain((ids) => fc.tuple(...ids.map((id) => individual(id, able)))),
      partners: oneIn(3).chain((two) => fc.tuple(...(two ? ['p2', 'p1'] : ['p1']).map((id) => partner(id, able)))),
    }),
  )
  .map((question) => {
    const first = question.program.map(({ effectiveFrom }) => effectiveFrom).sort()[0] ?? question.asOf;
    const [, asOf = first] = [first, question.asOf].sort();
    return plain({ ...question, asOf }) as Question;
  });

/** As it would be sent: no key without a value. */
export function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
