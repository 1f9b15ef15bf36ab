import { expect, test } from 'vitest';
import { programNames } from '../edition/names.ts';
import { Agenda } from './agenda.ts';
import { History, type VerifiedAward } from './history.ts';
import { inOrder, markOf } from './marks.ts';

const EXAMS = 3;

/** Passes and acceptances as `[what, day]`, in any order. */
function agendaOf(
  passed: readonly (readonly [number, number])[],
  accepted: readonly (readonly [number, number])[] = [],
  verified: readonly VerifiedAward[] = [],
): Agenda {
  const marks = (facts: readonly (readonly [number, number])[]) =>
    inOrder(facts.map(([thing, day]) => markOf(thing, day)));
  return new Agenda(new History('i1', programNames(), marks(passed), marks(accepted), verified, []), EXAMS);
}

/** Every day that comes, with what is taken on it. */
function gone(agenda: Agenda): readonly string[] {
  const days: string[] = [];
  for (let day = agenda.next(); day < Number.POSITIVE_INFINITY; day = agenda.next()) {
    const said = [`${day}:`];
    for (let award = agenda.takeVerified(day); award !== undefined; award = agenda.takeVerified(day)) {
      said.push(`v${award.certification}`);
    }
    if (agenda.takeAgreed(day)) said.push('agreed');
    for (let exam = agenda.takePass(day); exam !== undefined; exam = agenda.takePass(day)) said.push(`e${exam}`);
    days.push(said.join(' '));
  }
  return days;
}

test('passes come by day, those of a day by exam', () => {
  const passed = [
    [2, 12],
    [0, 12],
    [1, 15],
    [1, -9],
  ] as const;
  expect(gone(agendaOf(passed))).toEqual(['-9: e1', '12: e0 e2', '15: e1']);
});

test('days of acceptances come once, whatever was accepted, and verified awards in their order', () => {
  const verified = [
    { certification: 4, from: 11, until: 20 },
    { certification: 7, from: 12, until: 20 },
    { certification: 3, from: 12, until: 30 },
  ];
  const accepted = [
    [0, 14],
    [1, 12],
    [0, 12],
  ] as const;
  expect(gone(agendaOf([[1, 12]], accepted, verified))).toEqual(['11: v4', '12: v7 v3 agreed e1', '14: agreed']);
});

test.each([
  ['passes before a day are skipped, and said', 13, true, ['13: agreed', '15: e1']],
  ['those of the day are not', 12, false, ['12: agreed e0', '13: agreed', '15: e1']],
  ['what was skipped once is not forgotten', 16, true, []],
])('%s', (_, day, skipped, left) => {
  const accepted = [
    [0, 12],
    [0, 13],
  ] as const;
  const agenda = agendaOf(
    [
      [0, 12],
      [1, 15],
    ],
    accepted,
  );
  expect(agenda.skipTo(day)).toBe(skipped);
  expect(agenda.skipTo(day)).toBe(skipped);
  expect(gone(agenda)).toEqual(left);
});

test('nothing has no day', () => {
  expect(agendaOf([]).next()).toBe(Number.POSITIVE_INFINITY);
});
