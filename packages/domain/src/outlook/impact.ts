import { compare } from '../calendar/compare.ts';
import { formatDay } from '../calendar/day.ts';
import type { Result } from '../edition/fault.ts';
import { editionOn } from '../edition/known.ts';
import {
  type Budget,
  EXPLANATION_STEPS,
  IMPACT_STEPS,
  OutOfSteps,
  spend,
  stepsToSay,
  withinSteps,
} from '../explanation/budget.ts';
import { type AwardImpact, AwardImpacts, type IndividualsImpact } from './award-impact.ts';
import { detailsOf, type ImpactOnDay, type ImpactSubject } from './impact-detail.ts';
import { chosen, type ImpactExample, type PartnerImpact } from './impact-examples.ts';
import type { ImpactQuestion } from './impact-question.ts';
import { EVALUATIONS_A_DAY, type TwoEditions, twoEditions } from './two-editions.ts';
import { type Effect, isHeld, overall } from './verdict.ts';

/** How many partners; over all days, the worst of each. */
export type EffectTotals = { readonly [E in Effect]: number };

/** The same beside the part of it that could renew before. */
export type SubjectTotals = EffectTotals & {
  /** Of those the partners that hold it before on one of the days: who loses could no longer renew. */
  readonly renewals: EffectTotals;
};

/** A partner for which something changes, with the first day on which it does. */
export type Affected = { readonly partner: string; readonly on: string };

/** What other editions would change for whom. Ids in lists by id, specializations and levels in the order of the program after. */
export type Impact = {
  readonly program: string;
  /** The editions in force on each day, before and after, and how many partners lose and gain on it. */
  readonly days: readonly {
    readonly on: string;
    readonly before: string;
    readonly after: string;
    readonly loses: number;
    readonly gains: number;
    readonly unchanged: number;
  }[];
  readonly partners: {
    readonly loses: readonly Affected[];
    readonly gains: readonly Affected[];
    readonly unchanged: readonly string[];
  };
  readonly specializations: readonly ({ readonly specialization: string } & SubjectTotals)[];
  readonly channelLevels: readonly ({ readonly channelLevel: string } & SubjectTotals)[];
  readonly individuals: IndividualsImpact;
  readonly certifications: readonly AwardImpact[];
  readonly examples: {
    readonly loses: readonly ImpactExample[];
    readonly gains: readonly ImpactExample[];
    readonly unchanged: readonly ImpactExample[];
  };
};

/**
 * Evaluates the facts on each day under both programs and says what differs. Refused with `out-of-steps` when all of it
 * costs more than `steps`.
 */
export function impactOf(question: ImpactQuestion, options?: { readonly steps?: number }): Result<Impact> {
  const budget: Budget = { left: options?.steps ?? IMPACT_STEPS };
  const among = question.days.length * EVALUATIONS_A_DAY;
  const partners = new Map<string, PartnerImpact>(question.partners.map(({ id }) => [id, new Map()]));
  const awards = new AwardImpacts();
  const days: Impact['days'][number][] = [];
  return withinSteps(() => {
    for (const day of question.days) {
      const outcome = twoEditions(question, day, { steps: budget, among });
      // The only fault that is left: the days were looked at when the question was read.
      if (!outcome.ok) throw new OutOfSteps(outcome.faults[0]?.received ?? '');
      const effects = noteDay(outcome.value, partners, budget);
      awards.add(outcome.value.before.individuals, outcome.value.after.individuals);
      const { before, after } = outcome.value;
      days.push({ on: before.asOf, before: before.edition, after: after.edition, ...counted(effects) });
    }
    const impact = { program: question.program.id, days, ...summary(question, partners, awards) };
    spend(budget, stepsOf(impact), formatDay(question.asOf));
    return impact;
  });
}

/** Notes a day for every partner, and gives for each what happens to it. */
function noteDay(
  { before, after }: TwoEditions,
  partners: ReadonlyMap<string, PartnerImpact>,
  budget: Budget,
): readonly Effect[] {
  const individuals = { before: byId(before.individuals), after: byId(after.individuals) };
  const then = byId(before.partners);
  return after.partners.map((partner) => {
    const details = detailsOf(before.asOf, then.get(partner.id), partner, individuals);
    const own = partners.get(partner.id) as Map<string, { subject: ImpactSubject; days: ImpactOnDay[] }>;
    for (const [subject, day] of details) {
      spend(budget, EXPLANATION_STEPS + day.noLonger.length + day.newly.length, partner.id);
      const key = JSON.stringify(subject);
      const known = own.get(key) ?? { subject, days: [] };
      known.days.push(day);
      own.set(key, known);
    }
    return overall(details.map(([, { effect }]) => effect));
  });
}

function summary(question: ImpactQuestion, partners: ReadonlyMap<string, PartnerImpact>, awards: AwardImpacts) {
  const ids = [...partners.keys()].sort(compare);
  const entries = ids.map((partner) => {
    const subjects = partners.get(partner) as PartnerImpact;
    const days = [...subjects.values()].flatMap((subject) => subject.days);
    const effect = overall(days.map((day) => day.effect));
    const on = days
      .filter((day) => day.effect === effect)
      .map((day) => day.on)
      .sort(compare)[0];
    return { partner, subjects, effect, on: on ?? '' };
  });
  const whose = (effect: Effect): readonly Affected[] =>
    entries.filter((entry) => entry.effect === effect).map(({ partner, on }) => ({ partner, on }));
  const unchanged = entries.filter(({ effect }) => effect !== 'loses' && effect !== 'gains');
  const named = (key: 'specializations' | 'channelLevels' | 'certifications'): readonly string[] =>
    idsOf(question, key);
  return {
    partners: { loses: whose('loses'), gains: whose('gains'), unchanged: unchanged.map(({ partner }) => partner) },
    specializations: named('specializations').map((specialization) => ({
      specialization,
      ...totals({ specialization }, partners),
    })),
    channelLevels: named('channelLevels').map((channelLevel) => ({
      channelLevel,
      ...totals({ channelLevel }, partners),
    })),
    individuals: awards.individuals(),
    certifications: awards.certifications(named('certifications')),
    examples: {
      loses: chosen(entries, 'loses', question.examples),
      gains: chosen(entries, 'gains', question.examples),
      unchanged: chosen(unchanged, 'stays', question.examples),
    },
  };
}

function totals(subject: ImpactSubject, partners: ReadonlyMap<string, PartnerImpact>): SubjectTotals {
  const key = JSON.stringify(subject);
  const all = [...partners.values()].flatMap((own) => own.get(key) ?? []);
  const effectsOf = (some: typeof all): readonly Effect[] =>
    some.map(({ days }) => overall(days.map(({ effect }) => effect)));
  const held = all.filter(({ days }) => days.some(({ before }) => isHeld(before ?? undefined)));
  return {
    ...countedAll(effectsOf(all), partners.size),
    renewals: countedAll(effectsOf(held), held.length),
  };
}

/** A partner that neither edition in force asks about it is one without it. */
function countedAll(effects: readonly Effect[], of: number): EffectTotals {
  const count = (effect: Effect): number => effects.filter((own) => own === effect).length;
  const [loses, gains, stays] = [count('loses'), count('gains'), count('stays')];
  return { loses, gains, stays, without: of - loses - gains - stays };
}

function counted(effects: readonly Effect[]) {
  const { loses, gains, stays, without } = countedAll(effects, effects.length);
  return { loses, gains, unchanged: stays + without };
}

/** The ids of the editions in force on the days: in the order of the latest one after, then those of the ones before. */
function idsOf(
  { program, after, days }: ImpactQuestion,
  key: 'specializations' | 'channelLevels' | 'certifications',
): readonly string[] {
  const latestFirst = days.toReversed();
  const editions = [after, program].flatMap((own) => latestFirst.flatMap((day) => editionOn(own, day) ?? []));
  return [...new Set(editions.flatMap((edition) => [...edition[key].keys()]))];
}

function byId<E extends { readonly id: string }>(entries: readonly E[]): ReadonlyMap<string, E> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

/** What it costs to say an answer: its objects and its texts. */
function stepsOf(value: unknown): number {
  if (typeof value === 'string') return stepsToSay([value]);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + stepsOf(part), EXPLANATION_STEPS);
}
