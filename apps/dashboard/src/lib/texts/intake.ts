import type { Assembled } from '../intake/assemble.ts';
import type { DateOrder } from '../intake/dates.ts';
import type { Field, Kind } from '../intake/kinds.ts';
import type { DateColumn } from '../intake/read.ts';
import type { Recognition } from '../intake/recognize.ts';
import type { RowFault, RowFaultCode } from '../intake/row.ts';
import type { OpenRefusal } from '../intake/saved.ts';
import type { Refusal } from '../intake/table.ts';
import { counted, listed, longDay } from './dates.ts';

export const kindName: Readonly<Record<Kind, string>> = {
  people: 'People',
  results: 'Exam results',
  awards: 'Awards earned elsewhere and verified',
  agreements: 'Agreements',
  holdings: 'Holdings and renewals',
  allocations: 'Allocations',
  waivers: 'Waivers',
};

export const fieldName: Readonly<Record<Field, string>> = {
  individual: 'Individual',
  name: 'Name',
  from: 'From',
  until: 'Until',
  id: 'Result id',
  exam: 'Exam',
  takenOn: 'Taken on',
  result: 'Pass or fail',
  certification: 'Certification',
  validFrom: 'Valid from',
  validUntil: 'Valid until',
  agreement: 'Agreement',
  acceptedOn: 'Accepted on',
  specialization: 'Specialization',
  channelLevel: 'Channel level',
  approvedOn: 'Approved on',
  submittedOn: 'Renewal submitted on',
  closedOn: 'Renewal closed on',
  jobRole: 'Job role',
  pinned: 'Pinned',
  places: 'Places',
};

export const orderName: Readonly<Record<DateOrder, string>> = {
  dmy: 'day, month, year',
  mdy: 'month, day, year',
  ymd: 'year, month, day',
};

/** Why a file is not read, and what to do. */
export function refusalOfFile(refusal: Refusal): string {
  const file = `“${refusal.file}”`;
  switch (refusal.code) {
    case 'too-large':
      return `${file} is larger than ${megabytes(refusal.most)}. Split it into smaller files: they are put together again.`;
    case 'too-many-rows':
      return `${file} has more than ${refusal.most} rows. Split it into smaller files: they are put together again.`;
    case 'too-many-columns':
      return `${file} has more than ${refusal.most} columns. Leave out those that are not needed.`;
    case 'quote-not-closed':
      return `${file} cannot be read from line ${refusal.line} on: a quote opens there and never closes.`;
    case 'empty':
      return `${file} is empty: its first line would name the columns.`;
    case 'spreadsheet':
      return `${file} is a spreadsheet or an archive. Save the sheet as CSV and drop that file.`;
    case 'not-text':
      return `${file} is not a text file. Save it as CSV.`;
  }
}

/** What a page asks where a header does not say enough; empty where it does. */
export function questionOfHeader({ kind, missing, doubtful }: Recognition): string {
  if (kind === undefined) return 'What is this file about? Its column names do not say.';
  const ways = missing.map((fields) => fields.map((field) => `“${fieldName[field]}”`).join(' or '));
  const unclear = doubtful.map(({ field }) => `“${fieldName[field]}”`);
  const parts = [
    ways.length > 0 ? `Which column is ${listed(ways)}?` : '',
    unclear.length > 0 ? `Several columns have the same name: which of them is ${listed(unclear)}?` : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

/** How a column of dates was read, or what to ask about it. */
export function orderOfColumn({ column, order, because, chosen, examples }: DateColumn): string {
  if (order === undefined) {
    return `“${column}”: in which order do day, month and year stand? There is ${listed(examples.map((one) => `“${one}”`))}.`;
  }
  if (chosen) return `“${column}” is read as ${orderName[order]}, as chosen.`;
  return `“${column}” is read as ${orderName[order]}: “${because}” can be read in no other way.`;
}

const reasons: Readonly<Record<RowFaultCode, (fault: RowFault) => string>> = {
  'too-few-cells': ({ received, expected }) => `The row has ${received} cells and the header ${expected}.`,
  'too-many-cells': ({ received, expected }) => `The row has ${received} cells and the header ${expected}.`,
  missing: (fault) => `${place(fault)} is empty.`,
  'too-long': (fault) => `${place(fault)} has more than ${fault.expected} characters.`,
  'not-a-result': (fault) => `${place(fault)} says ${said(fault)}; it takes “pass” or “fail”.`,
  'not-yes-or-no': (fault) => `${place(fault)} says ${said(fault)}; it takes “yes” or “no”.`,
  'not-a-number-of-places': (fault) =>
    `${place(fault)} says ${said(fault)}; it takes a whole number from 1 to ${fault.expected}.`,
  'specialization-and-level': () => 'The row names a specialization and a channel level; it can be about one of them.',
  'ends-before-it-begins': (fault) =>
    `${place(fault)} says ${said(fault)}, which is before the beginning on ${longDay(fault.expected ?? '')}.`,
  'not-a-date': (fault) => `${place(fault)} says ${said(fault)}, which is no date; a date is written like 2004-02-10.`,
  'two-digit-year': (fault) => `${place(fault)} says ${said(fault)}; the year needs four digits.`,
  'ambiguous-date': (fault) =>
    `${place(fault)} says ${said(fault)}, which is one day or another; choose the order of day, month and year.`,
  'other-order': (fault) => `${place(fault)} says ${said(fault)}, which does not begin with the year, as was chosen.`,
  'no-such-day': (fault) => `${place(fault)} says ${said(fault)}, which the calendar does not have.`,
  'out-of-range': (fault) => `${place(fault)} says ${said(fault)}; days go from 1900 to 2199.`,
};

/** Why a row does not count. */
export function reasonOfRow(fault: RowFault): string {
  return reasons[fault.code](fault);
}

/** What came together, where it is worth a sentence. */
export function repeatedInWords({ repeated }: Assembled): readonly string[] {
  return repeated.map(
    ({ file, count }) =>
      `${counted(count, 'fact', 'facts')} of “${file}” had been there already and ${count === 1 ? 'counts' : 'count'} once.`,
  );
}

/** Why a saved file is not opened. */
export function refusalOfSaved(refusal: OpenRefusal, fault: (fault: OpenFault) => string): string {
  switch (refusal.code) {
    case 'too-large':
      return `This file is larger than ${megabytes(refusal.most)}; no file saved here is.`;
    case 'not-json':
    case 'not-saved-here':
      return 'This is not a file that was saved here. Its name begins with “standing-” and ends with “.json”.';
    case 'invalid-names':
      return 'The names in this file are not as they were saved here.';
    case 'other-version':
      return `This file has version ${refusal.version} of its form; this page reads version 1.`;
    case 'invalid-facts':
      return `The facts in this file are not as they were saved here. ${refusal.faults.slice(0, 3).map(fault).join(' ')}`;
  }
}

type OpenFault = Extract<OpenRefusal, { code: 'invalid-facts' }>['faults'][number];

/** The column as the file calls it, else what it would hold. */
function place({ column, field }: RowFault): string {
  return `“${column ?? (field === undefined ? '' : fieldName[field])}”`;
}

function said({ received }: RowFault): string {
  return `“${received ?? ''}”`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 / 1024)} MB`;
}
