import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { differences, readCases } from '../conformance.ts';
import { largeQuestion } from '../partners/large-partners.ts';
import { smallQuestion } from '../partners/small-partners.ts';
import { runs } from '../runs.ts';
import { answer } from './answer.ts';
import { answersInChromium } from './chromium.ts';
import { answersInWorkerd } from './workerd.ts';

const cases = readCases();
const generated = [
  ...fc.sample(smallQuestion, runs(100, 1_000)),
  ...(['given', 'best'] as const).map((allocate) =>
    largeQuestion({ people: 60, specializations: 8, seed: 1, given: 40, allocate }),
  ),
];
const requests = [...cases.map(({ request }) => request), ...generated];

describe.each([
  ['workerd', answersInWorkerd],
  ['Chromium', answersInChromium],
])('Node and %s', (_, answersThere) => {
  let there: readonly string[] = [];

  beforeAll(async () => {
    there = await answersThere(requests);
  }, 90_000);

  test.each(cases.map(({ name, title, cites }, index) => [cites.join(' '), title, name, index] as const))(
    '%s: %s (%s): what the case expects, in the same bytes',
    (_cites, _title, _name, index) => {
      const text = there[index] ?? 'null';
      const parsed: unknown = JSON.parse(text);
      expect(differences({ ok: true, value: cases[index]?.expect }, parsed)).toEqual([]);
      expect(text).toBe(answer(requests[index]));
    },
  );

  test('generated partners, small and large: the same bytes', () => {
    expect(there).toHaveLength(requests.length);
    for (const [index, question] of generated.entries()) {
      expect(there[cases.length + index]).toBe(answer(question));
    }
  });

  test('what is refused: the same bytes', async () => {
    const refused = [null, { ...requests[0], asOf: '1900-01-01' }, { ...requests[0], partners: 'p' }];
    expect(await answersThere(refused)).toEqual(refused.map(answer));
  }, 90_000);
});
