import { civilOf, type Day, dayOf, daysInMonth } from './day.ts';

/** A length of calendar time as ISO 8601 writes it, reduced to months and days; `text` is how the edition wrote it. */
export type Period = { readonly text: string; readonly months: number; readonly days: number };

/** Reads `P2Y`, `P18M`, `P6W`, `P90D` or a mix; undefined when malformed, not positive or longer than 100 years. */
export function parsePeriod(text: string): Period | undefined {
  const parts = /^P(?=\d)(?:(\d{1,6})Y)?(?:(\d{1,6})M)?(?:(\d{1,6})W)?(?:(\d{1,6})D)?$/.exec(text);
  if (parts === null) return undefined;
  const [years, months, weeks, days] = [parts[1], parts[2], parts[3], parts[4]].map((part) => Number(part ?? 0));
  const period = { text, months: (years ?? 0) * 12 + (months ?? 0), days: (weeks ?? 0) * 7 + (days ?? 0) };
  const hundredYears = period.months / 1200 + period.days / 36_525;
  return hundredYears > 0 && hundredYears <= 1 ? period : undefined;
}

/** Reads a period that a schema has already accepted. Throws otherwise: then the schema was not asked. */
export function readPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new Error(`Not a period that the schema lets through: ${text}`);
  return period;
}

/** The day a period later; months clamp to the end of the month (2004-02-29 plus two years is 2006-02-28). */
export function addPeriod(day: Day, period: Period): Day {
  return shiftMonths(day, period.months) + period.days;
}

/** The day a period earlier; months clamp as well (2005-08-31 minus six months is 2005-02-28). */
export function subtractPeriod(day: Day, period: Period): Day {
  return shiftMonths(day, -period.months) - period.days;
}

function shiftMonths(value: Day, months: number): Day {
  if (months === 0) return value;
  const { year, month, day } = civilOf(value);
  const total = year * 12 + (month - 1) + months;
  const toYear = Math.floor(total / 12);
  const toMonth = total - toYear * 12 + 1;
  return dayOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
}
