import { describe, expect, test } from 'vitest';
import { worthIn } from './worth.ts';

describe('what a set is worth', () => {
  // Of three candidates the first two are worth 4, and another set may be worth 10.
  const { coefficients, limit } = worthIn([0, 1], 4, 10, 3, 4);
  test.each([
    ['the set itself', [1, 1, 0], 4],
    ['a set with more', [1, 1, 1], 4],
    ['a set with less', [1, 0, 1], 10],
  ] as const)('%s', (_, set, most) => {
    const used = set.reduce<number>((sum, each, index) => sum + each * (coefficients[index] as number), 0);
    expect((limit - used) / (coefficients[3] as number)).toBe(most);
  });
});
