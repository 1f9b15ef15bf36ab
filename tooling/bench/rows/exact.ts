import { newHighs, optimumBy } from '@standing/domain/source/tests/optimum/highs.ts';
import { mixedQuestion } from '@standing/domain/source/tests/optimum/mixed-partners.ts';
import { openPartnerOf } from '@standing/domain/source/tests/optimum/of-scene.ts';
import { programOf } from '@standing/domain/source/tests/optimum/program-of.ts';
import { byTheEngine } from '@standing/domain/source/tests/partners/engine.ts';
import { partnerByTheContract } from '@standing/domain/source/tests/partners/oracle.ts';
import { isBelow } from '@standing/domain/source/tests/partners/oracle-best.ts';
import { type Question, sceneOf } from '@standing/domain/source/tests/partners/oracle-scene.ts';
import { smallQuestion } from '@standing/domain/source/tests/partners/small-partners.ts';
import fc from 'fast-check';
import { type Line, unmeasured } from '../report/line.ts';
import type { Row } from './row.ts';

const TINY = ['generated partners of up to five people, against exhaustive search', '0 of 20,000'] as const;
const LARGE = ['partners of 30 to 300 people, against HiGHS', '0 of 500'] as const;
const SEED = 20_031_104;

/** Differences found; not a matter of time, and part of the tests as well. */
export const exact: Row = {
  name: 'exact',
  title: 'Exact: differences found, all limits of the contract included',
  goals: [TINY, LARGE].map(([what, goal]) => unmeasured(what, goal, '')),
  run: async ({ isLong, isShort, say }) => {
    const [tiny, large] = isLong ? [20_000, 500] : isShort ? [200, 5] : [2_000, 50];
    say(`${tiny} tiny partners`);
    const wrong = fc
      .sample(smallQuestion, { numRuns: tiny, seed: SEED })
      .filter((question) => !isExact(question)).length;

    say(`${large} partners of 30 to 300 people`);
    const highs = await newHighs();
    let [differences, unproven] = [0, 0];
    for (let seed = 0; seed < large; seed += 1) {
      const question = mixedQuestion(seed);
      const answer = byTheEngine(question);
      const best = answer.partners[0]?.best;
      const optimum = optimumBy(highs, programOf(openPartnerOf(sceneOf(question, 'p', answer.individuals))));
      if (best == null) throw new Error('It was not asked for the best allocation');
      if (!best.proven) unproven += 1;
      const agrees = best.proven
        ? best.value.join() === optimum.join()
        : !isBelow(optimum, best.value) && !isBelow(best.bound, optimum);
      if (!agrees) differences += 1;
    }
    return {
      lines: [
        lineOf(TINY, wrong, tiny, ''),
        lineOf(
          LARGE,
          differences,
          large,
          `${unproven} not proven within the budget of steps, with the optimum between value and bound`,
        ),
      ],
    };
  },
};

function isExact(question: Question): boolean {
  const asked: Question = { ...question, allocate: 'best' };
  const answer = byTheEngine(asked);
  return answer.partners.every(({ id, best }) => {
    const { value, faults } = partnerByTheContract(asked, id, answer);
    return faults.length === 0 && best?.proven === true && best.value.join() === value?.join();
  });
}

function lineOf([what, goal]: readonly [string, string], differences: number, of: number, note: string): Line {
  const isWhole = goal.endsWith(of.toLocaleString('en'));
  return {
    what,
    goal,
    measured: `${differences} of ${of.toLocaleString('en')}`,
    verdict: differences > 0 ? 'missed' : isWhole ? 'met' : 'shown',
    note: isWhole ? note : [note, 'STANDING_LONG=1 for all of them'].filter(Boolean).join('; '),
  };
}
