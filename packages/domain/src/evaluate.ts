import { affiliated } from './allocation/affiliation.ts';
import { verdictsOf as awardVerdictsOf, standingOf } from './award/award.ts';
import { type Individual, individualOf } from './award/individual.ts';
import type { IndividualStanding, IndividualVerdicts } from './award/standing.ts';
import { compare } from './calendar/compare.ts';
import { formatDay } from './calendar/day.ts';
import { type Result, refuse } from './edition/fault.ts';
import { type KnownProgram, knownOn } from './edition/known.ts';
import {
  BOTTLENECK_STEPS,
  type Budget,
  DEFAULT_STEPS,
  SEARCH_STEPS,
  shareOf,
  spend,
  withinSteps,
} from './explanation/budget.ts';
import type { EvaluationRequest } from './record/request.ts';
import type { PartnerFacts } from './record/schema.ts';
import { partnerStandingOf } from './standing/partner.ts';
import type { PartnerStanding, PartnerVerdicts } from './standing/standing.ts';
import { decide, type PartnerContext } from './standing/verdicts.ts';

type Answer<OnIndividual, OnPartner> = {
  readonly program: string;
  /** The edition in force on `asOf`. */
  readonly edition: string;
  readonly asOf: string;
  readonly individuals: readonly OnIndividual[];
  readonly partners: readonly OnPartner[];
};

/** Where everybody asked about stands (contract, section 3). */
export type Evaluation = Answer<IndividualStanding, PartnerStanding>;

/** The same without why. */
export type Verdicts = Answer<IndividualVerdicts, PartnerVerdicts>;

/** What an evaluation may cost. */
export type EvaluationOptions = {
  /** Counted steps, or what is left of the steps that it shares with other work: it takes from them. */
  readonly steps?: number | Budget;
  /** How many evaluations share the steps for searches; one when absent. */
  readonly among?: number;
  /** Which allocations count for some of the partners, by their ids, in place of what the question says. */
  readonly allocate?: ReadonlyMap<string, 'given' | 'best'>;
};

/**
 * The straight line: record, awards, allocation, standing. The same content gives the same answer, whatever the order
 * of the lists of facts. Refused with the fault `out-of-steps` when the question costs more than `steps`, counted alike
 * on every machine.
 */
export function evaluate(request: EvaluationRequest, options: EvaluationOptions = {}): Result<Evaluation> {
  return answered(request, options, standingOf, partnerStandingOf);
}

/** The same without why, for whole programs: most of an evaluation's work is to say reasons that nobody reads there. */
export function verdictsOf(request: EvaluationRequest, options: EvaluationOptions = {}): Result<Verdicts> {
  return answered(request, options, awardVerdictsOf, (partner, context) => decide(partner, context).verdicts);
}

function answered<OnIndividual, OnPartner>(
  request: EvaluationRequest,
  { steps = DEFAULT_STEPS, among = 1, allocate }: EvaluationOptions,
  onIndividual: (program: KnownProgram, individual: Individual, budget: Budget) => OnIndividual,
  onPartner: (partner: PartnerFacts, context: PartnerContext) => OnPartner,
): Result<Answer<OnIndividual, OnPartner>> {
  const program = knownOn(request.program, request.asOf);
  if (program === undefined) return refuse({ path: 'asOf', code: 'before-the-first-edition' });
  const budget: Budget = typeof steps === 'number' ? { left: steps } : steps;
  const shares = request.partners.length * among;
  return withinSteps(() => {
    const individuals = request.individuals.toSorted(byId).map((facts) => individualOf(facts, program, budget));
    const known = new Map(individuals.map((individual) => [individual.id, individual]));
    const people = affiliated(request.partners, request.asOf, program.current.exclusive);
    const partners = request.partners.toSorted(byId).map((partner) => {
      // Each partner has its own share, so that one hard search cannot take from the others.
      const search: Budget = { left: Math.floor(SEARCH_STEPS / shares) };
      const bottlenecks: Budget = { left: Math.floor(BOTTLENECK_STEPS / shares) };
      return onPartner(partner, {
        program,
        individuals: known,
        affiliated: people.get(partner.id) ?? new Set(),
        allocate: allocate?.get(partner.id) ?? request.allocate,
        spending: {
          search: (steps) => spend(search, steps, partner.id),
          bottlenecks: (among) => shareOf(bottlenecks, among, partner.id),
          work: (steps) => spend(budget, steps, partner.id),
        },
      });
    });
    return {
      program: program.id,
      edition: program.current.document.edition,
      asOf: formatDay(request.asOf),
      individuals: individuals.map((individual) => onIndividual(program, individual, budget)),
      partners,
    };
  });
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compare(a.id, b.id);
}
