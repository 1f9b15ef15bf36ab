import type { AwardStanding, AwardStatus } from '@standing/domain';
import type { Change } from '../reading/changes.ts';
import type { Entries } from '../reading/entries.ts';
import { changeInWords } from './changes.ts';
import { counted, listed, longDay, span } from './dates.ts';

export const page = {
  product: 'Standing',
  pages: 'Pages',
  partner: 'Partner’s standing',
  allocation: 'Allocation',
  forecast: 'Forecast',
  certifications: 'My certifications',
  records: 'Own records',
  title: (name: string): string => `My certifications · ${name} · Standing`,
  description:
    'Where an individual stands in a certification program on any day, and why: awards, dates and the paragraphs they rest on.',
  skip: 'Skip to the awards',
  invented: 'invented record',
  own: 'own record',
  inventedWhy: 'This person and this record are invented, to show what the page does.',
  fromOwn: 'From your own record, which is read in this browser and sent nowhere.',
  individual: 'Individual',
  nobody: 'The record has no individual yet. Files of people and of exam results say who there is.',
  id: 'Career Certifications ID',
  dataAsOf: (day: string): string => `data as of ${longDay(day)}`,
  missing: 'There is nothing at this address',
  missingTitle: 'Nothing here · Standing',
  missingWhat: 'The address may be mistyped, or the page may have moved. These pages are there:',
  failed: 'This page has failed',
  failedWhat: 'What you brought and did not save is lost. These pages are there:',
  noScript: 'To choose another day, the page needs JavaScript.',
  next: 'Next changes',
  noChange: 'Nothing more is in store after this day.',
  goTo: (day: string): string => `Show ${day}`,
  held: 'Awards, nearest date first',
  inProgress: 'In progress',
  expired: 'Expired',
  record: 'The record itself',
  until: '“Until” names the first day on which an award no longer holds.',
  trademarks:
    'The program described here, its certifications and their names are trademarks of Cisco Systems, Inc. This project has no tie to Cisco and is not endorsed by it. The program’s text is told in our own words and cited by section and question.',
} as const;

const statuses: readonly (readonly [AwardStatus, string, string])[] = [
  ['active', 'award is active', 'awards are active'],
  ['suspended', 'is suspended', 'are suspended'],
  ['in-progress', 'is in progress', 'are in progress'],
  ['expired', 'has expired', 'have expired'],
];

/** Where somebody stands on a day, in a sentence or two. */
export function summary(
  day: string,
  awards: readonly AwardStanding[],
  next: Change | undefined,
  entries: Entries,
): string {
  const parts = statuses.flatMap(([status, one, many]) => {
    const count = awards.filter((award) => award.status === status).length;
    return count === 0 ? [] : [counted(count, one, many)];
  });
  const standing = parts.length === 0 ? 'there is no award yet and none in progress' : listed(parts);
  const then =
    next === undefined
      ? ''
      : ` Next, in ${span(day, next.on)}: ${changeInWords(next, entries)}, on ${longDay(next.on)}.`;
  return `On ${longDay(day)} ${standing}.${then}`;
}
