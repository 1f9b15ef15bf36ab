import { expect, test } from 'vitest';
import { renewalInWords } from './forecast.ts';
import { bannerInWords, editionInWords } from './what-if.ts';

const fact = (words: string, on: string, isBegun: boolean) => ({ words, on, isBegun });
const ana = fact('Ana leaves', '2004-09-15', true);
const bo = fact('Bo leaves', '2004-11-01', false);

test.each([
  [[ana], '2 of 3 specializations fall', 'Imagined: Ana leaves · 2 of 3 specializations fall'],
  [[ana, bo], 'nothing falls', 'Imagined: two things · nothing falls'],
  [[bo], undefined, 'What is imagined begins on 1 November 2004; on the day shown all is fact.'],
  [[], undefined, ''],
])('the banner of %j', (facts, effects, words) => {
  expect(bannerInWords(facts, effects)).toBe(words);
});

test('an edition that was replaced holds still, one that is to come already', () => {
  expect(editionInWords('2003-11-03', '2003-01-01', '2004-09-15')).toBe('the edition 2003-11-03 still holds');
  expect(editionInWords('2005-01-01', '2005-01-01', '2004-09-15')).toBe('the edition 2005-01-01 holds already');
});

test.each([
  [
    '2004-10-22',
    undefined,
    'S1 can be renewed from 22 October 2004 on: submit it before 20 January 2005; the program decides on it.',
  ],
  ['2004-09-15', undefined, 'S1 can be renewed now: submit it before 20 January 2005; the program decides on it.'],
  ['2004-09-01', '2004-09-02', 'The renewal of S1 was submitted on 2 September 2004; the program decides on it.'],
])('what to do for a renewal whose window opens on %s', (opens, submittedOn, words) => {
  expect(renewalInWords('S1', { opens, anniversary: '2005-01-20', submittedOn }, '2004-09-15')).toBe(words);
});
