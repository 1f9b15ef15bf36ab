import { impactOf, parseImpact } from '@standing/domain';
import { impactInWords, wordsOf } from '@standing/domain/words';
import { describe, expect, test } from 'vitest';
import { impact, post, problemIn, programs, question } from '../../tests/ask.ts';

const to = '/v1/impacts';
const published = new Map([...programs].map(([id, { program }]) => [id, program]));

/** The bytes of the domain's own answer. */
function ownAnswer(body: unknown, language?: string): string {
  const asked = parseImpact(body, published);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const answer = impactOf(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const words = language === undefined ? undefined : wordsOf(language);
  if (words === undefined) return JSON.stringify(answer.value);
  const spoken = impactInWords(answer.value, asked.value, words);
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  return JSON.stringify(spoken.value);
}

describe('POST /v1/impacts', () => {
  test("answers with the bytes of the domain's answer, with words when asked", async () => {
    const response = await post(JSON.stringify(impact), { to });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(ownAnswer(impact));
    const spoken = await post(JSON.stringify(impact), { to, query: '?words=en' });
    const text = await spoken.text();
    expect(text).toBe(ownAnswer(impact, 'en'));
    expect(JSON.parse(text)).toMatchObject({
      words: 'No partners lose, no partners gain, one partner stays as it is.',
    });
  });

  test.each<[string, object, string]>([
    ['no program after', {}, 'impact.after'],
    ['a day that is none', { after: 'cisco-channel', days: ['2004-02-30'] }, 'impact.days[0]'],
    ['no day', { after: 'cisco-channel', days: [] }, 'impact.days'],
    [
      'a day before the first edition',
      { after: 'cisco-channel', days: ['2004-09-15', '1999-01-01'] },
      'impact.days[1]',
    ],
    ['a broken edition', { after: [{}] }, 'impact.after[0].program'],
    ['too many examples', { after: 'cisco-channel', examples: 101 }, 'impact.examples'],
  ])('refuses %s with its path', async (_, asked, path) => {
    const { issues } = await problemIn(await post(JSON.stringify({ ...question, impact: asked }), { to }), 422);
    expect(issues.map((issue) => issue.path)).toContain(path);
  });

  test('a program that nobody published is not found', async () => {
    const body = { ...question, impact: { after: 'nobody-knows' } };
    const { issues } = await problemIn(await post(JSON.stringify(body), { to }), 404);
    expect(issues.map(({ path }) => path)).toEqual(['impact.after']);
  });
});
