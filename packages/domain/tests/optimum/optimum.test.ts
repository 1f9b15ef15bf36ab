import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byTheEngine } from '../partners/engine.ts';
import { partnerByTheContract } from '../partners/oracle.ts';
import { isBelow, type Value } from '../partners/oracle-best.ts';
import { type Question, sceneOf } from '../partners/oracle-scene.ts';
import { smallQuestion } from '../partners/small-partners.ts';
import { runs } from '../runs.ts';
import { newHighs, optimumBy } from './highs.ts';
import { mixedQuestion } from './mixed-partners.ts';
import { openPartnerOf } from './of-scene.ts';
import { programOf } from './program-of.ts';

const LONG = 3_600_000;
const highs = await newHighs();
const seeds = Array.from({ length: process.env['STANDING_LONG'] === '1' ? 500 : 20 }, (_, seed) => seed);

function optimumOf(question: Question, answer: ReturnType<typeof byTheEngine>, id: string): Value {
  return optimumBy(highs, programOf(openPartnerOf(sceneOf(question, id, answer.individuals))));
}

describe('the best allocation and HiGHS', () => {
  test(
    `qa#2.11: agree on ${seeds.length} partners of 30 to 300 individuals and 6 to 20 specializations`,
    (context) => {
      let unproven = 0;
      const differences: object[] = [];
      for (const seed of seeds) {
        const question = mixedQuestion(seed);
        const answer = byTheEngine(question);
        const best = answer.partners[0]?.best;
        if (best == null) throw new Error('It was not asked for the best allocation');
        const { proven, value, bound } = best;
        const optimum = optimumOf(question, answer, 'p');
        if (!proven) unproven += 1;
        const agrees = proven
          ? value.join() === optimum.join() && bound.join() === optimum.join()
          : !isBelow(optimum, value) && !isBelow(bound, optimum);
        if (!agrees) differences.push({ seed, proven, value, bound, optimum });
      }
      context.annotate(`${unproven} of ${seeds.length} unproven within the budget`);
      expect(differences).toEqual([]);
    },
    LONG,
  );

  // The program is a statement of its own: held against exhaustive search as well, where that is possible.
  test(
    'the linear program has the value of exhaustive search at generated small partners',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          const answer = byTheEngine(question);
          for (const { id } of question.partners) {
            const { value } = partnerByTheContract({ ...question, allocate: 'best' }, id, answer);
            expect(optimumOf(question, answer, id)).toEqual(value);
          }
        }),
        runs(100, 2_000),
      );
    },
    LONG,
  );
});
