import { addPeriod } from '../calendar/period.ts';
import type { CompiledEdition, Prolonging } from '../edition/compiled.ts';
import { spend } from '../explanation/budget.ts';
import type { Situation } from './evidence.ts';
import type { Held } from './held.ts';

/** qa#3.11: each pass of the day prolongs, once, what is then active. Only what moves an end is kept. */
export function prolong(
  exams: readonly number[],
  { prolonging }: CompiledEdition,
  { day, history, budget, held }: Situation & { readonly held: Held },
  nameOf: (exam: number) => string,
): void {
  if (held.latest.length === 0) return;
  const entries: { readonly exam: number; readonly of: Prolonging }[] = [];
  for (const exam of exams) {
    const of = prolonging.get(exam);
    if (of !== undefined) entries.push({ exam, of });
  }
  if (entries.length > 1) entries.sort((a, b) => a.of.place - b.of.place);
  for (const { exam, of } of entries) {
    for (const { id, by, numbers, countedFrom } of of.extensions) {
      spend(budget, numbers.length, history.id);
      for (const certification of numbers) {
        const period = held.activeOn(certification, day);
        if (period === undefined || period.until === Number.POSITIVE_INFINITY) continue;
        const until = addPeriod(countedFrom === 'exam' ? day : period.until, by);
        if (until <= period.until) continue;
        period.extensions.push({ by: id, exam: nameOf(exam), on: day, from: period.until, until });
        period.until = until;
      }
    }
  }
}
