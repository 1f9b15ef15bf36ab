import { describe, expect, test } from 'vitest';
import { validEdition } from '../../tests/editions.ts';
import { faultsOfAll } from '../../tests/faults.ts';
import { parseProgram } from './program.ts';

const first = validEdition();
const second = { ...first, edition: '2004-11-04', effectiveFrom: '2004-11-04' };
const third = { ...first, edition: '2005-11-04', effectiveFrom: '2005-11-04' };

describe('editions of one program', () => {
  test.each([[[first, second, third]], [[third, first, second]]])(
    'stand by the day on which they take effect',
    (...editions) => {
      const outcome = parseProgram(editions[0]);
      expect(outcome.ok && outcome.value.id).toBe('cisco-channel');
      expect(outcome.ok && outcome.value.editions.map(({ document }) => document.edition)).toEqual([
        '2003-11-04',
        '2004-11-04',
        '2005-11-04',
      ]);
    },
  );

  test.each([
    ['no edition', [], ['program non_empty']],
    ['no list', { ...first }, ['program type']],
    ['a text in a list', ['edition.json'], ['program[0] type']],
    ['the same edition twice', [first, { ...second, edition: first.edition }], ['program[1].edition edition-twice']],
    [
      'two editions of a day',
      [first, { ...second, effectiveFrom: '2003-11-04' }],
      ['program[1].effectiveFrom two-editions-of-a-day'],
    ],
    ['two programs', [first, { ...second, program: 'another' }], ['program[1].program two-programs']],
    [
      'one document twice',
      [first, second, first],
      ['program[2].edition edition-twice', 'program[2].effectiveFrom two-editions-of-a-day'],
    ],
    [
      'faults in several editions and between them',
      [{ ...first, name: 5 }, second, { ...third, program: 'another', exam: [] }],
      ['program[0].name type', 'program[2].exam unknown-key', 'program[2].program two-programs'],
    ],
  ])('%s', (_, editions, faults) => {
    expect(faultsOfAll(editions)).toEqual(faults);
  });
});
