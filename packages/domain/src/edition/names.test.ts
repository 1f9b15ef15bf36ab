import { expect, test } from 'vitest';
import { editionOf, known } from '../../tests/partners/staff.ts';
import { Names } from './names.ts';

test('ids have numbers in the order in which they were named first', () => {
  const names = new Names();
  expect(['x', 'y', 'x', 'z'].map((id) => names.add(id))).toEqual([0, 1, 0, 2]);
  expect([names.numberOf('z'), names.numberOf('w'), names.idOf(1), names.count]).toEqual([2, undefined, 'y', 3]);
});

test('an edition that takes effect later is not felt: its ids are not known before, whatever the order of the editions', () => {
  const exam = (id: string) => ({ id, title: id, technical: true });
  const first = editionOf([], { exams: [exam('old')], effectiveFrom: '2004-01-01' });
  const second = editionOf([], { exams: [exam('new'), exam('old')], effectiveFrom: '2004-06-01', edition: 'second' });
  for (const editions of [
    [first, second],
    [second, first],
  ]) {
    const told = ['2004-05-31', '2004-06-01'].map((day) =>
      ['old', 'new', 'none'].map((id) => known(editions, day).knows('exams', id)),
    );
    expect(told).toEqual([
      [true, false, false],
      [true, true, false],
    ]);
  }
});
