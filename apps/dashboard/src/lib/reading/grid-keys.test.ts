import { expect, test } from 'vitest';
import { movedBy, within } from './grid-keys.ts';

const size = { rows: 20, columns: 6, page: 8 };
const press = (key: string, row: number, column: number, ctrlKey = false) =>
  movedBy({ key, ctrlKey, metaKey: false }, { row, column }, size);

test.each([
  ['ArrowUp', 3, 2, false, 2, 2],
  ['ArrowUp', 0, 2, false, 0, 2],
  ['ArrowDown', 19, 2, false, 19, 2],
  ['ArrowLeft', 3, 0, false, 3, 0],
  ['ArrowRight', 3, 4, false, 3, 5],
  ['Home', 3, 4, false, 3, 0],
  ['Home', 3, 4, true, 0, 0],
  ['End', 3, 4, false, 3, 5],
  ['End', 3, 4, true, 19, 5],
  ['PageUp', 3, 4, false, 0, 4],
  ['PageDown', 3, 4, false, 11, 4],
] as const)('%s at row %i, column %i (whole: %s)', (key, row, column, whole, toRow, toColumn) => {
  expect(press(key, row, column, whole)).toEqual({ row: toRow, column: toColumn });
});

test.each(['Enter', 'Tab', 'a', 'toString'])('%s moves nowhere', (key) => {
  expect(press(key, 3, 4)).toBeUndefined();
});

test('in a grid without cells everything is at its corner', () => {
  expect(within({ row: 4, column: 4 }, { rows: 0, columns: 0 })).toEqual({ row: 0, column: 0 });
});
