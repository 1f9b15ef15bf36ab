import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionOf } from '../../../tests/partners/allocation-setup.ts';
import { drawnSetup } from '../../../tests/partners/drawn-setups.ts';
import { nothing } from '../../../tests/partners/staff.ts';
import { runs } from '../../../tests/runs.ts';
import { contestOf } from '../contest.ts';
import { Incumbent } from '../incumbent.ts';
import { Load } from '../limits.ts';
import type { Assignment } from '../problem.ts';
import { modelOf } from './model.ts';
import { Search } from './search.ts';

const LONG = 600_000;

describe('qa#2.11: the search over all aims together', () => {
  test(
    'gives people what the limits allow, and ends where nothing that is left could be worth more',
    () => {
      fc.assert(
        fc.property(drawnSetup, (setup) => {
          const question = questionOf(setup);
          const contest = contestOf(question);
          const model = modelOf(question, contest);
          const incumbent = new Incumbent(question);
          const weigh = (): number =>
            incumbent.value.reduce((sum, part, aim) => sum + part * (model.weights[aim] as number), -model.constant);
          const told: Assignment[] = [];
          const found = (assignment: Assignment): void => {
            told.push(assignment);
            incumbent.keep(incumbent.completed(contest, assignment));
          };
          const search = new Search(model, weigh, found, nothing);
          const before = search.bound();
          expect(search.run()).toBe(true);
          expect(search.bound()).toBe(weigh());
          expect(before).toBeGreaterThanOrEqual(weigh());
          const broken = told.flatMap((assignment) =>
            [...assignment].filter(([person, places]) => {
              const own = question.pinned.flatMap(({ individual, place }) => (individual === person.id ? [place] : []));
              const load = new Load(question.staff.limits, own);
              return places.some((place) => {
                const breaks =
                  load.has(place) || load.brokenBy(place) !== undefined || !question.staff.canFill(person.id, place);
                load.add(place);
                return breaks;
              });
            }),
          );
          expect(broken).toEqual([]);
        }),
        runs(300, 10_000),
      );
    },
    LONG,
  );
});
