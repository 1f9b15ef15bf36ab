import { describe, expect, test } from 'vitest';
import { dayOf, formatDay } from '../calendar/day.ts';
import { programNames } from '../edition/names.ts';
import { compileRequirement } from '../edition/node.ts';
import type { Requirement } from '../edition/requirement.ts';
import { EVER, lastExam, NO_EXAM, passesOf, type Situation, UNMET } from './evidence.ts';
import { History } from './history.ts';
import { Marks } from './marks.ts';

const on = (month: number, day = 1): number => dayOf(2004, month, day);

const names = programNames();
const passed = new Marks(4);
passed.add(names.exams.add('a'), on(3));
passed.add(names.exams.add('a'), on(1));
passed.add(names.exams.add('b'), on(2));
passed.add(names.exams.add('c'), on(5));
passed.inOrder();

/** In June 2004: `a` was passed in January and March, `b` in February, `c` in May; CCNA is active. */
const situation = (given: Partial<Situation> = {}): Situation => ({
  history: new History('i1', names, passed, new Marks(0), [], []),
  day: on(6),
  since: EVER,
  isActive: (certification) => certification === names.certifications.add('ccna'),
  budget: { left: 1000 },
  ...given,
});

const exam = (id: string): Requirement => ({ exam: id });
const CCNA: Requirement = { certification: 'ccna' };

describe('qa#3.4 qa#3.7: the evidence for a requirement', () => {
  const CASES: readonly (readonly [
    string,
    Requirement,
    readonly string[] | 'awards' | 'unmet',
    Partial<Situation>?,
  ])[] = [
    ['an exam stands by its latest pass', exam('a'), ['a 2004-03-01']],
    ['in its window', { exam: 'a', taken: { until: '2004-03-01' } }, ['a 2004-01-01']],
    ['outside of it there is none', { exam: 'a', taken: { from: '2004-03-02' } }, 'unmet'],
    ['where the day is no longer accepted there is none', { exam: 'a', accepted: { until: '2004-06-01' } }, 'unmet'],
    ['a pass is too old on the day it reaches the age', { exam: 'a', within: 'P3M' }, 'unmet'],
    ['and not the day before', { exam: 'a', within: 'P3M' }, ['a 2004-03-01'], { day: on(5, 31) }],
    ['passes before a day do not count', exam('b'), 'unmet', { since: on(2, 2) }],
    ['later passes are not there yet', exam('c'), 'unmet', { day: on(4) }],
    ['an award that is active needs no exam', CCNA, 'awards'],
    ['one that is not meets nothing', { certification: 'ccda' }, 'unmet'],
    ['of a choice the one whose exam is latest', { anyOf: [exam('b'), exam('c'), CCNA] }, ['c 2004-05-01']],
    ['of all, all', { allOf: [exam('b'), exam('a'), CCNA] }, ['b 2004-02-01', 'a 2004-03-01']],
    ['all but one are not all', { allOf: [exam('b'), exam('d')] }, 'unmet'],
    [
      'of several the first listed, and one that is latest',
      { atLeast: 2, of: [exam('b'), exam('a'), exam('c')] },
      ['b 2004-02-01', 'c 2004-05-01'],
    ],
    [
      'awards first, where the latest exam is among the first',
      { atLeast: 2, of: [CCNA, exam('c'), exam('b')] },
      ['c 2004-05-01'],
    ],
    ['too few of several', { atLeast: 2, of: [exam('b'), exam('d')] }, 'unmet'],
    ['a pass that serves twice stands once', { allOf: [exam('b'), { anyOf: [exam('b')] }] }, ['b 2004-02-01']],
  ];

  for (const [name, requirement, expected, given] of CASES) {
    test(name, () => {
      expect(evidenceFor(requirement, situation(given))).toEqual(expected);
    });
  }
});

function evidenceFor(requirement: Requirement, asked: Situation): readonly string[] | 'awards' | 'unmet' {
  const node = compileRequirement(requirement, names);
  const last = lastExam(node, asked);
  if (last === UNMET) return 'unmet';
  if (last === NO_EXAM) return 'awards';
  const passes = passesOf(node, asked);
  if (passes.at(-1)?.takenOn !== last) throw new Error('The last pass is not the last exam');
  return passes.map(({ exam: id, takenOn }) => `${id} ${formatDay(takenOn)}`);
}
