import type { Entries } from '../reading/entries.ts';
import type { Row } from '../reading/rows.ts';
import { counted, listed, longDay } from './dates.ts';
import { inSentence } from './standing.ts';

/** Why a row is ready or not, in one short line: `1 of 4 places open: field engineer`. */
export function causeInWords(row: Row, entries: Entries): string {
  return row.kind === 'specialization'
    ? causeOfSpecialization(row.standing, entries)
    : causeOfLevel(row.standing, entries);
}

/** Why a row that is ready now is at risk: `ready now; breaks 17 December 2004. Ana: the award of CCNA ends.` */
export function riskInWords(breaksOn: string, causes: string): string {
  return `ready now; breaks ${longDay(breaksOn)}. ${causes}`;
}

type Level = Extract<Row, { kind: 'channel-level' }>['standing'];
type Specialization = Extract<Row, { kind: 'specialization' }>['standing'];

function causeOfSpecialization({ specialization, jobRoles, presence }: Specialization, entries: Entries): string {
  const open = jobRoles.filter(({ short }) => short > 0);
  const absent = presence.filter(({ short }) => short > 0);
  const places = sum(jobRoles, ({ headcount }) => headcount);
  const waived = sum(jobRoles, ({ waived }) => waived);
  if (open.length + absent.length === 0) {
    return `${all(places, 'place is', 'places are')} filled${waived === 0 ? '' : `, ${counted(waived, 'of them by a waiver', 'of them by waivers')}`}`;
  }
  const names = open.map(({ jobRole }) => inSentence(entries.jobRoleName(specialization, jobRole)));
  return [
    open.length === 0 ? '' : `${sum(open, ({ short }) => short)} of ${figures(places, 'place')} open: ${listed(names)}`,
    absent.length === 0 ? '' : `not present: ${listed(absent.map(({ id }) => id.replaceAll('-', ' ')))}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function causeOfLevel({ personnel, specializations }: Level, entries: Entries): string {
  const people = sum(personnel, ({ headcount }) => headcount);
  const short = personnel.filter((line) => line.short > 0);
  const parts = [
    short.length === 0
      ? ''
      : `${sum(short, (line) => line.short)} of ${people} people missing: ${listed(short.map(({ id }) => id.replaceAll('-', ' ')))}`,
    (specializations?.short ?? 0) === 0
      ? ''
      : counted(specializations?.short ?? 0, 'specialization short', 'specializations short'),
    (specializations?.pointsShort ?? 0) === 0
      ? ''
      : counted(specializations?.pointsShort ?? 0, 'point short', 'points short'),
  ].filter((part) => part !== '');
  if (parts.length > 0) return parts.join('; ');
  const held = (specializations?.counted ?? []).map((id) => entries.specializationName(id));
  const counts = held.length === 0 ? '' : `; ${listed(held)} ${held.length === 1 ? 'counts' : 'count'}`;
  return `${all(people, 'person is', 'people are')} there${counts}`;
}

function all(count: number, one: string, many: string): string {
  return count === 1 ? `the one ${one}` : `all ${count} ${many}`;
}

function figures(count: number, one: string): string {
  return `${count} ${count === 1 ? one : `${one}s`}`;
}

function sum<T>(entries: readonly T[], of: (entry: T) => number): number {
  return entries.reduce((total, entry) => total + of(entry), 0);
}
