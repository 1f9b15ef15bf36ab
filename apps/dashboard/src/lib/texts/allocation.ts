import type { Allocation, Hindrance, PartnerStanding } from '@standing/domain';
import type { Entries } from '../reading/entries.ts';
import type { Cell, ColumnGroup } from '../reading/matrix.ts';
import { capital, counted, listed } from './dates.ts';
import { violationWords } from './seats.ts';
import { inSentence } from './standing.ts';

export const allocation = {
  title: (name: string): string => `Allocation · ${name} · Standing`,
  heading: 'Allocation',
  description:
    'Who fills which job role of which specialization, who else could and why others cannot; try another allocation before anybody moves.',
  skip: 'Skip to the allocation',
  about:
    'People down, job roles across. Enter or a click puts somebody on a job role or takes them off: imagined, until you drop it.',
  given: 'Shown is the allocation that the record gives.',
  best: 'The record gives no allocation: shown is the best one.',
  grid: 'Who fills which job role',
  who: 'Individual',
  find: 'Find a name',
  rows: 'People',
  everybody: 'everybody',
  able: 'who could fill a place',
  free: 'who could and have a free job role',
  there: 'who fill one',
  columns: 'Specializations',
  all: 'all',
  own: 'held or in renewal',
  open: 'with an open place',
  nobody: 'Nobody is with the partner on this day. A file of people says who is, and from when.',
  noMatch: 'Nobody matches.',
  noColumn: 'No specialization matches.',
  chosen: 'The cell in focus',
  chooseOne: 'Move to a cell to read why it is as it is.',
  reasons: 'Why',
  put: 'Imagine it',
  take: 'Imagine without',
  legend: {
    allocated: 'allocated',
    pinned: 'pinned',
    could: 'could',
    cannot: 'cannot: the cell is empty',
  },
  bestTitle: 'The best allocation',
  askBest: 'Compare with the best allocation',
  hideBest: 'Put the comparison away',
  isBest: 'Nothing would be gained: what is shown is as good as the best allocation.',
  notProven: 'Not every allocation could be looked at: there may be a better one.',
  acceptAll: 'Accept all',
  accept: 'Accept',
  into: 'Moves in',
  out: 'Moves out',
  refused: (why: string): string => `The best allocation could not be found. ${why}`,
} as const;

export const cellWord: Readonly<Record<Cell['state'], string>> = {
  cannot: 'cannot',
  could: 'could',
  allocated: 'allocated',
  pinned: 'pinned',
};

export function groupInWords({ headcount, filled }: Pick<ColumnGroup, 'headcount' | 'filled'>): string {
  return `${filled} of ${headcount}`;
}

type Say = { readonly entries: Entries; readonly name: (individual: string) => string };

/** `Tomasz Zieliński as field engineer in IP Telephony`. */
export function placeInWords(entry: Allocation, { entries, name }: Say): string {
  return `${name(entry.individual)} as ${inSentence(entries.jobRoleName(entry.specialization, entry.jobRole))} in ${entries.specializationName(entry.specialization)}`;
}

export function stateInWords({ state, isImagined }: Cell, why: Hindrance | undefined): string {
  if (state === 'pinned') return 'is pinned, and a what-if leaves pins where they are';
  if (state === 'allocated') return isImagined ? 'is imagined to be there' : 'is allocated';
  if (state === 'cannot') return 'cannot fill it';
  return why === undefined ? 'could fill it, and nothing forbids it' : `could fill it, but ${violationWords[why]}`;
}

/** What giving up an allocation, or two, would make room for. */
export function swapInWords(released: readonly Allocation[], entry: Allocation, say: Say): string {
  const parts = released.map((each) =>
    each.individual === entry.individual
      ? `off ${inSentence(say.entries.jobRoleName(each.specialization, each.jobRole))} in ${say.entries.specializationName(each.specialization)}`
      : `in place of ${say.name(each.individual)}`,
  );
  return `Swap: ${listed(parts)}`;
}

/** What the best allocation gains over the one shown. */
export function gainInWords(now: PartnerStanding, best: PartnerStanding, entries: Entries): string {
  const ready = ({ specializations }: PartnerStanding): readonly string[] =>
    specializations.filter(({ readiness }) => readiness === 'met').map(({ specialization }) => specialization);
  const [before, after] = [ready(now), ready(best)];
  const names = (ids: readonly string[]): string => listed(ids.map((id) => entries.specializationName(id)));
  const gained = after.filter((id) => !before.includes(id));
  const lost = before.filter((id) => !after.includes(id));
  const filled = ({ allocations }: PartnerStanding): number => allocations.length;
  const more = filled(best) - filled(now);
  const parts = [
    gained.length === 0 ? '' : `${names(gained)} would be ready`,
    lost.length === 0 ? '' : `${names(lost)} would no longer be`,
    more === 0 ? '' : `${counted(Math.abs(more), 'place', 'places')} ${more > 0 ? 'more' : 'fewer'} would be filled`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'As many would be ready, with other people.' : `${capital(listed(parts))}.`;
}
