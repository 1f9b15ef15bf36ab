import { describe, expect, test } from 'vitest';
import { type Evaluation, evaluate, parseProgram, parseRequest } from '../src/index.ts';
import { readCases } from '../tests/conformance.ts';
import { validEdition } from '../tests/editions.ts';
import { type ExplanationInWords, type InWords, inWords, languages, type Words, wordsOf } from './index.ts';

function english(): Words {
  const words = wordsOf('en');
  if (words === undefined) throw new Error('No English');
  return words;
}

test('English is there, another language is not', () => {
  expect(languages).toContain('en');
  expect(languages.map((language) => wordsOf(language)?.language)).toEqual(languages);
  expect(wordsOf('xx')).toBeUndefined();
  expect(wordsOf('constructor')).toBeUndefined();
});

function answerInWords(request: unknown) {
  const parsed = parseRequest(request, new Map());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const answer = evaluate(parsed.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const spoken = inWords(answer.value, parsed.value.program, english());
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  return { answer: answer.value, spoken: spoken.value };
}

const nodesOf = (node: ExplanationInWords): readonly ExplanationInWords[] => [node, ...node.of.flatMap(nodesOf)];
const progressOf = (evaluation: InWords<Evaluation>) =>
  evaluation.individuals.flatMap(({ awards }) => awards.flatMap(({ progress }) => nodesOf(progress)));

describe('an answer in words', () => {
  const cases = readCases().map(({ request }) => answerInWords(request));

  test('has a sentence at every node, and is the same answer without them', () => {
    for (const { answer, spoken } of cases) {
      const unspoken = JSON.stringify(spoken, (key, value) => (key === 'words' ? undefined : value));
      expect(JSON.parse(unspoken)).toEqual(answer);
      for (const { words } of progressOf(spoken)) expect(words).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  test('calls nothing by an id that has a name; an exam is said by its number and its title', () => {
    const edition = validEdition();
    const ids: string[] = [...edition.certifications, ...edition.agreements].map(({ id }) => id);
    const sentences = cases.flatMap(({ spoken }) => progressOf(spoken).map(({ words }) => words));
    const bare = sentences.filter((words) => ids.some((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(words)));
    expect(bare).toEqual([]);
    const exams: string[] = edition.exams.map(({ id }: { id: string }) => id);
    const untitled = sentences.filter((words) => exams.some((id) => new RegExp(`${id}(?! \\()`).test(words)));
    expect(untitled).toEqual([]);
    expect(sentences.length).toBeGreaterThan(100);
  });

  test('shows no key, no null and no empty place of a template', () => {
    for (const { spoken } of cases) {
      for (const { words } of progressOf(spoken))
        expect(words).not.toMatch(/undefined|null|NaN|\[object|\s\s|\s[.,;]|\.\./);
    }
  });

  test('takes the names of the later edition where two differ', () => {
    const edition = validEdition();
    const later = { ...validEdition(), edition: 'later', effectiveFrom: '2004-01-01' };
    later.certifications[0].name = 'CCNA renamed';
    const program = parseProgram([later, edition]);
    if (!program.ok) throw new Error(JSON.stringify(program.faults));
    const node = { met: false, cites: [], basis: 'stated', by: [], of: [] } as const;
    const missing = [{ certification: 'ccna' }];
    const { words } = english().explain(
      program.value,
      '2004-06-30',
    )({
      ...node,
      rule: 'certification',
      subject: { certification: 'ccna' },
      missing,
    });
    expect(words).toBe('CCNA renamed must be active.');
  });
});
