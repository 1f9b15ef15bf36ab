import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerTo, bytesOf } from './answers.ts';
import { readCases } from './conformance.ts';
import { plus } from './oracle-periods.ts';
import { runs } from './runs.ts';
import { edition, plain, record, type SmallQuestion, smallQuestion } from './small-programs.ts';

const LONG = 300_000;

/** Every list of facts below a value in another order; what each list holds stays the same. */
function reordered<T>(value: T, order: (length: number) => readonly number[]): T {
  if (Array.isArray(value)) {
    return order(value.length).map((index) => reordered(value[index], order)) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, reordered(entry, order)])) as T;
}

/** An order for a list of any length, drawn by fast-check. */
const anyOrder = fc.infiniteStream(fc.nat()).map((stream) => (length: number) => {
  const keys = Array.from({ length }, () => stream.next().value);
  return keys.map((_, index) => index).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
});

const individuals = fc
  .tuple(record, record, record)
  .map((records) => records.map((facts, i) => ({ ...facts, id: `i${i}` })));

describe('the day decides what is known', () => {
  test(
    'qa#3.9: a later edition changes nothing before it',
    () => {
      const inDays = fc.integer({ min: 1, max: 40 });
      const withLater = fc
        .tuple(smallQuestion, inDays)
        .chain(([question, days]) =>
          fc.tuple(fc.constant(question), edition('later', plus(question.asOf, `P${days}D`)).map(plain)),
        )
        .filter(([{ program }, later]) => program.every(({ effectiveFrom }) => effectiveFrom !== later.effectiveFrom));
      fc.assert(
        fc.property(withLater, fc.boolean(), ([question, next], first) => {
          const program = first ? [next, ...question.program] : [...question.program, next];
          expect(bytesOf({ ...question, program })).toBe(bytesOf(question));
        }),
        runs(150, 10_000),
      );
    },
    LONG,
  );

  test(
    'qa#3.1: facts after the day change nothing, not even those that no edition knows',
    () => {
      fc.assert(
        fc.property(smallQuestion, record, fc.integer({ min: 1, max: 90 }), (question, more, days) => {
          const [facts] = question.individuals;
          const on = plus(question.asOf, `P${days}D`);
          const extended = {
            id: facts?.id,
            exams: [...(facts?.exams ?? []), ...more.exams.map((entry) => ({ ...entry, takenOn: on }))],
            agreements: [
              ...(facts?.agreements ?? []),
              ...(more.agreements ?? []).map((entry) => ({ ...entry, acceptedOn: on })),
            ],
            awards: [
              ...(facts?.awards ?? []),
              ...(more.awards ?? []).map(({ certification }) => ({ certification, validFrom: on })),
            ],
          };
          expect(bytesOf({ ...question, individuals: [extended] })).toBe(bytesOf(question));
        }),
        runs(150, 10_000),
      );
    },
    LONG,
  );
});

describe('the order of lists decides nothing', () => {
  test(
    'facts and editions in any order give the same bytes',
    () => {
      fc.assert(
        fc.property(smallQuestion, individuals, anyOrder, ({ program, asOf }, people, order) => {
          const question = plain({ program, asOf, individuals: people, partners: [] });
          const shuffled = {
            ...question,
            program: order(program.length).map((index) => program[index]),
            individuals: reordered(question.individuals, order),
          };
          expect(bytesOf(shuffled)).toBe(bytesOf(question));
        }),
        runs(150, 10_000),
      );
    },
    LONG,
  );

  test('the facts of every published case in any order give the same bytes', { timeout: LONG }, () => {
    for (const { request } of readCases()) {
      fc.assert(
        fc.property(anyOrder, (order) => {
          const { individuals: people, partners } = request;
          const shuffled = { ...request, individuals: reordered(people, order), partners: reordered(partners, order) };
          expect(bytesOf(shuffled)).toBe(bytesOf(request));
        }),
        runs(3, 100),
      );
    }
  });
});

describe('what may never happen to an award', () => {
  const periodsOf = (question: SmallQuestion) =>
    answerTo(question).individuals.flatMap(({ awards }) => awards.map(({ periods }) => periods));
  const end = (validUntil: string | null | undefined): string => validUntil ?? '9999-12-31';

  test(
    'qa#3.11: an extension never shortens, and the extensions of a period lead from one end to the next',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          for (const { extensions, validUntil } of periodsOf(question).flat()) {
            for (const [index, { on, from, until, by }] of extensions.entries()) {
              expect(from < until).toBe(true);
              expect(extensions[index + 1]?.from ?? validUntil).toBe(until);
              const inForce = question.program
                .filter(({ effectiveFrom }) => effectiveFrom <= on)
                .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
                .at(-1);
              const rule = inForce?.extensions.find(({ id }) => id === by);
              expect(until).toBe(plus(rule?.countedFrom === 'exam' ? on : from, rule?.by ?? 'P0D'));
            }
          }
        }),
        runs(200, 10_000),
      );
    },
    LONG,
  );

  test(
    'qa#3.10: a recertified period never ends before the one that it follows',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          for (const periods of periodsOf(question)) {
            for (const [index, { kind, validFrom, validUntil }] of periods.entries()) {
              const previous = periods[index - 1];
              if (kind !== 'recertified') continue;
              expect(end(validUntil) >= end(previous?.validUntil)).toBe(true);
              expect(validFrom > (previous?.validFrom ?? '9999-12-31')).toBe(true);
            }
          }
        }),
        runs(200, 10_000),
      );
    },
    LONG,
  );

  test(
    'qa#3.6: periods stand by date, the first one is initial or verified, and only later ones recertify or regain',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          for (const periods of periodsOf(question)) {
            const days = periods.map(({ validFrom }) => validFrom);
            expect(days).toEqual([...days].sort());
            const kinds = periods.map(({ kind }) => kind);
            expect(kinds.indexOf('initial')).toBeLessThanOrEqual(0);
            expect(['initial', 'verified', undefined]).toContain(kinds[0]);
          }
        }),
        runs(200, 10_000),
      );
    },
    LONG,
  );

  test(
    'qa#3.1: a failed exam changes nothing',
    () => {
      const failed = fc.array(fc.tuple(fc.constantFrom('e1', 'e2'), fc.nat({ max: 100 })), { minLength: 1 });
      fc.assert(
        fc.property(smallQuestion, failed, (question, more) => {
          const [facts] = question.individuals;
          const exams = more.map(([exam, days]) => ({
            exam,
            takenOn: plus('2004-01-26', `P${days}D`),
            result: 'fail',
          }));
          const individual = { ...facts, exams: [...exams, ...(facts?.exams ?? [])] };
          expect(bytesOf({ ...question, individuals: [individual] })).toBe(bytesOf(question));
        }),
        runs(150, 10_000),
      );
    },
    LONG,
  );

  test(
    'qa#3.8: no award depends on who else is asked about',
    () => {
      fc.assert(
        fc.property(smallQuestion, individuals, ({ program, asOf }, people) => {
          const question = plain({ program, asOf, individuals: people, partners: [] });
          const alone = people.map((_, index) => {
            const [own] = answerTo({ ...question, individuals: [question.individuals[index]] }).individuals;
            return own;
          });
          expect(answerTo(question).individuals).toEqual(alone);
        }),
        runs(100, 5000),
      );
    },
    LONG,
  );
});
