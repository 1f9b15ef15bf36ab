import type { Assembled } from '../intake/assemble.ts';
import type { RowFile } from '../intake/file.ts';
import type { Kind } from '../intake/kinds.ts';
import type { Strange } from '../intake/strange.ts';
import { capital, counted, listed } from './dates.ts';

export const records = {
  title: 'Own records · Standing',
  heading: 'Your own records',
  description: 'Bring a partner’s own files and see where it stands: they are read in the browser and sent nowhere.',
  skip: 'Skip to your files',
  about:
    'Bring your company’s people, exam results, holdings and allocations as CSV files. They are read in this browser; nothing is sent anywhere.',
  lost: 'Reloading or closing this page forgets all of it, unless you save it as a file and open that file again.',
  defaultPartner: 'My company',
  partner: 'Partner',
  partnerHint: 'How your company is called on the pages and in the saved file.',
  severalPartners: 'The facts name several partners; the pages show this one.',
  noScript: 'To read files, the page needs JavaScript.',
  choose: 'Choose files',
  drop: 'or drop them anywhere on this page: CSV files, or one that was saved here',
  dropNow: 'Let go to read the files here, in your browser',
  reading: 'Reading …',
  refused: 'Not taken',
  kept: 'What was there before is kept.',
  files: 'Your files',
  noFiles:
    'No file yet. With people and results the certifications appear, with holdings and allocations the standing.',
  openedFrom: (file: string): string => `The record began with “${file}”, which was saved here.`,
  file: 'File',
  kind: 'It is about',
  chooseKind: 'choose …',
  columns: 'Columns',
  field: 'What is needed',
  column: 'Column of the file',
  notRead: 'not in this file',
  optional: 'may be left out',
  order: 'Order of the date',
  chooseOrder: 'choose …',
  unmapped: (names: readonly string[]): string => `Not read: ${listed(names.map((name) => `“${name}”`))}.`,
  shown: 'Whose record is shown',
  line: 'Line',
  why: 'Why it does not count',
  remove: (file: string): string => `Remove ${file}`,
  removeWord: 'Remove',
  together: 'What came together',
  where: 'See where the partner stands',
  whose: 'See the certifications',
  templates: 'Templates',
  templatesAbout:
    'Each has the names of its columns and one row as an example. Columns with other names are mapped here; dates may stand in any usual order.',
  template: 'File',
  templateKind: 'About',
  templateColumns: 'Columns',
  save: 'Save as a file',
  forget: 'Forget all of it',
  forgetSure: 'Forget your own record?',
  forgetWhat: 'It is not saved. Your files stay where they are; what was mapped by hand is forgotten.',
  forgetSaved: 'It is saved in a file that you can open again.',
  openSure: 'Open the saved file in place of this record?',
  openWhat: 'What is here now is not saved and will be gone.',
  openYes: 'Open it',
  keep: 'Keep what is here',
  toDemo: 'Show the demo',
  toOwn: 'Show your own record',
  more: (count: number): string => `Show ${count} more`,
  notLoaded:
    'What reads files could not be loaded: there is no network. Open the page “Own records” while there is one; after that it can be cut off.',
  unreadable: (file: string): string =>
    `“${file}” cannot be read: it is a folder, or it was moved or changed meanwhile. Choose the file itself again.`,
  tooManyFiles: (given: number, most: number): string =>
    `${given} files are too many at once: the first ${most} are read. Bring the others after them.`,
  notTogether: (file: string, why: string): string =>
    `“${file}” was not taken: the page cannot answer for it together with the rest. ${why}`,
  notChanged: (why: string): string => `This was not changed: the page could not answer for it. ${why}`,
} as const;

/** What a file of each kind is good for. */
export const kindPurpose: Readonly<Record<Kind, string>> = {
  people: 'who is with the partner, from when, until when',
  results: 'exams with their day, passed or failed',
  awards: 'certifications that were earned elsewhere',
  agreements: 'agreements that were accepted',
  holdings: 'approvals and renewals of specializations and levels',
  allocations: 'who fills which job role',
  waivers: 'places that nobody has to fill for a time',
};

/** How many of a file's rows count; empty while it waits for an answer. */
export function countsInWords({ reading }: RowFile): string {
  if (reading === undefined) return 'waits for your answer';
  const { rows, fit, unfit } = reading;
  if (rows === 0) return 'has no rows below its header';
  if (unfit.length === 0) return rows === 1 ? 'its one row counts' : `all ${rows} rows count`;
  return `${fit.length} of ${rows} rows ${fit.length === 1 ? 'counts' : 'count'}`;
}

export function unfitInWords(count: number): string {
  return capital(count === 1 ? 'one row does not fit' : `${counted(count, 'row', 'rows')} do not fit`);
}

/** What there is, in one line. */
export function recordInWords({ facts }: Assembled): string {
  const [partner] = facts.partners;
  const results = facts.individuals.reduce((sum, { exams }) => sum + exams.length, 0);
  return capital(
    listed([
      counted(facts.individuals.length, 'individual', 'individuals'),
      counted(results, 'exam result', 'exam results'),
      counted(partner?.holdings?.length ?? 0, 'approval', 'approvals'),
      counted(partner?.allocations?.length ?? 0, 'allocation', 'allocations'),
    ]),
  );
}

const MOST_NAMES = 20;

/** Who is in the record and with no partner. */
export function notLinkedInWords({ notLinked, names }: Assembled): string {
  if (notLinked.length === 0) return '';
  const people = notLinked.slice(0, MOST_NAMES).map((id) => names.get(id) ?? id);
  const rest = notLinked.length - people.length;
  const told = listed(rest > 0 ? [...people, `${rest} more`] : people);
  return `Known, but with no partner: ${told}. A row in a file of people links somebody, from a day on.`;
}

/** Allocations of people of whom no file knows, each with its line. */
export function unknownInWords({ unknown }: Assembled): readonly string[] {
  return unknown
    .slice(0, MOST_NAMES)
    .map(
      ({ individual, file, line }) =>
        `Line ${line} of “${file}” allocates ${individual}, of whom no other file knows: it counts for nothing until one does.`,
    );
}

const strangeKind: Readonly<Record<Strange['kind'], string>> = {
  exam: 'exam',
  certification: 'certification',
  agreement: 'agreement',
  specialization: 'specialization',
  channelLevel: 'channel level',
  jobRole: 'job role',
};

/** A name that no edition has. */
export function strangeInWords({ kind, name, count }: Strange): string {
  return `No edition of the program knows the ${strangeKind[kind]} “${name}”: ${counted(count, 'fact', 'facts')} with it ${count === 1 ? 'decides' : 'decide'} nothing and ${count === 1 ? 'stays' : 'stay'} in the record.`;
}

/** Whose data the pages show, and what becomes of it. */
export function shownInWords(partner: string, record: Assembled): string {
  return `Your own record of ${partner}: ${counted(record.facts.individuals.length, 'individual', 'individuals')}.`;
}

export function keptInWords(file: string | undefined): string {
  return file === undefined
    ? 'Not saved: reloading or closing this page forgets it.'
    : `Saved as “${file}”: nothing has changed since.`;
}

export function awayInWords(partner: string): string {
  return `This is the demo. Your own record of ${partner} is still here, in this page.`;
}
