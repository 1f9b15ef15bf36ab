import { affiliated } from '../allocation/affiliation.ts';
import type { Day } from '../calendar/day.ts';
import type { Result } from '../edition/fault.ts';
import { editionOn } from '../edition/known.ts';
import type { Program } from '../edition/program.ts';
import { type Evaluation, type EvaluationOptions, evaluate } from '../evaluate.ts';
import type { Facts } from '../record/request.ts';
import type { PartnerFacts } from '../record/schema.ts';
import type { PartnerStanding } from '../standing/standing.ts';
import type { ImpactQuestion } from './impact-question.ts';
import { falls } from './verdict.ts';

/** The same facts on one day under two programs. */
export type TwoEditions = { readonly before: Evaluation; readonly after: Evaluation };

/** How many evaluations one day takes at most. */
export const EVALUATIONS_A_DAY = 3;

/**
 * Evaluates the facts under the program before and the one after. Where the best allocation counts, the one after is
 * sought beside the people of the one before: nobody moves without a gain, and where moving would make something fall
 * that nobody has to lose, nobody moves at all. So a partner loses only what it could not keep.
 */
export function twoEditions(question: ImpactQuestion, day: Day, options: EvaluationOptions): Result<TwoEditions> {
  const { individuals, partners, allocate, program } = question;
  const before = evaluate({ individuals, partners, allocate, program, asOf: day }, options);
  if (!before.ok) return before;
  const standings = new Map(before.value.partners.map((partner) => [partner.id, partner]));
  const ways = new Map(
    before.value.partners.map(({ id, best }) => [id, best === null ? ('given' as const) : ('best' as const)]),
  );
  const kept = partners.map((partner) => keeping(partner, standings.get(partner.id)));
  const after = evaluate(
    { individuals, partners: kept, allocate, program: question.after, asOf: day },
    { ...options, allocate: ways },
  );
  if (!after.ok) return after;
  const fallen = after.value.partners.filter(
    (partner) => partner.best !== null && somethingFalls(standings.get(partner.id), partner),
  );
  if (fallen.length === 0) return { ok: true, value: { before: before.value, after: after.value } };
  const unmoved = evaluate(
    {
      ...factsOf(fallen, { individuals, partners }, standings, question.after, day),
      ...{ allocate: 'given', program: question.after, asOf: day },
    },
    options,
  );
  if (!unmoved.ok) return unmoved;
  const better = new Map(
    unmoved.value.partners
      .filter((partner) => !somethingFalls(standings.get(partner.id), partner))
      .map((partner) => [partner.id, partner]),
  );
  const chosen = after.value.partners.map((partner) => better.get(partner.id) ?? partner);
  return { ok: true, value: { before: before.value, after: { ...after.value, partners: chosen } } };
}

/** A partner whose given allocations are those that counted before, beside its pins. */
function keeping(partner: PartnerFacts, before: PartnerStanding | undefined): PartnerFacts {
  if (before === undefined || before.best === null) return partner;
  const pins = (partner.allocations ?? []).filter(({ pinned }) => pinned === true);
  const isPinned = new Set(
    pins.map(({ individual, specialization, jobRole }) => JSON.stringify([individual, specialization, jobRole])),
  );
  const others = before.allocations.filter(
    ({ individual, specialization, jobRole }) => !isPinned.has(JSON.stringify([individual, specialization, jobRole])),
  );
  return { ...partner, allocations: [...pins, ...others] };
}

/** The facts of some partners whose people stay where they were, and of those who count for them in all the facts. */
function factsOf(
  some: readonly PartnerStanding[],
  { individuals, partners }: Facts,
  before: ReadonlyMap<string, PartnerStanding>,
  program: Program,
  day: Day,
): Facts {
  const ids = new Set(some.map(({ id }) => id));
  const people = affiliated(partners, day, editionOn(program, day)?.exclusive ?? false);
  const own = partners
    .filter(({ id }) => ids.has(id))
    .map((partner) => ({
      ...partner,
      affiliations: partner.affiliations.filter(({ individual }) => people.get(partner.id)?.has(individual) === true),
      allocations: [...(before.get(partner.id)?.allocations ?? [])],
    }));
  const there = new Set(own.flatMap(({ affiliations }) => affiliations.map(({ individual }) => individual)));
  return { individuals: individuals.filter(({ id }) => there.has(id)), partners: own };
}

function somethingFalls(before: PartnerStanding | undefined, after: PartnerStanding): boolean {
  const specializations = new Map(after.specializations.map((entry) => [entry.specialization, entry]));
  const levels = new Map(after.channelLevels.map((entry) => [entry.channelLevel, entry]));
  return (
    before !== undefined &&
    (before.specializations.some((entry) => falls(entry, specializations.get(entry.specialization))) ||
      before.channelLevels.some((entry) => falls(entry, levels.get(entry.channelLevel))))
  );
}
