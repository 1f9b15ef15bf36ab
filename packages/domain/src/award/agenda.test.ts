import { expect, test } from 'vitest';
import { programNames } from '../edition/names.ts';
import { Agenda, NO_DAY } from './agenda.ts';
import { History, type VerifiedAward } from './history.ts';
import { Marks } from './marks.ts';

type Facts = readonly (readonly [what: number, day: number])[];

function marksOf(facts: Facts): Marks {
  const marks = new Marks(facts.length);
  for (const [what, day] of facts) marks.add(what, day);
  return marks.inOrder();
}

function agendaOf(passed: Facts, accepted: Facts = [], verified: readonly VerifiedAward[] = []) {
  const history = new History('i1', programNames(), marksOf(passed), marksOf(accepted), verified, []);
  return { agenda: new Agenda(history), exams: history.passed.things };
}

/** Every day that comes, with what is taken on it. */
function gone({ agenda, exams }: ReturnType<typeof agendaOf>): readonly string[] {
  const days: string[] = [];
  for (let day = agenda.next(); day < NO_DAY; day = agenda.next()) {
    const said = [`${day}:`];
    for (let award = agenda.takeVerified(day); award !== undefined; award = agenda.takeVerified(day)) {
      said.push(`v${award.certification}`);
    }
    if (agenda.takeAgreed(day)) said.push('agreed');
    const first = agenda.takePasses(day);
    said.push(...exams.slice(first, agenda.passes).map((exam) => `e${exam}`));
    days.push(said.join(' '));
  }
  return days;
}

test('passes come by day, those of a day by exam', () => {
  const passed: Facts = [
    [2, 12],
    [0, 12],
    [1, 15],
    [1, -9],
  ];
  expect(gone(agendaOf(passed))).toEqual(['-9: e1', '12: e0 e2', '15: e1']);
});

test('days of acceptances come once, whatever was accepted, and verified awards in their order', () => {
  const verified = [
    { certification: 4, from: 11, until: 20 },
    { certification: 7, from: 12, until: 20 },
    { certification: 3, from: 12, until: 30 },
  ];
  const accepted: Facts = [
    [0, 14],
    [1, 12],
    [0, 12],
  ];
  expect(gone(agendaOf([[1, 12]], accepted, verified))).toEqual(['11: v4', '12: v7 v3 agreed e1', '14: agreed']);
});

test.each([
  ['passes before a day are skipped, and said', 13, true, ['13: agreed', '15: e1']],
  ['those of the day are not', 12, false, ['12: agreed e0', '13: agreed', '15: e1']],
  ['what was skipped once is not forgotten', 16, true, []],
])('%s', (_, day, skipped, left) => {
  const accepted: Facts = [
    [0, 12],
    [0, 13],
  ];
  const passed: Facts = [
    [0, 12],
    [1, 15],
  ];
  const asked = agendaOf(passed, accepted);
  expect(asked.agenda.skipTo(day)).toBe(skipped);
  expect(asked.agenda.skipTo(day)).toBe(skipped);
  expect(gone(asked)).toEqual(left);
});

test('nothing has no day', () => {
  expect(agendaOf([]).agenda.next()).toBe(NO_DAY);
});
