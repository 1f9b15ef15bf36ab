import { between, daysBetween, partsOf } from '../reading/calendar.ts';

/** The language of the page; named, so that the prerendered page and every browser say the same. */
const LOCALE = 'en-GB';

const longDate = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthAndYear = new Intl.DateTimeFormat(LOCALE, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthAlone = new Intl.DateTimeFormat(LOCALE, { month: 'short', timeZone: 'UTC' });
const plurals = new Intl.PluralRules(LOCALE);
const conjunction = new Intl.ListFormat(LOCALE, { type: 'conjunction' });
const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `2004-02-10` as `10 February 2004`. */
export function longDay(day: string): string {
  return longDate.format(Date.parse(`${day}T00:00:00Z`));
}

/** The month of a day: `February 2004`. */
export function longMonth(day: string): string {
  return monthAndYear.format(Date.parse(`${day}T00:00:00Z`));
}

/** The month of a day in three letters where there is little room: `Feb`. */
export function shortMonth(day: string): string {
  return monthAlone.format(Date.parse(`${day}T00:00:00Z`)).slice(0, 3);
}

/** `one award`, `three awards`: a word up to twelve, then figures. */
export function counted(count: number, one: string, many: string): string {
  return `${NUMBERS[count] ?? count} ${plurals.select(count) === 'one' ? one : many}`;
}

/** `a, b and c`. */
export function listed(items: readonly string[]): string {
  return conjunction.format(items);
}

/** `P2Y` as `two years`. */
export function periodInWords(period: string): string {
  const { years, months, days } = partsOf(period);
  const weeks = days % 7 === 0 ? days / 7 : 0;
  const parts = [
    years > 0 ? counted(years, 'year', 'years') : '',
    months > 0 ? counted(months, 'month', 'months') : '',
    days > 0 ? (weeks > 0 ? counted(weeks, 'week', 'weeks') : counted(days, 'day', 'days')) : '',
  ];
  return listed(parts.filter((part) => part !== ''));
}

/** How long from one day to a later one, in figures: `57 days`, `5 months`, `2 years 7 months`. */
export function span(from: string, until: string): string {
  const days = daysBetween(from, until);
  if (days < 92) return figure(days, 'day', 'days');
  const { months } = between(from, until);
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [years > 0 ? figure(years, 'year', 'years') : '', rest > 0 ? figure(rest, 'month', 'months') : '']
    .filter((part) => part !== '')
    .join(' ');
}

function figure(count: number, one: string, many: string): string {
  return `${count} ${plurals.select(count) === 'one' ? one : many}`;
}

/** With a capital, as a sentence begins. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
