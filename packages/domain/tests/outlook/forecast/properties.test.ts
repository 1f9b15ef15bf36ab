import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecast, parseForecast } from '../../../src/index.ts';
import { forecastInWords, wordsOf } from '../../../words/index.ts';
import { largeQuestion } from '../../partners/large-partners.ts';
import { reordered } from '../../reordered.ts';
import { runs } from '../../runs.ts';
import { forecastOf } from './ask.ts';
import { smallOutlook } from './small-outlooks.ts';

const LONG = 600_000;

test(
  'the same content gives the same bytes, whatever the order of the facts',
  () => {
    fc.assert(
      fc.property(smallOutlook, fc.integer({ min: 1, max: 60 }), (question, by) => {
        expect(JSON.stringify(forecastOf(reordered(question, by)))).toBe(JSON.stringify(forecastOf(question)));
      }),
      runs(60, 3_000),
    );
  },
  LONG,
);

test(
  'there is a sentence at everything that a forecast tells, and none shows a key or an empty place',
  () => {
    const english = wordsOf('en');
    if (english === undefined) throw new Error('No English');
    const sentences: unknown[] = [];
    fc.assert(
      fc.property(smallOutlook, (question) => {
        const request = parseForecast(question, new Map());
        if (!request.ok) throw new Error(JSON.stringify(request.faults));
        const answer = forecastOf(question);
        const said = forecastInWords(answer, request.value.program, english);
        if (!said.ok) throw new Error(JSON.stringify(said.faults));
        const unspoken = JSON.stringify(said.value, (key, value) => {
          if (key !== 'words') return value;
          sentences.push(value);
          return undefined;
        });
        expect(JSON.parse(unspoken)).toEqual(answer);
      }),
      runs(60, 3_000),
    );
    expect(sentences.length).toBeGreaterThan(100);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^\S.*\.$/);
      expect(sentence).not.toMatch(/undefined|null|NaN|\[object|\s\s|\s[.,;]|\.\.|;\.|, *\./);
    }
  },
  LONG,
);

/** A partner whose awards end one after another. */
function ending(people: number) {
  const question = largeQuestion({ people, specializations: 8, seed: 7, ability: 2, allocate: 'best' });
  const end = (index: number) =>
    Temporal.PlainDate.from('2004-07-10')
      .add({ days: (index * 37) % 600 })
      .toString();
  const individuals = question.individuals.map((facts, index) => ({
    ...facts,
    awards: (facts.awards ?? []).map((award, at) => ({ ...award, validUntil: end(index * 7 + at) })),
  }));
  return { ...question, individuals };
}

test('what the steps for searches do not reach is not told, and the day is: the rest is the same', {
  timeout: LONG,
}, () => {
  const question = ending(40);
  const whole = forecastOf(question).partners.find(({ id }) => id === 'p');
  // Partners share the steps; these have nobody.
  const others = Array.from({ length: 1_999 }, (_, index) => ({ id: `q${index}`, affiliations: [] }));
  const cut = forecastOf({ ...question, partners: [...question.partners, ...others] }).partners.find(
    ({ id }) => id === 'p',
  );
  if (whole === undefined || cut === undefined) throw new Error('No forecast');
  expect(whole.until).toBe('2009-06-30');
  expect(cut.until < whole.until).toBe(true);
  expect(cut.changes.every(({ on }) => on < cut.until)).toBe(true);
  const dayOf = (changes: typeof whole.changes) => changes.map(({ on, happenings }) => [on, happenings]);
  expect(dayOf(cut.changes)).toEqual(dayOf(whole.changes.filter(({ on }) => on < cut.until)));
});

test('a question that costs more than its steps is refused, and named, the same each time', { timeout: LONG }, () => {
  const request = parseForecast(ending(40), new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const refusals = [1, 2, 3].map(() => forecast(request.value, { steps: 20_000 }));
  expect(refusals[0]).toEqual({
    ok: false,
    faults: [{ path: '', code: 'out-of-steps', received: expect.any(String) }],
  });
  expect(refusals[1]).toEqual(refusals[0]);
  expect(refusals[2]).toEqual(refusals[0]);
});
