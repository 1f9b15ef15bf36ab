import type { PartnerStanding } from '@standing/domain';
import type { Entries } from '../reading/entries.ts';
import type { Use } from '../reading/people.ts';
import type { Row } from '../reading/rows.ts';
import type { Seats, Support } from '../reading/seats.ts';
import { capital, counted, listed, longDay } from './dates.ts';
import { inSentence } from './standing.ts';

export const seats = {
  places: 'Places',
  personnel: 'People it asks for',
  jobRole: 'Job role',
  line: 'Asked for',
  who: 'Who',
  award: 'Award and its end',
  open: 'open',
  waived: 'waived',
  nobody: 'Nobody else at the partner could fill the place today.',
  nobodyCounts: 'Nobody else at the partner could count for it today.',
  violations: 'Allocations that do not count',
  why: 'Why',
  edition: 'Dates and edition',
} as const;

export function waivedInWords(until: string | undefined): string {
  return until === undefined ? 'Nobody has to fill it.' : `Nobody has to fill it until ${longDay(until)}.`;
}

export function sinceInWords(since: string): string {
  return `since ${longDay(since)}`;
}

export function groupName({ kind, name }: Seats): string {
  return kind === 'presence' ? `At the partner: ${name}` : capital(name);
}

/** What a place rests on and until when: an award with its end, or a pass with its day. */
export function supportInWords(support: Support, entries: Entries): { readonly name: string; readonly until: string } {
  if ('exam' in support) return { name: entries.examName(support.exam), until: `passed ${longDay(support.takenOn)}` };
  return {
    name: entries.certificationName(support.certification),
    until: support.validUntil === null ? 'no end' : `until ${longDay(support.validUntil)}`,
  };
}

export function useInWords({ used, most }: Use): string {
  return most === undefined
    ? counted(used, 'job role used', 'job roles used')
    : `${used} of ${most} job ${most === 1 ? 'role' : 'roles'} used`;
}

/** Whether the people who are there would do, were nobody allocated elsewhere. */
export function possibleInWords(row: Row): string {
  const { kind, standing } = row;
  if (kind === 'channel-level' || standing.readiness === 'met') return '';
  return standing.possible
    ? 'Possible: with nobody allocated elsewhere, the people at the partner could fill every place today.'
    : 'Not possible as things stand: even with nobody allocated elsewhere, the people at the partner cannot fill every place.';
}

/** Places that too few people could fill. */
export function bottleneckInWords(
  { jobRoles, needed, available, individuals }: PartnerStanding['bottlenecks'][number],
  entries: Entries,
  name: (individual: string) => string,
): string {
  const roles = listed(
    jobRoles.map(({ specialization, jobRole }) => inSentence(entries.jobRoleName(specialization, jobRole))),
  );
  const places = `The bottleneck: ${roles} ${needed === 1 ? 'needs' : 'need'} ${counted(needed, 'place', 'places')} filled`;
  if (individuals.length === 0)
    return `${places}, and nobody at the partner could fill ${needed === 1 ? 'it' : 'any of them'}.`;
  const could = `only ${listed(individuals.map(name))} could fill any of them, ${counted(available, 'place', 'places')} at most`;
  return `${places}; ${could}.`;
}

type Violation = PartnerStanding['violations'][number];

export const violationWords: Readonly<Record<Violation['code'], string>> = {
  'unknown-individual': 'the record knows no such individual',
  'unknown-specialization': 'the edition knows no such specialization',
  'unknown-job-role': 'the specialization has no such job role',
  'not-affiliated': 'is not with the partner on this day',
  'requirement-not-met': 'does not meet what the job role asks for on this day',
  duplicate: 'is allocated to it already',
  'over-headcount': 'all its places are filled or waived',
  'too-many-job-roles': 'fills as many job roles as one individual may',
  'too-many-specializations': 'stands in as many specializations as one individual may',
  'mixed-kinds': 'fills a job role of another kind',
};

export function violationInWords(
  { code, individual, specialization, jobRole }: Violation,
  entries: Entries,
  name: (individual: string) => string,
): string {
  const role = inSentence(entries.jobRoleName(specialization, jobRole));
  return `${name(individual)} as ${role}: ${violationWords[code]}.`;
}

/** When it was approved, renews and may be renewed. */
export function datesInWords(
  { standing }: Row,
  opens: string | undefined,
  submittedOn: string | undefined,
  day: string,
): string {
  const { approvedOn, anniversary } = standing;
  if (approvedOn === null || anniversary === null) return '';
  const window =
    opens === undefined ? '' : ` Its renewal window ${opens <= day ? 'opened' : 'opens'} on ${longDay(opens)}.`;
  const submitted =
    submittedOn === undefined ? '' : ` A renewal was submitted on ${longDay(submittedOn)} and is not decided yet.`;
  const when = anniversary > day ? 'renews' : 'was due';
  return `Approved on ${longDay(approvedOn)}; ${when} on ${longDay(anniversary)}.${window}${submitted}`;
}
