import type { Bar, PersonTrack, Track } from '../reading/timeline.ts';
import { counted, listed, longDay } from './dates.ts';

export const forecast = {
  title: (name: string): string => `Forecast · ${name} · Standing`,
  heading: 'Forecast',
  description:
    'What lies ahead if nothing new happens: when each holding could no longer be renewed, why, and what keeps it; what falls if somebody leaves.',
  skip: 'Skip to the forecast',
  about: 'What lies ahead if nothing new happens: nobody passes, joins or signs, and nothing is approved.',
  picture: 'Terms and awards',
  day: 'Drag the day',
  table: 'The same as a table',
  holding: 'Level or specialization',
  window: 'Renewal window',
  breaks: 'Breaks, and why',
  never: 'nothing breaks it before its anniversary',
  notReady: 'not ready today',
  repairs: 'What keeps it, the cheapest first',
  noRepair: 'nothing that could be found',
  imagine: 'What if?',
  nothingHeld: 'Nothing is held on this day: there is no term to look ahead of.',
  people: 'People and the ends of their awards',
  losses: 'If somebody leaves',
  noLoss: 'Nothing falls if one individual leaves, whoever it is.',
  rest: 'Whoever is not named takes nothing along.',
  changes: 'Days on which something changes',
  when: 'Day',
  what: 'What happens',
  more: (count: number): string => `Show ${count} more`,
  refused: (why: string): string => `What lies ahead cannot be told. ${why}`,
  cheapest: 'Cheapest repair',
} as const;

/** What to do for a renewal, and by when; an anniversary is the first day on which it is too late. */
export function renewalInWords(
  name: string,
  { opens, anniversary, submittedOn }: { opens: string; anniversary: string; submittedOn: string | undefined },
  day: string,
): string {
  if (submittedOn !== undefined)
    return `The renewal of ${name} was submitted on ${longDay(submittedOn)}; the program decides on it.`;
  const when = opens > day ? `from ${longDay(opens)} on` : 'now';
  return `${name} can be renewed ${when}: submit it before ${longDay(anniversary)}; the program decides on it.`;
}

/** What the picture shows. */
export function pictureInWords(tracks: readonly Track[], people: readonly PersonTrack[]): string {
  const broken = tracks.filter(({ breaksOn }) => breaksOn !== undefined);
  const held = counted(tracks.length, 'term', 'terms');
  const names = broken.map(({ name, breaksOn }) => `${name} on ${longDay(breaksOn ?? '')}`);
  const breaks =
    names.length === 0 ? 'nothing that is ready breaks before its term ends' : `${listed(names)} would break`;
  const bars = people.reduce((sum, { bars }) => sum + bars.length, 0);
  return `A time axis with ${held} and ${counted(bars, 'award', 'awards')} of ${counted(people.length, 'individual', 'individuals')}; ${breaks}.`;
}

export function breakWord(on: string): string {
  return `breaks ${longDay(on)}`;
}

export function barInWords({ until }: Bar, name: string): string {
  return until === undefined ? `${name}, no end` : `${name} until ${longDay(until)}`;
}
