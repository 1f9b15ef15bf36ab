import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../../tests/partners/allocation-setup.ts';
import { nothing } from '../../../tests/partners/staff.ts';
import { contestOf } from '../contest.ts';
import { modelOf } from './model.ts';
import { Program } from './program.ts';

function modelled(setup: Setup) {
  const question = questionOf(setup);
  return modelOf(question, contestOf(question));
}

/** What the first three aims and all together come to in parts, weighed apart. */
function solved(setup: Setup) {
  const model = modelled(setup);
  const program = Program.of(model.columns, model.takers, model.bounds, 0, nothing);
  expect(program.solve(Number.NEGATIVE_INFINITY)).toBe(true);
  const aims = model.totals.map((row) => program.taken(row));
  const worth = aims.reduce((sum, amount, aim) => sum + amount * (model.weights[aim] as number), 0);
  return [...aims, program.bound() - worth].map((amount) => Math.round(amount * 1000) / 1000 + 0);
}

describe('qa#2.11: the whole question as one linear program', () => {
  const mixed = { maxJobRoles: 2, mixKinds: false };
  test.each<readonly [string, Setup, readonly [number, number, number, number]]>([
    [
      'who may not mix kinds does not count for two',
      { programs: { s1: { fe: 1 }, s2: { se: 1 } }, able: { a: 's1/fe s2/se' }, allocation: mixed },
      [0, 1, 0, 0],
    ],
    [
      'what is held comes first, and what is met is not filled beside',
      {
        programs: { s1: { fe: 1 }, s2: { se: 2 } },
        able: { a: 's1/fe s2/se', b: 's2/se' },
        allocation: mixed,
        held: ['s2'],
      },
      [1, 1, 0, 0],
    ],
    [
      'one of a technology, the other is filled beside',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 1 } },
        able: { a: 's1/fe', b: 's2/fe s1/fe' },
        allocation: mixed,
        technology: { s1: 't', s2: 't' },
      },
      [0, 1, 1, 0],
    ],
    [
      'more than four job roles are met together or not at all',
      {
        programs: { s1: { a: 1, b: 1, c: 1, d: 1, e: 1 } },
        able: { p: 's1/a s1/b s1/c s1/d' },
        allocation: { maxJobRoles: 3, mixKinds: false },
      },
      [0, 0, 1, 0],
    ],
    [
      'no more are kept than there is room',
      {
        programs: { s1: { fe: 1 }, s2: { fe: 2 } },
        able: { a: 's1/fe s2/fe', b: 's1/fe s2/fe' },
        allocation: { maxJobRoles: 1, mixKinds: false },
        given: ['a s1/fe', 'b s1/fe'],
        absent: ['s1', 's2'],
      },
      [0, 0, 2, 1],
    ],
  ])('%s', (_, setup, aims) => {
    expect(solved(setup)).toEqual(aims);
  });

  test('each aim weighs more than all that come after it', () => {
    const { weights } = modelled({
      programs: { s1: { fe: 2 }, s2: { se: 1 } },
      able: { a: 's1/fe', b: 's2/se s1/fe' },
      allocation: mixed,
      given: ['a s1/fe'],
    });
    const [held, met, filled, kept] = weights;
    expect(kept).toBe(1);
    expect(filled).toBeGreaterThan(1 * kept);
    expect(met).toBeGreaterThan(3 * filled + 1);
    expect(held).toBeGreaterThan(2 * met + 3 * filled + 1);
  });

  test('what pins fill and keep in what cannot be met is so whatever is chosen', () => {
    const { constant, weights } = modelled({
      programs: { s1: { fe: 1, se: 1 } },
      able: { a: 's1/fe' },
      allocation: mixed,
      pinned: ['a s1/fe'],
      given: ['a s1/fe'],
    });
    expect(constant).toBe(weights[2] + 1);
  });
});
