import { describe, expect, test } from 'vitest';
import { questionOf } from '../../tests/partners/allocation-setup.ts';
import { contestOf } from './contest.ts';
import type { Allocated } from './given.ts';
import { Incumbent, mostOfAll } from './incumbent.ts';

const named = (allocated: readonly Allocated[]) =>
  allocated.map(({ individual, place }) => `${individual} ${place.jobRole.id}`).sort();

describe('the best allocation found so far', () => {
  const setup = {
    programs: { s1: { fe: 1 }, s2: { se: 1 } },
    able: { a: 's1/fe s2/se', b: 's1/fe' },
    allocation: { maxJobRoles: 1 },
    given: ['b s1/fe'],
  };

  test('begins with whoever comes first, what is held before the rest', () => {
    expect(named(new Incumbent(questionOf(setup)).allocated)).toEqual(['a fe']);
    expect(named(new Incumbent(questionOf({ ...setup, held: ['s2'] })).allocated)).toEqual(['a se', 'b fe']);
  });

  test('is kept until a better one comes', () => {
    const question = questionOf(setup);
    const incumbent = new Incumbent(question);
    expect(incumbent.value).toEqual([0, 1, 0, 0]);
    const [a, b] = question.staff.places.map((place) => [{ individual: 'b', place }] as const);
    expect(incumbent.keep(a ?? [])).toEqual([0, 1, 0, 1]);
    expect(incumbent.keep(b ?? [])).toEqual([0, 1, 0, 0]);
    expect(named(incumbent.allocated)).toEqual(['b fe']);
  });

  test('puts no more on a place than it has room, those who stand there first, and fills the rest', () => {
    const question = questionOf(setup);
    const contest = contestOf(question);
    const people = contest.problem.groups.flatMap((group) => group.people);
    const [fe] = question.staff.places.slice(0, 1);
    const assignment = new Map(people.map((person) => [person, fe === undefined ? [] : [fe]]));
    expect(named(new Incumbent(question).completed(contest, assignment))).toEqual(['a se', 'b fe']);
  });

  test('cannot be more than all that takes part', () => {
    expect(mostOfAll(questionOf({ ...setup, held: ['s1', 's2'], absent: ['s2'] }))).toEqual([1, 1, 2, 1]);
  });
});
