/** The schema of a snapshot; another one is another number. A file of another number is fetched anew, never changed. */
export const SNAPSHOT_VERSION = 1;
/** What the file says that it is, where SQLite has a place for it: the letters "StSn". */
export const SNAPSHOT_APPLICATION = 0x53_74_53_6e;

/** What a column holds of an item: its key, as what, and whether it may be missing. */
export type Key = readonly [key: string, type: 'text' | 'integer' | 'boolean', isOptional?: true];

const text = (...keys: readonly string[]): Key[] => keys.map((key) => [key, 'text']);
const maybe = (...keys: readonly string[]): Key[] => keys.map((key) => [key, 'text', true]);
const EITHER = maybe('specialization', 'channelLevel');

/** The lists of an individual's facts. */
export const OF_INDIVIDUALS: Readonly<Record<string, readonly Key[]>> = {
  exams: [...maybe('id'), ...text('exam', 'takenOn', 'result')],
  agreements: text('agreement', 'acceptedOn'),
  awards: [...text('certification', 'validFrom'), ...maybe('validUntil')],
};

/** The lists of a partner's facts. */
export const OF_PARTNERS: Readonly<Record<string, readonly Key[]>> = {
  affiliations: [...text('individual', 'from'), ...maybe('until')],
  holdings: [...EITHER, ...text('approvedOn')],
  renewals: [...EITHER, ...text('submittedOn'), ...maybe('closedOn')],
  allocations: [
    ...text('individual', 'specialization', 'jobRole'),
    ...maybe('from', 'until'),
    ['pinned', 'boolean', true],
  ],
  waivers: [...text('specialization', 'jobRole'), ['places', 'integer'], ...text('from', 'until')],
};

/** What belongs to nobody's facts: the head of one row, and what is released or granted. */
export const LOOSE = {
  snapshot: [...text('issuer', 'subject'), ...maybe('partner'), ...text('asOf'), ['leaseHours', 'integer']],
  profiles: text('individual', 'profile'),
  standings: [...text('partner'), ...EITHER, ...maybe('jobRole'), ['met', 'boolean'], ['missing', 'integer']],
  eligibilities: text('partner', 'individual', 'certification'),
} satisfies Readonly<Record<string, readonly Key[]>>;

const RENAMED: Readonly<Record<string, string>> = {
  from: 'from_day',
  until: 'until_day',
  individual: 'individual_id',
  partner: 'partner_id',
};

/** The column of a key: `takenOn` is `taken_on`. */
export function columnOf(key: string): string {
  return RENAMED[key] ?? key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every table, in an order in which what is referred to comes first; there is no other object in a snapshot. */
export const SCHEMA: readonly string[] = [
  ...Object.entries(LOOSE).map(([name, keys]) => table(name, ['position integer primary key'], keys)),
  'create table individuals (id text primary key) strict, without rowid',
  'create table partners (id text primary key) strict, without rowid',
  ...Object.entries(OF_INDIVIDUALS).map(([name, keys]) => owned(name, 'individuals', keys)),
  ...Object.entries(OF_PARTNERS).map(([name, keys]) => owned(name, 'partners', keys)),
];

function owned(name: string, owners: string, keys: readonly Key[]): string {
  const columns = [`owner text not null references ${owners} (id)`, 'position integer not null'];
  return table(name, [...columns, 'primary key (owner, position)'], keys, ', without rowid');
}

function table(name: string, first: readonly string[], keys: readonly Key[], more = ''): string {
  const columns = keys.map(([key, type, isOptional]) => {
    const column = `${columnOf(key)} ${type === 'text' ? 'text' : 'integer'}`;
    return isOptional ? column : `${column} not null`;
  });
  const constraints = first.filter((column) => column.startsWith('primary key'));
  const leading = first.filter((column) => !column.startsWith('primary key'));
  return `create table ${name} (${[...leading, ...columns, ...constraints].join(', ')}) strict${more}`;
}
