import { NEVER } from '../../award/marks.ts';
import { type AwardPeriod, overOn } from '../../award/period.ts';
import { compare } from '../../calendar/compare.ts';
import { type Day, formatDay } from '../../calendar/day.ts';
import { addPeriod } from '../../calendar/period.ts';
import type { ExamNode } from '../../edition/node.ts';
import type { Ahead } from './ahead.ts';
import type { Leaves } from './eligibility.ts';
import type { Happening } from './outlook.ts';

/** Something that happens, and its day. */
export type Turn = { readonly on: Day; readonly happening: Happening };

/** When the awards and passes of an individual that requirements name begin and cease to count: `from` up to but not including `until`. */
export function turnsOf(individual: Ahead, leaves: Leaves, from: Day, until: Day): readonly Turn[] {
  const turns = [
    ...leaves.certifications.flatMap((id) => awardTurns(individual, id)),
    ...leaves.exams.flatMap((leaf) => examTurns(individual, leaf)),
  ];
  return turns.filter(({ on }) => from <= on && on < until);
}

/** Of all periods the one that begins last counts, so a period ends at its end or where the next one begins. */
function awardTurns({ id: individual, awards }: Ahead, certification: string): readonly Turn[] {
  const periods = awards.get(certification) ?? [];
  return periods.flatMap((period, index): Turn[] => {
    const before = periods[index - 1];
    const next = periods[index + 1];
    const turns: Turn[] = [];
    const goesOn = before !== undefined && period.from <= before.until;
    if (!goesOn && period.from < period.until) {
      turns.push({ on: period.from, happening: { kind: 'award-begins', individual, certification } });
    }
    if (period.until < Number.POSITIVE_INFINITY && (next === undefined || period.until < next.from)) {
      turns.push({
        on: period.until,
        happening: { kind: 'award-ends', individual, certification, ...suspension(period) },
      });
    }
    return turns;
  });
}

function suspension(period: AwardPeriod): { readonly suspendedUntil?: string } {
  const over = overOn(period);
  return over > period.until ? { suspendedUntil: formatDay(over) } : {};
}

/** After the day of the question there is no new pass, so the latest one counts from the day on which it is accepted until it is too old. */
function examTurns({ id: individual, history }: Ahead, leaf: ExamNode): readonly Turn[] {
  const { exam, taken, accepted, within } = leaf;
  const pass = history.passed.latest(leaf.number, taken.from, taken.until);
  if (pass === NEVER) return [];
  const tooOld = within === undefined ? Number.POSITIVE_INFINITY : addPeriod(pass, within);
  const end = Math.min(accepted.until, tooOld);
  if (end <= accepted.from) return [];
  const about = { individual, exam, takenOn: formatDay(pass) };
  const ends = tooOld <= accepted.until ? ('exam-too-old' as const) : ('exam-no-longer-accepted' as const);
  return [
    { on: accepted.from, happening: { kind: 'exam-accepted', ...about } },
    { on: end, happening: { kind: ends, ...about } },
  ];
}

const ORDER: readonly Happening['kind'][] = [
  'edition',
  'award-ends',
  'exam-no-longer-accepted',
  'exam-too-old',
  'affiliation-ends',
  'allocation-ends',
  'waiver-ends',
  'retired',
  'anniversary',
  'window-opens',
  'award-begins',
  'exam-accepted',
  'affiliation-counts',
];

/** Each once, what takes away before what gives, then by what it is about. */
export function inOrder(happenings: readonly Happening[]): readonly Happening[] {
  const keyed = new Map(happenings.map((happening) => [JSON.stringify(happening), happening]));
  return [...keyed]
    .sort(([a, left], [b, right]) => ORDER.indexOf(left.kind) - ORDER.indexOf(right.kind) || compare(a, b))
    .map(([, happening]) => happening);
}

const GIVES: ReadonlySet<Happening['kind']> = new Set([
  'award-begins',
  'exam-accepted',
  'affiliation-counts',
  'window-opens',
]);

/** Whether it can only help. */
export function gives({ kind }: Happening): boolean {
  return GIVES.has(kind);
}
