import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { type Plan, parsePlanRequest, plan } from '../../src/index.ts';
import { runs } from '../runs.ts';
import { dayAt } from '../small-programs.ts';
import { type Body, fewestByHand } from './oracle-plan.ts';
import { ASOF, smallHistory, smallPartner } from './small-plans.ts';

vi.setConfig({ testTimeout: 3_600_000 });

function planFor(body: object, target: object, by: string, alternatives = 0): Plan {
  const question = parsePlanRequest({ ...body, plan: { partner: 'p', by, target, alternatives } }, new Map());
  if (!question.ok) throw new Error(JSON.stringify(question.faults));
  const answer = plan(question.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

/*
 * The long counts are what ends in about five minutes: nearly all of it is the search by hand, which asks
 * the straight line for every set of sittings on every day.
 */

/** How many exams the plan has as far as the search by hand goes; undefined is more, or none. */
const upTo = (most: number, exams: number | undefined): number | undefined =>
  exams === undefined || exams > most ? undefined : exams;

describe('the fewest exams are those that trying everything finds', () => {
  test('for tiny partners under every policy', () => {
    const by = dayAt(41);
    const most = 3;
    fc.assert(
      fc.property(smallPartner, ({ target, ...body }) => {
        const answer = planFor(body, target, by);
        const byHand = fewestByHand({
          ...{ body: body as unknown as Body, by, most, agreements: [] },
          isReady: ({ specializations, channelLevels }) =>
            [...specializations, ...channelLevels].every(({ readiness }) => readiness === 'met'),
        });
        expect(answer.proven).toBe(true);
        expect({ exams: upTo(most, answer.plan?.exams) }).toEqual({ exams: byHand });
        expect(answer.bound).toBeLessThanOrEqual(answer.plan?.exams ?? Number.POSITIVE_INFINITY);
      }),
      runs(60, 1_500),
    );
  });

  test('for one individual, whatever time does to exams, awards and rules', () => {
    const most = 2;
    fc.assert(
      fc.property(smallHistory, ({ by, ...body }) => {
        const answer = planFor(body, { specializations: ['s'] }, by);
        const byHand = fewestByHand({
          ...{ body: body as unknown as Body, by, most, agreements: ['a1', 'a2'] },
          isReady: ({ specializations }) => specializations.every(({ readiness }) => readiness === 'met'),
        });
        expect({ exams: upTo(most, answer.plan?.exams), asOf: ASOF }).toEqual({ exams: byHand, asOf: ASOF });
      }),
      runs(25, 500),
    );
  });
});
