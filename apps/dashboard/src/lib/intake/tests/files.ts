import type { Kind } from '../kinds.ts';
import type { Saved } from '../saved.ts';

/** How a table may be written; all of it is CSV. */
export type Manner = {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly end: '\n' | '\r\n' | '\r';
  readonly quotesAll: boolean;
  readonly mark: '' | '\uFEFF';
  readonly endsLast: boolean;
};

/** Writes rows of cells as CSV, without the library that reads them. */
export function written(rows: readonly (readonly string[])[], manner: Manner): string {
  const { delimiter, end, quotesAll, mark, endsLast } = manner;
  const cell = (text: string): string =>
    quotesAll || /[",;\t|\r\n]/.test(text) ? `"${text.split('"').join('""')}"` : text;
  return mark + rows.map((cells) => cells.map(cell).join(delimiter)).join(end) + (endsLast ? end : '');
}

/** The facts as rows of the templates, header first, laid out by hand. */
export function filesOf({ facts, names }: Saved): Readonly<Record<Kind, string[][]>> {
  const { individuals } = facts;
  const [partner] = facts.partners;
  const held = (what: { specialization: string } | { channelLevel: string }) =>
    'specialization' in what ? [what.specialization, ''] : ['', what.channelLevel];
  return {
    people: [
      ['individual', 'name', 'affiliated from', 'affiliated until'],
      ...(partner?.affiliations ?? []).map(({ individual, from, until }) => [
        individual,
        names.get(individual) ?? '',
        from,
        until ?? '',
      ]),
    ],
    results: [
      ['individual', 'exam', 'taken on', 'result', 'result id'],
      ...individuals.flatMap(({ id, exams }) =>
        exams.map((each) => [id, each.exam, each.takenOn, each.result, each.id ?? '']),
      ),
    ],
    awards: [
      ['individual', 'certification', 'valid from', 'valid until'],
      ...individuals.flatMap(({ id, awards }) =>
        (awards ?? []).map((each) => [id, each.certification, each.validFrom, each.validUntil ?? '']),
      ),
    ],
    agreements: [
      ['individual', 'agreement', 'accepted on'],
      ...individuals.flatMap(({ id, agreements }) =>
        (agreements ?? []).map((each) => [id, each.agreement, each.acceptedOn]),
      ),
    ],
    holdings: [
      ['specialization', 'channel level', 'approved on', 'renewal submitted on', 'renewal closed on'],
      ...(partner?.holdings ?? []).map((each) => [...held(each), each.approvedOn, '', '']),
      ...(partner?.renewals ?? []).map((each) => [...held(each), '', each.submittedOn, each.closedOn ?? '']),
    ],
    allocations: [
      ['individual', 'specialization', 'job role', 'from', 'until', 'pinned'],
      ...(partner?.allocations ?? []).map((each) => [
        each.individual,
        each.specialization,
        each.jobRole,
        each.from ?? '',
        each.until ?? '',
        each.pinned === true ? 'yes' : '',
      ]),
    ],
    waivers: [
      ['specialization', 'job role', 'places', 'from', 'until'],
      ...(partner?.waivers ?? []).map((each) => [
        each.specialization,
        each.jobRole,
        String(each.places),
        each.from,
        each.until,
      ]),
    ],
  };
}
