import { parseScenario, scenarioOf } from '@standing/domain';
import { scenarioInWords, wordsOf } from '@standing/domain/words';
import { describe, expect, test } from 'vitest';
import { post, problemIn, programs, question, scenario } from '../../tests/ask.ts';

const to = '/v1/scenarios';
const published = new Map([...programs].map(([id, { program }]) => [id, program]));

/** The bytes of the domain's own answer. */
function ownAnswer(body: unknown, language?: string): string {
  const asked = parseScenario(body, published);
  if (!asked.ok) throw new Error(JSON.stringify(asked.faults));
  const answer = scenarioOf(asked.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const words = language === undefined ? undefined : wordsOf(language);
  if (words === undefined) return JSON.stringify(answer.value);
  const spoken = scenarioInWords(answer.value, asked.value, words);
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  return JSON.stringify(spoken.value);
}

describe('POST /v1/scenarios', () => {
  test("answers with the bytes of the domain's answer, with words when asked", async () => {
    const response = await post(JSON.stringify(scenario), { to });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(ownAnswer(scenario));
    const spoken = await post(JSON.stringify(scenario), { to, query: '?words=en' });
    const text = await spoken.text();
    expect(text).toBe(ownAnswer(scenario, 'en'));
    const { words } = JSON.parse(text) as { words: string };
    expect(words).toMatch(
      /^Imagined: another day, the best allocation, CSCO10000001 passes 642-511 \(.*three more changes/,
    );
  });

  test.each<[string, object, string]>([
    ['nobody of that id', { changes: [{ kind: 'leaves', individual: 'ana' }] }, 'scenario.changes[0].individual'],
    ['another kind', { changes: [{ kind: 'flies', individual: 'ana' }] }, 'scenario.changes[0].kind'],
    ['a day before the first edition', { asOf: '1999-01-01' }, 'scenario.asOf'],
    ['a broken edition', { program: [{}] }, 'scenario.program[0].program'],
    ['an unknown key', { changed: [] }, 'scenario.changed'],
  ])('refuses %s with its path', async (_, imagined, path) => {
    const { issues } = await problemIn(await post(JSON.stringify({ ...question, scenario: imagined }), { to }), 422);
    expect(issues.map((issue) => issue.path)).toContain(path);
  });

  test('a program that nobody published is not found', async () => {
    const body = { ...question, scenario: { program: 'nobody-knows' } };
    const { issues } = await problemIn(await post(JSON.stringify(body), { to }), 404);
    expect(issues.map(({ path }) => path)).toEqual(['scenario.program']);
  });
});
