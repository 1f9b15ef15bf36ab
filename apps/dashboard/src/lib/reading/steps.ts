import type { AwardStanding, PeriodEntry } from '@standing/domain';
import { addPeriod } from './calendar.ts';
import { type Entries, type Origin, originOf, together } from './entries.ts';

/** One step on the way to the end of a period; days are `YYYY-MM-DD`, periods ISO 8601. */
export type Step = Origin &
  (
    | { readonly kind: 'begins'; readonly on: string; readonly isIntroduction: boolean }
    | { readonly kind: 'verified'; readonly from: string; readonly until: string | null }
    | { readonly kind: 'no-end' }
    | {
        readonly kind: 'last-exam';
        readonly exam: string;
        readonly on: string;
        readonly plus: string;
        readonly until: string;
      }
    | {
        readonly kind: 'kept-end';
        readonly exam: string;
        readonly on: string;
        readonly plus: string;
        readonly until: string;
      }
    | { readonly kind: 'previous-end'; readonly on: string; readonly plus: string; readonly until: string }
    | { readonly kind: 'completed'; readonly on: string; readonly plus: string; readonly until: string }
    | {
        readonly kind: 'extended';
        readonly exam: string;
        readonly on: string;
        readonly by: string;
        readonly countedFrom: 'exam' | 'current-end';
        readonly from: string;
        readonly until: string;
      }
  );

/** How the end of a period came about, step by step; the last one is the end that it has. */
export function stepsOf(
  certification: string,
  period: PeriodEntry,
  previous: PeriodEntry | undefined,
  entries: Entries,
): readonly Step[] {
  const extended = period.extensions.map((extension): Step => {
    const rule = entries.extension(extension.by);
    return {
      kind: 'extended',
      exam: extension.exam,
      on: extension.on,
      by: rule?.by ?? 'P0D',
      countedFrom: rule?.countedFrom ?? 'exam',
      from: extension.from,
      until: extension.until,
      ...originOf(rule),
    };
  });
  return [
    ...beginning(certification, period, entries),
    firstStep(certification, period, previous, entries),
    ...extended,
  ];
}

/** Said where a period begins on another day than that of its last exam. */
function beginning(id: string, { kind, edition, exams, validFrom }: PeriodEntry, entries: Entries): readonly Step[] {
  if (kind === 'verified' || exams.at(-1)?.takenOn === validFrom) return [];
  const certification = entries.certification(id, edition);
  return [
    {
      kind: 'begins',
      on: validFrom,
      isIntroduction: certification?.introducedOn === validFrom,
      ...originOf(certification),
    },
  ];
}

function firstStep(id: string, period: PeriodEntry, previous: PeriodEntry | undefined, entries: Entries): Step {
  const certification = entries.certification(id, period.edition);
  const until = period.extensions[0]?.from ?? period.validUntil;
  const renewed = period.kind === 'recertified' ? certification?.recertification : undefined;
  const origin = together(
    originOf(certification),
    ...(renewed === undefined ? [] : [originOf(renewed, certification)]),
  );
  if (period.kind === 'verified')
    return { kind: 'verified', from: period.validFrom, until, cites: [], basis: 'stated' };
  if (until === null || certification?.validity === undefined) return { kind: 'no-end', ...origin };
  const plus = certification.validity;
  const last = period.exams.at(-1);
  if (last === undefined) return { kind: 'completed', on: period.validFrom, plus, until, ...origin };
  const end = previous?.validUntil ?? undefined;
  if (renewed?.countedFrom === 'previous-end' && end !== undefined && addPeriod(end, plus) === until) {
    return { kind: 'previous-end', on: end, plus, until, ...origin };
  }
  const kind = addPeriod(last.takenOn, plus) === until ? 'last-exam' : 'kept-end';
  return { kind, exam: last.exam, on: last.takenOn, plus, until, ...origin };
}

/** The day from which an award that is over can no longer be recertified; undefined without a grace period or an end. */
export function graceEndOf(award: AwardStanding, entries: Entries): string | undefined {
  const period = award.periods.at(-1);
  if (period === undefined || period.validUntil === null) return undefined;
  const grace = entries.certification(award.certification, period.edition)?.recertification?.gracePeriod;
  return grace === undefined ? undefined : addPeriod(period.validUntil, grace);
}
