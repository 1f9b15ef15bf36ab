import { addPeriod } from '../calendar/period.ts';
import type { CompiledEdition, Prolonging } from '../edition/compiled.ts';
import { spend } from '../explanation/budget.ts';
import type { Situation } from './evidence.ts';
import type { Held } from './held.ts';

type Prolonged = Situation & { readonly held: Held };

/**
 * qa#3.11: each pass of the day prolongs, once, what is then active. Only what moves an end is kept. `first` up to but
 * not including `end` are the places of the day's passes in the history.
 */
export function prolong(first: number, end: number, { prolonging }: CompiledEdition, situation: Prolonged): void {
  const { things } = situation.history.passed;
  if (end === first + 1) {
    const one = prolonging[things[first] as number];
    if (one !== undefined) prolongBy(one, situation);
  } else if (end > first) {
    const all = things.slice(first, end).flatMap((exam) => prolonging[exam] ?? []);
    for (const each of all.sort((a, b) => a.place - b.place)) prolongBy(each, situation);
  }
}

function prolongBy({ exam, extensions }: Prolonging, { day, history, budget, held }: Prolonged): void {
  for (const { id, by, numbers, countedFrom } of extensions) {
    spend(budget, numbers.length, history.id);
    for (const certification of numbers) {
      const period = held.activeOn(certification, day);
      if (period === undefined || period.until === Number.POSITIVE_INFINITY) continue;
      const until = addPeriod(countedFrom === 'exam' ? day : period.until, by);
      if (until <= period.until) continue;
      period.extensions.push({ by: id, exam, on: day, from: period.until, until });
      period.until = until;
    }
  }
}
