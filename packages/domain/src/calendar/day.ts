/**
 * A calendar day as a whole number: days since 1970-01-01 in the proleptic Gregorian calendar. It is a day of the
 * program's time zone and never an instant; outside the domain a day is written `YYYY-MM-DD`.
 */
export type Day = number;

/** The civil parts of a day; `month` and `day` count from 1. */
export type Civil = { readonly year: number; readonly month: number; readonly day: number };

const DAYS_IN_400_YEARS = 146_097;
/** From 0000-03-01, where the arithmetic starts its years so that a leap day comes last, to 1970-01-01. */
const DAYS_BEFORE_1970 = 719_468;

/** The first and the last day that the contract accepts as input. */
export const FIRST_DAY = dayOf(1900, 1, 1);
export const LAST_DAY = dayOf(2199, 12, 31);

/** The day number of a civil date that exists. */
export function dayOf(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  // An era may be any; within one, whole numbers of a machine word suffice, which divide faster.
  const era = Math.floor(y / 400);
  const yearOfEra = (y - era * 400) | 0;
  const dayOfYear = (((153 * (month + (month <= 2 ? 9 : -3)) + 2) / 5) | 0) + day - 1;
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - ((yearOfEra / 100) | 0) + dayOfYear;
  return era * DAYS_IN_400_YEARS + dayOfEra - DAYS_BEFORE_1970;
}

/** The civil date of a day number. */
export function civilOf(value: Day): Civil {
  const z = value + DAYS_BEFORE_1970;
  const era = Math.floor(z / DAYS_IN_400_YEARS);
  const dayOfEra = (z - era * DAYS_IN_400_YEARS) | 0;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - ((yearOfEra / 100) | 0));
  const shifted = ((5 * dayOfYear + 2) / 153) | 0;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - (((153 * shifted + 2) / 5) | 0) + 1,
  };
}

/** 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads `YYYY-MM-DD`; undefined when the text has another form, the date does not exist or lies outside 1900 to 2199. */
export function parseDay(text: string): Day | undefined {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  return day > 28 && day > daysInMonth(year, month) ? undefined : dayOf(year, month, day);
}

const HYPHEN = 45;
const ZERO = 48;

/** The number that two characters write; below zero by far where they are no digits. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -10_000;
}

/** Reads a day that a schema has already accepted. Throws otherwise: then the schema was not asked. */
export function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Not a day that the schema lets through: ${text}`);
  return day;
}

/** Writes a day as `YYYY-MM-DD`. */
export function formatDay(value: Day): string {
  const { year, month, day } = civilOf(value);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${padded(month)}-${padded(day)}`;
}

function padded(number: number): string {
  return number < 10 ? `0${number}` : `${number}`;
}
