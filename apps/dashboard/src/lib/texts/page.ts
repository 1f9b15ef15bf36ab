import type { AwardStanding, AwardStatus } from '@standing/domain';
import type { Change } from '../reading/changes.ts';
import type { Entries } from '../reading/entries.ts';
import { changeInWords } from './changes.ts';
import { counted, listed, longDay, span } from './dates.ts';

export const page = {
  product: 'Standing',
  pages: 'Pages',
  partner: 'Partner’s standing',
  certifications: 'My certifications',
  title: (name: string): string => `My certifications · ${name} · Standing`,
  description:
    'Where an individual stands in a certification program on any day, and why: awards, dates and the paragraphs they rest on.',
  skip: 'Skip to the awards',
  invented: 'invented record',
  inventedWhy: 'This person and this record are invented, to show what the page does.',
  id: 'Career Certifications ID',
  dataAsOf: (day: string): string => `data as of ${longDay(day)}`,
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
