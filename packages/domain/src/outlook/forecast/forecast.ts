import { countsGiven } from '../../allocation/allocate.ts';
import { compare } from '../../calendar/compare.ts';
import { formatDay } from '../../calendar/day.ts';
import { type Result, refuse } from '../../edition/fault.ts';
import { editionOn, knownOn } from '../../edition/known.ts';
import { type Budget, DEFAULT_STEPS, OutOfSteps, SEARCH_STEPS, spend, stepsToSay } from '../../explanation/budget.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { type Ahead, aheadOf } from './ahead.ts';
import { individualKnownOn, partnerKnownOn } from './frozen.ts';
import type { Forecast } from './outlook.ts';
import { partnerForecastOf, type Segment } from './partner-forecast.ts';
import type { ForecastRequest } from './question.ts';
import { SharedSteps } from './search.ts';

/** What the searches for the allocations of all days may cost, shared alike by the partners. */
const DAYS_STEPS = 3 * SEARCH_STEPS;
/** What those for losses and for repairs may cost, and the replays that a repair is tried with. */
const LOSSES_STEPS = SEARCH_STEPS / 2;
const REPAIRS_STEPS = SEARCH_STEPS / 2;
const LEARNING_STEPS = SEARCH_STEPS / 2;

/** To take an edition into what is known, in steps. */
const KNOWN_STEPS = 20;

/**
 * What lies ahead of each partner if nothing new happens: for every day from `asOf` until `until` the straight line is
 * run with the facts known on `asOf`. Nobody passes, joins or signs, and nothing is approved; ends that are known hold,
 * and so do editions that are given and take effect on the way. Refused with the fault `out-of-steps` when the question
 * costs more than `steps`, counted alike on every machine.
 */
export function forecast(request: ForecastRequest, options?: { readonly steps?: number }): Result<Forecast> {
  const { asOf, until } = request;
  const ahead = knownOn(request.program, Math.max(asOf, until - 1));
  const current = editionOn(request.program, asOf);
  if (ahead === undefined || current === undefined) return refuse({ path: 'asOf', code: 'before-the-first-edition' });
  const budget = { left: options?.steps ?? DEFAULT_STEPS };
  const facts = new Map(request.individuals.map((individual) => [individual.id, individual]));
  const partners = request.partners.map((partner) => partnerKnownOn(partner, asOf)).sort((a, b) => compare(a.id, b.id));
  const people = new Map<string, Ahead>();
  const personOf = (id: string): Ahead | undefined => {
    const own = facts.get(id);
    if (own === undefined || people.has(id)) return people.get(id);
    const person = aheadOf(individualKnownOn(own, asOf), ahead, budget);
    people.set(id, person);
    return person;
  };
  const share = (steps: number): number => Math.floor(steps / partners.length);
  const neighboursOf = neighbours(partners);
  try {
    const segments = segmentsOf(request, budget);
    const answers = partners.map((partner) => {
      const ids = [...new Set(partner.affiliations.map(({ individual }) => individual))].sort();
      const shared = (steps: number): SharedSteps => new SharedSteps(share(steps), share(SEARCH_STEPS), partner.id);
      const allowance = {
        ...{ days: shared(DAYS_STEPS), losses: shared(LOSSES_STEPS), repairs: shared(REPAIRS_STEPS) },
        learning: { left: share(LEARNING_STEPS) },
      };
      const work = (steps: number): void => spend(budget, steps, partner.id);
      const watched = {
        partner,
        neighbours: neighboursOf(partner),
        people: new Map(
          ids.flatMap((id) => (personOf(id) === undefined ? [] : [[id, personOf(id) as Ahead] as const])),
        ),
        isKnown: (id: string) => facts.has(id),
        given: countsGiven(partner, request.allocate, () => true),
        search: allowance.days.search,
        work,
      };
      const answer = partnerForecastOf(watched, segments, ahead, allowance);
      work(stepsToAnswer(answer));
      return answer;
    });
    return {
      ok: true,
      value: {
        program: request.program.id,
        edition: current.document.edition,
        asOf: formatDay(asOf),
        until: formatDay(until),
        partners: answers,
      },
    };
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return refuse({ path: '', code: 'out-of-steps', received: error.path });
  }
}

/** The time that is looked at, cut where an edition takes effect. */
function segmentsOf({ program, asOf, until }: ForecastRequest, budget: Budget): readonly Segment[] {
  const starts = [
    asOf,
    ...program.editions.map(({ effectiveFrom }) => effectiveFrom).filter((day) => asOf < day && day < until),
  ];
  return starts.flatMap((from, index) => {
    // What is known on a day is put together from all editions until then.
    spend(budget, KNOWN_STEPS * program.editions.length, program.id);
    const known = knownOn(program, from);
    return known === undefined ? [] : [{ program: known, until: starts[index + 1] ?? until }];
  });
}

/** For each partner itself and those that share people with it, with the affiliations of these people only. */
function neighbours(partners: readonly PartnerFacts[]): (partner: PartnerFacts) => readonly PartnerFacts[] {
  type Affiliation = { readonly at: string; readonly affiliation: PartnerFacts['affiliations'][number] };
  const all = partners.flatMap(({ id, affiliations }) => affiliations.map((affiliation) => ({ at: id, affiliation })));
  const ofIndividual = Map.groupBy(all, ({ affiliation }: Affiliation) => affiliation.individual);
  return ({ id, affiliations }) => {
    const own = new Set(affiliations.map(({ individual }) => individual));
    const near = Map.groupBy(
      [...own].flatMap((individual) => ofIndividual.get(individual) ?? []),
      ({ at }) => at,
    );
    return [...new Set([id, ...near.keys()])].map((at) => ({
      id: at,
      affiliations: (near.get(at) ?? []).map(({ affiliation }) => affiliation),
    }));
  };
}

/** What it costs to say an answer: every text in it. */
function stepsToAnswer(answer: unknown): number {
  if (typeof answer === 'string') return stepsToSay([answer]);
  if (typeof answer !== 'object' || answer === null) return 0;
  return Object.values(answer).reduce((sum: number, part) => sum + stepsToAnswer(part), 0);
}
