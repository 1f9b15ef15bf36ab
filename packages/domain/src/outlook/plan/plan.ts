import { formatDay, readDay } from '../../calendar/day.ts';
import { type Result, refuse } from '../../edition/fault.ts';
import { editionOn } from '../../edition/known.ts';
import type { Program } from '../../edition/program.ts';
import { type Budget, DEFAULT_STEPS, OutOfSteps } from '../../explanation/budget.ts';
import type { Facts } from '../../record/request.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { alternativesTo } from './alternatives.ts';
import { allocationsOf, type Outcome, outcomes, type PlannedAllocation } from './check.ts';
import { knownFacts } from './facts.ts';
import { lackingOf, type Obstacle, shortOf } from './obstacles.ts';
import type { PlanRequest } from './question.ts';
import { Planner, type Solution } from './solve.ts';
import { type Acceptance, type Step, settled, stepsOf } from './steps.ts';
import { aimsOf, type DueRenewal, dueRenewals, renewed } from './target.ts';

/** What each search may cost: for the plan, for its alternatives, and for the plan under the editions before. */
const PLAN_STEPS = 40_000_000;

/** One way to make the target true; all of it imagined. */
export type PlanWay = {
  readonly exams: number;
  readonly steps: readonly Step[];
  readonly accepts: readonly Acceptance[];
  /** Who fills which job role then, on each day on which something must be ready; pins stay. */
  readonly allocations: readonly PlannedAllocation[];
  /** What the straight line says on those days with the plan among the facts. */
  readonly outcome: readonly Outcome[];
};

/** The fewest exams for a target. Days are texts `YYYY-MM-DD`. */
export type Plan = {
  readonly program: string;
  /** The edition in force on `by`. */
  readonly edition: string;
  readonly asOf: string;
  readonly by: string;
  readonly partner: string;
  readonly target: {
    readonly specializations: readonly string[];
    readonly channelLevel: string | null;
    readonly renewals: readonly (
      | { readonly specialization: string; readonly on: string }
      | { readonly channelLevel: string; readonly on: string }
    )[];
  };
  /** Whether exams can make it true; null where the steps ended before that was known. */
  readonly possible: boolean | null;
  readonly plan: PlanWay | null;
  /** Whether no plan has fewer exams, or, where none is possible, whether that is certain. */
  readonly proven: boolean;
  /** No plan has fewer exams than this. */
  readonly bound: number;
  readonly obstacles: readonly Obstacle[];
  readonly alternatives: readonly PlanWay[];
  /** What the edition before the one in force on `asOf` would have asked, had it stayed; null where there is none that knows the target. */
  readonly editionBefore:
    | (Pick<Plan, 'possible' | 'proven' | 'bound' | 'obstacles'> & {
        readonly edition: string;
        readonly exams: number | null;
        readonly steps: readonly Step[];
      })
    | null;
};

/**
 * The fewest exams, sat after `asOf` and not after `by`, with which everything in the target is ready on its day. The same
 * content gives the same answer, whatever the order of the facts' lists. Refused with the fault `out-of-steps` where
 * reading the facts alone costs more than one request may.
 */
export function plan(
  request: PlanRequest,
  options?: { readonly steps?: number; readonly searchSteps?: number },
): Result<Plan> {
  const { program, asOf, more } = request;
  const { partner: id, by: last, target, alternatives } = more.plan;
  const by = readDay(last);
  const facts = knownFacts(request, asOf);
  const partner = facts.partners.find((entry) => entry.id === id);
  if (partner === undefined) return refuse({ path: 'plan.partner', code: 'unknown-partner', received: id });
  const budget: Budget = { left: options?.steps ?? DEFAULT_STEPS };
  const steps = options?.searchSteps ?? PLAN_STEPS;
  try {
    const due = target.renewals === true ? dueRenewals(program, partner, asOf, by) : [];
    const answered = answerTo({ ...request, program, facts, partner, due, by, budget, steps }, alternatives ?? 3);
    return {
      ok: true,
      value: {
        program: program.id,
        edition: editionOn(program, by)?.document.edition ?? '',
        asOf: formatDay(asOf),
        by: last,
        partner: id,
        target: {
          specializations: [...new Set(target.specializations ?? [])].sort(),
          channelLevel: target.channelLevel ?? null,
          renewals: due.map(({ kind, id: held, on }) =>
            kind === 'specialization'
              ? { specialization: held, on: formatDay(on) }
              : { channelLevel: held, on: formatDay(on) },
          ),
        },
        ...answered,
        editionBefore: before({ ...request, program, facts, partner, due, by, budget, steps }),
      },
    };
  } catch (error) {
    if (!(error instanceof OutOfSteps)) throw error;
    return refuse({ path: '', code: 'out-of-steps', received: error.path });
  }
}

type Question = Pick<PlanRequest, 'asOf' | 'more'> & {
  readonly program: Program;
  readonly facts: Facts;
  readonly partner: PartnerFacts;
  readonly due: readonly DueRenewal[];
  readonly by: number;
  readonly budget: Budget;
  /** Of each search. */
  readonly steps: number;
};

function answerTo(question: Question, wanted: number) {
  const { program, asOf, more, facts, due, by, budget, steps } = question;
  const partner = renewed(question.partner, due);
  const planner = new Planner(program, asOf, facts, partner, aimsOf(more.plan.target, due, by), budget);
  const solution = planner.solve(new Map(), { left: steps });
  const { scenes, rows, people, spans } = planner;
  const lacking = lackingOf(scenes);
  const short = solution.short.some((each) => each > 0);
  const without = (possible: false | null, obstacles: readonly Obstacle[]) => ({
    possible,
    plan: null,
    proven: possible === false,
    bound: solution.bound,
    obstacles,
    alternatives: [],
  });
  const missing = short ? shortOf(solution.short, rows, scenes, people, spans) : [];
  if (lacking.length > 0) return without(false, [...lacking, ...(solution.proven ? missing : [])]);
  if (short) return solution.proven ? without(false, missing) : without(null, []);
  const wayOf = (solved: Solution): PlanWay => {
    const found = { ...solved, tasks: solved.tasks.map(settled) };
    const allocations = allocationsOf(found, scenes, rows);
    const outcome = outcomes(program, facts, partner, scenes, found, allocations);
    if (outcome === undefined) throw new OutOfSteps(partner.id);
    if (outcome.some(({ readiness }) => readiness !== 'met'))
      throw new Error('The straight line does not confirm a plan');
    return { exams: found.cost, ...stepsOf(found.tasks, planner, program, budget), allocations, outcome };
  };
  const others = wanted === 0 ? [] : alternativesTo(solution, planner, wanted, { left: steps });
  return {
    possible: true,
    plan: wayOf(solution),
    proven: solution.proven,
    bound: solution.bound,
    obstacles: [],
    alternatives: others.map(wayOf),
  };
}

/** The same under the editions before the one in force: what the change saves, or costs. */
function before(question: Question): Plan['editionBefore'] {
  const { program, asOf, more, by } = question;
  const now = editionOn(program, asOf);
  const editions = program.editions.filter((edition) => now !== undefined && edition.effectiveFrom < now.effectiveFrom);
  const last = editions.at(-1);
  const { specializations = [], channelLevel } = more.plan.target;
  if (last === undefined) return null;
  if (!specializations.every((id) => last.specializations.has(id))) return null;
  if (channelLevel !== undefined && !last.channelLevels.has(channelLevel)) return null;
  const cut = { ...program, editions };
  const due = more.plan.target.renewals === true ? dueRenewals(cut, question.partner, asOf, by) : [];
  const { plan: way, alternatives: _, ...rest } = answerTo({ ...question, program: cut, due }, 0);
  return { edition: last.document.edition, ...rest, exams: way?.exams ?? null, steps: way?.steps ?? [] };
}
