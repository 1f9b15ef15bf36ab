import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../tests/partners/drawn-setups.ts';
import { runs } from '../../tests/runs.ts';
import { contestOf } from './contest.ts';
import { InTurn } from './in-turn.ts';
import { Incumbent } from './incumbent.ts';
import { Joint } from './joint/joint.ts';

describe('qa#2.11: one aim after another', () => {
  test('comes to what all aims together come to, where the limits are those of a flow', () => {
    let compared = 0;
    fc.assert(
      fc.property(drawnSetup, (setup) => {
        const question = questionOf(setup);
        const contest = contestOf(question);
        if (!contest.nested) return;
        compared += 1;
        const [one, other] = [new Incumbent(question), new Incumbent(question)];
        const inTurn = new InTurn(question, contest, one);
        expect([inTurn.run(), new Joint(question, contest, other).run()]).toEqual([true, true]);
        expect(one.value).toEqual(other.value);
        expect(inTurn.bound()).toEqual(one.value);
      }),
      runs(300, 10_000),
    );
    expect(compared).toBeGreaterThan(100);
  }, 600_000);
});
