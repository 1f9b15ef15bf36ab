import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../../tests/partners/drawn-setups.ts';
import { runs } from '../../../tests/runs.ts';
import { Load } from '../limits.ts';
import { Tally } from './tally.ts';

describe('qa#2.11: what one individual fills, in numbers', () => {
  test('has room for the same job roles as a load, whatever is added and taken away', () => {
    fc.assert(
      fc.property(drawnSetup, fc.array(fc.nat({ max: 20 }), { maxLength: 12 }), (setup, moves) => {
        const { staff } = questionOf(setup);
        const places = staff.places.filter((place) => !place.exempt);
        if (places.length === 0) return;
        const [tally, load] = [new Tally(staff.limits, staff.places), new Load(staff.limits)];
        for (const move of moves) {
          const place = places[move % places.length] as (typeof places)[number];
          if (load.has(place)) {
            load.remove(place);
            tally.count(place, -1);
          } else if (load.brokenBy(place) === undefined) {
            load.add(place);
            tally.count(place, 1);
          }
          const others = places.filter((other) => !load.has(other));
          const fit = others.filter((other) => load.brokenBy(other) === undefined);
          expect(others.filter((other) => tally.fits(other))).toEqual(fit);
        }
      }),
      runs(300, 5_000),
    );
  }, 600_000);
});
