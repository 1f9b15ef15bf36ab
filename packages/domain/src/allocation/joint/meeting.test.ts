import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../../tests/partners/allocation-setup.ts';
import { contestOf } from '../contest.ts';
import { Draft } from './columns.ts';
import { Meeting } from './meeting.ts';

const ALL = 's1/a s1/b s1/c s1/d s1/e';

function met(setup: Setup) {
  const question = questionOf({ ...setup, allocation: { maxJobRoles: 2, mixKinds: false } });
  const contest = contestOf(question);
  const draft = new Draft();
  const rowOn: number[] = [];
  for (const place of contest.problem.room.keys()) rowOn[place.index] = draft.row(0, 9);
  const before = draft.bounds.length;
  const meeting = new Meeting(draft, question, contest, rowOn, [1000, 100, 10, 1]);
  const { worth } = draft.columns();
  return { meeting, worth: [...worth], rows: draft.bounds.length - before, takers: draft.takers };
}

describe('qa#2.11: specializations take what people give', () => {
  test('all places of one that is met, of another each place or not', () => {
    const { meeting, worth, rows, takers } = met({
      programs: { s1: { a: 2, b: 1 } },
      able: { p: 's1/a', q: 's1/a', r: 's1/b' },
      held: ['s1'],
    });
    expect(takers.map(({ columns }) => columns.length)).toEqual([5]);
    expect(worth).toEqual([1100, 0, 20, 10, 30]);
    expect(meeting.candidates).toEqual([{ taker: 0, met: 0 }]);
    expect(rows, 'what is held, met and filled').toBe(3);
  });

  test('a long one in several parts that are held together', () => {
    const people = Object.fromEntries(['p', 'q', 'r', 's', 't'].map((id) => [id, ALL]));
    const { worth, rows, takers } = met({ programs: { s1: { a: 1, b: 1, c: 1, d: 1, e: 1 } }, able: people });
    expect(takers.map(({ columns }) => columns.length)).toEqual([1 + 16, 1 + 2]);
    expect([worth[0], worth[17]]).toEqual([100, 0]);
    expect(rows).toBe(4);
  });

  test('of one that cannot be met places alone, and what pins fill there', () => {
    const { meeting, worth } = met({
      programs: { s1: { a: 1, b: 2 } },
      able: { p: 's1/a', q: 's1/b' },
      pinned: ['p s1/a'],
    });
    expect(meeting.candidates).toEqual([]);
    expect(worth).toEqual([0, 20]);
    expect(meeting.filled).toBe(1);
  });
});
