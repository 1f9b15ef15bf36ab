import { describe, expect, test } from 'vitest';
import { questionOf, type Setup } from '../../tests/partners/allocation-setup.ts';
import { nothing } from '../../tests/partners/staff.ts';
import { couldBeFilled } from './possible.ts';

describe('qa#2.11: whether a specialization could be met with nobody allocated elsewhere', () => {
  test.each<readonly [string, Setup, boolean]>([
    ['with nobody', { programs: { s1: { fe: 1 } }, able: {} }, false],
    ['with no job role', { programs: { s1: {} }, able: {} }, true],
    ['by one in two job roles', { programs: { s1: { fe: 1, se: 1 } }, able: { a: 's1/fe s1/se' } }, true],
    ['not by one in three', { programs: { s1: { fe: 1, se: 1, am: 1 } }, able: { a: 's1/fe s1/se s1/am' } }, false],
    ['not by one in two places of a job role', { programs: { s1: { fe: 2 } }, able: { a: 's1/fe' } }, false],
    [
      'not by one of two kinds that may not be mixed',
      { programs: { s1: { fe: 1, se: 1 } }, able: { a: 's1/fe s1/se' }, allocation: { mixKinds: false } },
      false,
    ],
    [
      'by moving whoever came first',
      { programs: { s1: { fe: 1, se: 1 } }, able: { a: 's1/fe s1/se', b: 's1/fe' }, allocation: { maxJobRoles: 1 } },
      true,
    ],
    [
      'by moving whoever came first, where kinds may not be mixed',
      { programs: { s1: { fe: 1, se: 1 } }, able: { a: 's1/fe s1/se', b: 's1/fe' }, allocation: { mixKinds: false } },
      true,
    ],
    [
      'not by two who would have to mix kinds for the third job role',
      {
        programs: { s1: { fe: 1, se: 1, am: 1 } },
        able: { a: 's1/fe s1/se s1/am', b: 's1/fe s1/se s1/am' },
        allocation: { maxJobRoles: 2, mixKinds: false },
      },
      false,
    ],
    [
      'where all is waived',
      {
        programs: { s1: { fe: 1 } },
        able: {},
        facts: {
          waivers: [{ specialization: 's1', jobRole: 'fe', places: 9, from: '2004-01-01', until: '2005-01-01' }],
        },
      },
      true,
    ],
  ])('%s', (_, setup, possible) => {
    const { staff, valuation } = questionOf(setup);
    const [entry] = valuation.takesPart;
    expect(entry !== undefined && couldBeFilled(entry, staff, nothing)).toBe(possible);
  });

  test('what no flow can fill is not searched', () => {
    const roles = Array.from({ length: 120 }, (_, index) => `${['fe', 'se', 'am'][index % 3]}${index}`);
    const { staff, valuation } = questionOf({
      programs: { s1: Object.fromEntries(roles.map((role) => [role, 1])) },
      able: Object.fromEntries(['a', 'b', 'c'].map((id) => [id, roles.map((role) => `s1/${role}`).join(' ')])),
      allocation: { maxJobRoles: 2, mixKinds: false },
    });
    const [entry] = valuation.takesPart;
    let steps = 0;
    const isPossible =
      entry !== undefined &&
      couldBeFilled(entry, staff, (amount) => {
        steps += amount;
      });
    expect(isPossible).toBe(false);
    expect(steps).toBeLessThan(100_000);
  });
});
