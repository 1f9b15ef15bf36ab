import { type Day, readDay } from '../calendar/day.ts';
import { addPeriod, type Period, subtractPeriod } from '../calendar/period.ts';
import { editionOn, type KnownProgram } from '../edition/known.ts';
import type { PartnerFacts } from '../record/schema.ts';

/** What a partner holds, apart from whether it would be ready: it moves with approvals, renewals and anniversaries only. */
export type HoldingStanding = {
  readonly holding: 'none' | 'held' | 'in-renewal' | 'lapsed';
  readonly approvedOn: Day | undefined;
  readonly anniversary: Day | undefined;
  /** The first day of the renewal window. */
  readonly opensOn: Day | undefined;
};

/** A specialization or a channel level, by the key that the facts name it with. */
export type Held = { readonly kind: 'specialization' | 'channelLevel'; readonly id: string };

type Term = { readonly approvedOn: Day; readonly anniversary: Day; readonly window: Period };
type Renewal = { readonly submittedOn: Day; readonly closedOn: Day };

/** Where a partner stands with one specialization or level on the program's day (contract, *holding*). */
export function holdingOf(held: Held, partner: PartnerFacts, program: KnownProgram): HoldingStanding {
  const approvals = (partner.holdings ?? [])
    .filter((entry) => isAbout(entry, held))
    .map((entry) => readDay(entry.approvedOn))
    .filter((day) => day <= program.asOf)
    .sort((a, b) => a - b);
  const renewals = (partner.renewals ?? [])
    .filter((entry) => isAbout(entry, held))
    .map(({ submittedOn, closedOn }) => ({
      submittedOn: readDay(submittedOn),
      closedOn: closedOn === undefined ? Number.POSITIVE_INFINITY : readDay(closedOn),
    }))
    .filter(({ submittedOn }) => submittedOn <= program.asOf);

  let term: Term | undefined;
  for (const approvedOn of approvals) term = follow(term, approvedOn, held, renewals, program);
  if (term === undefined) {
    return { holding: 'none', approvedOn: undefined, anniversary: undefined, opensOn: undefined };
  }
  const { approvedOn, anniversary, window } = term;
  const opensOn = subtractPeriod(anniversary, window);
  return { holding: stateOf(term, renewals, program.asOf), approvedOn, anniversary, opensOn };
}

/** The term that an approval begins: from the old anniversary where it renews in time, else from its own day. */
function follow(
  before: Term | undefined,
  approvedOn: Day,
  held: Held,
  renewals: readonly Renewal[],
  program: KnownProgram,
): Term {
  const { term, renewalWindow } = termsOn(approvedOn, held, program);
  const inWindow =
    before !== undefined &&
    approvedOn < before.anniversary &&
    approvedOn >= subtractPeriod(before.anniversary, before.window);
  const late =
    before !== undefined &&
    approvedOn >= before.anniversary &&
    renewals.some((renewal) => isOfTerm(renewal, before) && renewal.closedOn >= approvedOn);
  const start = inWindow || late ? before.anniversary : approvedOn;
  return { approvedOn, anniversary: addPeriod(start, term), window: renewalWindow };
}

/** qa#2.7: a renewal that was submitted before the anniversary keeps the holding until it is closed. */
function stateOf(term: Term, renewals: readonly Renewal[], asOf: Day): HoldingStanding['holding'] {
  if (asOf < term.anniversary) return asOf < subtractPeriod(term.anniversary, term.window) ? 'held' : 'in-renewal';
  return renewals.some((renewal) => isOfTerm(renewal, term) && asOf < renewal.closedOn) ? 'in-renewal' : 'lapsed';
}

function isOfTerm({ submittedOn }: Renewal, { approvedOn, anniversary }: Term): boolean {
  return approvedOn < submittedOn && submittedOn < anniversary;
}

/** Those of the edition in force then; the first one's before it, today's where that one does not know it. */
function termsOn(
  day: Day,
  { kind, id }: Held,
  program: KnownProgram,
): { readonly term: Period; readonly renewalWindow: Period } {
  const then = editionOn(program, day) ?? program.editions[0] ?? program.current;
  const entries = kind === 'specialization' ? ('specializations' as const) : ('channelLevels' as const);
  const terms = then[entries].get(id) ?? program.current[entries].get(id);
  if (terms === undefined) throw new Error('A holding is asked for that the edition in force does not know');
  return terms;
}

function isAbout(
  entry: { readonly specialization: string } | { readonly channelLevel: string },
  { kind, id }: Held,
): boolean {
  const named: { readonly specialization?: string; readonly channelLevel?: string } = entry;
  return named[kind] === id;
}
