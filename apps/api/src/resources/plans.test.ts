import { describe, expect, test } from 'vitest';
import { planned, post, problemIn } from '../../tests/ask.ts';

const to = '/v1/plans';

describe('POST /v1/plans', () => {
  test('answers the same bytes each time, which nobody stores', async () => {
    const response = await post(JSON.stringify(planned), { to });
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    const text = await response.text();
    expect(await (await post(JSON.stringify(planned), { to })).text()).toBe(text);
    expect(text).not.toContain('"words"');
  });

  test('gives a plan that the evaluation confirms, with sentences when asked', async () => {
    const { channelLevel: _, ...target } = planned.plan.target;
    const body = JSON.stringify({ ...planned, plan: { ...planned.plan, target } });
    const response = await post(body, { to, query: '?words=en' });
    const answer = (await response.json()) as {
      plan: { words: string; steps: { words: string }[]; outcome: object[] };
    };
    expect(answer).toMatchObject({ possible: false, words: expect.stringMatching(/^Imagined: /) });
  });

  test.each([
    ['a partner that is not there', { partner: 'nobody' }, 'plan.partner'],
    ['a day that is not after', { by: '2004-09-15' }, 'plan.by'],
    ['a target with nothing in it', { target: {} }, 'plan.target'],
    ['a specialization that is not there', { target: { specializations: ['x'] } }, 'plan.target.specializations[0]'],
  ])('refuses %s', async (_, change, path) => {
    const body = JSON.stringify({ ...planned, plan: { ...planned.plan, ...change } });
    const { issues } = await problemIn(await post(body, { to }), 422);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });
});
