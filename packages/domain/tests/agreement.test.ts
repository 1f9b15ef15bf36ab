import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate, type IndividualStanding, parseRequest } from '../src/index.ts';
import { individualByTheContract } from './oracle.ts';
import { runs } from './runs.ts';
import { type SmallQuestion, smallQuestion } from './small-programs.ts';

const LONG = 600_000;

function byTheEngine(question: SmallQuestion): IndividualStanding {
  const request = parseRequest(question, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = evaluate(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const [individual] = answer.value.individuals;
  if (individual === undefined) throw new Error('Nobody in the answer');
  return individual;
}

function byTheContract({ program, individuals, asOf }: SmallQuestion) {
  const [facts] = individuals;
  if (facts === undefined) throw new Error('Nobody in the question');
  return individualByTheContract(program, facts, asOf);
}

const byText = <T>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** The contract orders everything but the exams of a period and what is unrecognized; `progress` has its own tests. */
function comparable({ id, awards, unrecognized }: ReturnType<typeof byTheContract>) {
  return {
    id,
    awards: awards.map((award) => {
      const periods = award.periods.map((period) => ({ ...period, exams: byText(period.exams) }));
      return { ...award, periods, progress: undefined };
    }),
    unrecognized: byText(unrecognized),
  };
}

describe('the engine and the second implementation', () => {
  test(
    'qa#3.1 qa#3.4 qa#3.6 qa#3.7 qa#3.8 qa#3.9 qa#3.10 qa#3.11: agree on every award of generated programs and records',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          expect(comparable(byTheEngine(question))).toEqual(comparable(byTheContract(question)));
        }),
        runs(600, 20_000),
      );
    },
    LONG,
  );

  test('the generated records reach every kind of period, every status, extensions and certificates', {
    timeout: LONG,
  }, () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    for (const question of fc.sample(smallQuestion, runs(600, 600))) {
      for (const award of byTheContract(question).awards) {
        count(award.status);
        if (award.certificate !== null) count('certificate');
        if (award.reminders.length > 0) count('reminder');
        for (const period of award.periods) {
          count(period.kind);
          if (period.extensions.length > 0) count('extended');
          if (period.exams.length > 1) count('several exams');
          if (period.edition === null) count('before the first edition');
          if (period.validUntil === null) count('without an end');
        }
      }
    }
    const often = [...seen].filter(([, times]) => times >= 20).map(([what]) => what);
    expect(often.sort()).toEqual([
      'active',
      'before the first edition',
      'certificate',
      'expired',
      'extended',
      'in-progress',
      'initial',
      'recertified',
      'regained',
      'reminder',
      'several exams',
      'suspended',
      'verified',
      'without an end',
    ]);
  });
});
