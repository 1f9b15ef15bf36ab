/** What a dropped file can be about. */
export const KINDS = ['people', 'results', 'awards', 'agreements', 'holdings', 'allocations', 'waivers'] as const;
export type Kind = (typeof KINDS)[number];

/** What a column can mean; the names are those of the contract. */
export type Field =
  | 'individual'
  | 'name'
  | 'from'
  | 'until'
  | 'id'
  | 'exam'
  | 'takenOn'
  | 'result'
  | 'certification'
  | 'validFrom'
  | 'validUntil'
  | 'agreement'
  | 'acceptedOn'
  | 'specialization'
  | 'channelLevel'
  | 'approvedOn'
  | 'submittedOn'
  | 'closedOn'
  | 'jobRole'
  | 'pinned'
  | 'places';

/** A column of a kind of file: how its template heads and fills it, and what else people call it, the likeliest first. */
export type Column = {
  readonly field: Field;
  readonly header: string;
  readonly example: string;
  readonly also: readonly string[];
};

/**
 * A kind of file. Each list in `needs` names columns of which at least one must be there, and filled in every row;
 * `days` names those that hold a day.
 */
export type KindOfFile = {
  readonly columns: readonly Column[];
  readonly needs: readonly (readonly Field[])[];
  readonly days: readonly Field[];
};

const column = (field: Field, header: string, example: string, ...also: readonly string[]): Column => ({
  field,
  header,
  example,
  also,
});

const individual = column(
  'individual',
  'individual',
  'CSCO10000001',
  'individual id',
  'CSCO ID',
  'CSCO number',
  'Cisco ID',
  'Career Certifications ID',
  'certification ID',
  'candidate ID',
  'person ID',
  'employee ID',
  'candidate',
  'person',
);
const specialization = column(
  'specialization',
  'specialization',
  'VPN/Security',
  'specialisation',
  'specialization id',
);
const jobRole = column('jobRole', 'job role', 'Field engineer', 'role', 'job role id', 'position');
const from = column('from', 'from', '2004-03-01', 'since', 'start', 'start date', 'from date', 'begin', 'begins');
const until = column('until', 'until', '2005-03-01', 'to', 'end', 'end date', 'until date', 'ends');

export const FILES: Readonly<Record<Kind, KindOfFile>> = {
  people: {
    columns: [
      individual,
      column('name', 'name', 'Ana Example', 'full name', 'individual name', 'employee name', 'display name'),
      column(
        'from',
        'affiliated from',
        '2003-01-01',
        'affiliation from',
        'employed from',
        'joined',
        ...headersOf(from),
      ),
      column('until', 'affiliated until', '', 'affiliation until', 'employed until', 'left', ...headersOf(until)),
    ],
    needs: [['individual'], ['from']],
    days: ['from', 'until'],
  },
  results: {
    columns: [
      individual,
      column('exam', 'exam', '642-521', 'exam number', 'exam code', 'exam id', 'exam name', 'exam title', 'test'),
      column('takenOn', 'taken on', '2003-12-01', 'date taken', 'exam date', 'test date', 'taken', 'date'),
      column('result', 'result', 'pass', 'passed', 'outcome', 'pass or fail', 'pass/fail', 'grade', 'status'),
      column('id', 'result id', '', 'result number', 'registration id', 'registration number'),
    ],
    needs: [['individual'], ['exam'], ['takenOn'], ['result']],
    days: ['takenOn'],
  },
  awards: {
    columns: [
      individual,
      column('certification', 'certification', 'CCNA', 'certification name', 'award', 'credential', 'certificate'),
      column('validFrom', 'valid from', '2002-05-01', 'awarded on', 'certified on', 'issued on', ...headersOf(from)),
      column(
        'validUntil',
        'valid until',
        '2005-05-01',
        'valid to',
        'expires',
        'expires on',
        'expiry',
        ...headersOf(until),
      ),
    ],
    needs: [['individual'], ['certification'], ['validFrom']],
    days: ['validFrom', 'validUntil'],
  },
  agreements: {
    columns: [
      individual,
      column('agreement', 'agreement', 'career-certifications', 'agreement id', 'agreement name'),
      column(
        'acceptedOn',
        'accepted on',
        '2003-12-01',
        'date accepted',
        'accepted',
        'signed on',
        'date signed',
        'date',
      ),
    ],
    needs: [['individual'], ['agreement'], ['acceptedOn']],
    days: ['acceptedOn'],
  },
  holdings: {
    columns: [
      column(
        'specialization',
        'specialization',
        'VPN/Security',
        'specialization or channel level',
        'specialization or level',
        'holding',
        ...specialization.also,
      ),
      column('channelLevel', 'channel level', '', 'level', 'partner level', 'channel level id'),
      column(
        'approvedOn',
        'approved on',
        '2004-02-03',
        'approval date',
        'date approved',
        'approved',
        'approval',
        'date',
      ),
      column('submittedOn', 'renewal submitted on', '2004-01-12', 'renewal submitted', 'submitted on', 'submitted'),
      column('closedOn', 'renewal closed on', '2004-02-03', 'renewal closed', 'closed on', 'closed'),
    ],
    needs: [
      ['specialization', 'channelLevel'],
      ['approvedOn', 'submittedOn'],
    ],
    days: ['approvedOn', 'submittedOn', 'closedOn'],
  },
  allocations: {
    columns: [
      individual,
      specialization,
      jobRole,
      from,
      { ...until, example: '' },
      column('pinned', 'pinned', 'no', 'pin', 'fixed', 'keep'),
    ],
    needs: [['individual'], ['specialization'], ['jobRole']],
    days: ['from', 'until'],
  },
  waivers: {
    columns: [
      specialization,
      jobRole,
      column('places', 'places', '1', 'places waived', 'waived places', 'waived', 'headcount', 'count'),
      from,
      until,
    ],
    needs: [['specialization'], ['jobRole'], ['places'], ['from'], ['until']],
    days: ['from', 'until'],
  },
};

/** Everything a column may be called, the likeliest first. */
export function headersOf(of: Column): readonly string[] {
  return [of.header, ...of.also];
}
