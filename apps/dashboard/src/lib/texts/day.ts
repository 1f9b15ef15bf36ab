import { longDay } from './dates.ts';

export const day = {
  section: 'Day and data',
  group: 'The day',
  field: 'Day shown',
  monthBack: 'A month back',
  dayBack: 'A day back',
  dayOn: 'A day on',
  monthOn: 'A month on',
  today: 'Today',
  todayHint: 'Back to today (key T while the focus is on the day)',
  next: 'Next change',
  none: 'none in store',
} as const;

/** Where the program's today comes from. */
export function todayInWords(today: string, isSet: boolean, isOwn: boolean): string {
  if (isSet) return `Today is ${longDay(today)}, set by this server (STANDING_TODAY).`;
  return isOwn
    ? `Today is taken to be ${longDay(today)}, the latest day in your record.`
    : `Today is ${longDay(today)}, the demo’s own day (setting STANDING_TODAY).`;
}

/** How the day shown stands to what is known. */
export function knownInWords(shown: string, asOf: string): string {
  if (shown > asOf) return `Looking ahead: as if nothing happened after ${longDay(asOf)}.`;
  if (shown < asOf) return 'Looking back: as it was known on that day.';
  return '';
}

/** Why a day cannot be shown, and what is shown instead. */
export function refusalInWords(why: string, shown: string): string {
  return `${why} The page still shows ${longDay(shown)}.`;
}

export function noSuchDay(text: string): string {
  return text === ''
    ? 'The date is not complete.'
    : `“${text.slice(0, 20)}” is no day of the calendar: a day is written like 2004-09-15.`;
}
