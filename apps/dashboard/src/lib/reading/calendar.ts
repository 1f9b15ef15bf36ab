/** Days are texts `YYYY-MM-DD` of the program's calendar; no clock and no time zone comes near them. */

const DAY = 86_400_000;

/** Whether the text names a day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && written(instant) === text;
}

export function addDays(day: string, days: number): string {
  return written(instantOf(day) + days * DAY);
}

/** Clamps to the month's end, as the program does: 2004-02-29 and twelve months is 2005-02-28. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return written(Date.UTC(year, month - 1 + months, Math.min(dayOfMonth, last)));
}

/** The parts of an ISO 8601 period of whole years, months, weeks and days. */
export function partsOf(period: string): { readonly years: number; readonly months: number; readonly days: number } {
  const of = (unit: string): number => Number(new RegExp(`(\\d+)${unit}`).exec(period)?.[1] ?? 0);
  return { years: of('Y'), months: of('M'), days: of('W') * 7 + of('D') };
}

export function addPeriod(day: string, period: string): string {
  const { years, months, days } = partsOf(period);
  return addDays(addMonths(day, years * 12 + months), days);
}

/** Whole calendar months from one day to a later one, and the days that are left. */
export function between(from: string, until: string): { readonly months: number; readonly days: number } {
  const [y0 = 0, m0 = 0] = from.split('-').map(Number);
  const [y1 = 0, m1 = 0] = until.split('-').map(Number);
  const rough = (y1 - y0) * 12 + (m1 - m0);
  const months = addMonths(from, rough) > until ? rough - 1 : rough;
  return { months, days: daysBetween(addMonths(from, months), until) };
}

export function daysBetween(from: string, until: string): number {
  return Math.round((instantOf(until) - instantOf(from)) / DAY);
}

function instantOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function written(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
