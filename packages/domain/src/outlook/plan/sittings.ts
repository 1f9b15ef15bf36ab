import { type Day, readDay } from '../../calendar/day.ts';
import type { Interval } from '../../calendar/interval.ts';
import { addPeriod, readPeriod } from '../../calendar/period.ts';
import type { CompiledEdition } from '../../edition/compiled.ts';
import type { Program } from '../../edition/program.ts';
import type { IndividualFacts } from '../../record/schema.ts';

/** The days that a plan may use, `from` up to but not including `until`, by the edition in force on them. */
export type Span = Interval & { readonly edition: CompiledEdition };

/** The editions in force from the day after `asOf` until and on `last`. */
export function spansOf({ editions }: Program, asOf: Day, last: Day): readonly Span[] {
  return editions.flatMap((edition, index) => {
    const from = Math.max(asOf + 1, edition.effectiveFrom);
    const until = Math.min(last + 1, editions[index + 1]?.effectiveFrom ?? Number.POSITIVE_INFINITY);
    return from < until ? [{ edition, from, until }] : [];
  });
}

/**
 * When an individual may sit an exam: while the edition in force lists it, and after a fail not before the wait is over
 * that the edition in force on `asOf` asks for.
 */
export function sittingsOf(
  exam: string,
  spans: readonly Span[],
  exams: IndividualFacts['exams'],
  now: CompiledEdition,
): readonly Interval[] {
  const wait = now.document.exams.find(({ id }) => id === exam)?.retake?.afterFail;
  let first = Number.NEGATIVE_INFINITY;
  if (wait !== undefined) {
    for (const entry of exams) {
      if (entry.exam !== exam || entry.result !== 'fail') continue;
      first = Math.max(first, addPeriod(readDay(entry.takenOn), readPeriod(wait)));
    }
  }
  return spans
    .filter(({ edition }) => edition.exams.has(exam))
    .map(({ from, until }) => ({ from: Math.max(from, first), until }))
    .filter(({ from, until }) => from < until);
}

/** The first and the last day of these that lie in a window and not after `latest`; undefined where none does. */
export function within(
  days: readonly Interval[],
  window: Interval,
  latest: Day,
): { readonly first: Day; readonly last: Day } | undefined {
  let found: { first: Day; last: Day } | undefined;
  for (const { from, until } of days) {
    const first = Math.max(from, window.from);
    const last = Math.min(until, window.until, latest + 1) - 1;
    if (first > last) continue;
    found = found === undefined ? { first, last } : { first: found.first, last };
  }
  return found;
}
