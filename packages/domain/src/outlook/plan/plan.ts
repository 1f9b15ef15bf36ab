import { formatDay, readDay } from '../../calendar/day.ts';
import { type Result, refuse } from '../../edition/fault.ts';
import { editionOn } from '../../edition/known.ts';
import type { Program } from '../../edition/program.ts';
import { type Budget, DEFAULT_STEPS, withinSteps } from '../../explanation/budget.ts';
import type { Facts } from '../../record/request.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { alternativesTo } from './alternatives.ts';
import { allocationsOf, type Outcome, outcomes, type PlannedAllocation } from './check.ts';
import { knownFacts } from './facts.ts';
import { lackingOf, type Obstacle, shortOf } from './obstacles.ts';
import { Planner } from './planner.ts';
import type { PlanRequest } from './question.ts';
import { boundedByDays } from './single-days.ts';
import { solve } from './solve.ts';
import { type Acceptance, type Step, settled, stepsOf } from './steps.ts';
import { aimsOf, type DueRenewal, dueRenewals, renewed } from './target.ts';
import type { Task } from './task.ts';

/** What all that is looked for may cost. */
const PLAN_STEPS = 64_000_000;
/** What of it is kept for the plan under the editions before. */
const FOR_BEFORE = 1 / 4;
/** What of the rest is kept to say on which days a plan may move; and before that for alternatives, or to bound it by single days. */
const KEPT = { forDays: 1 / 8, forMore: 1 / 4 };
/** What it may cost to hear from the straight line what becomes of a plan. */
const CHECK_STEPS = 16_000_000;

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
  const due = target.renewals === true ? dueRenewals(program, partner, asOf, by) : [];
  const question = { ...request, program, facts, partner, due, by, budget };
  return withinSteps(() => ({
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
    ...answerTo({ ...question, steps: Math.floor(steps * (1 - FOR_BEFORE)) }, alternatives ?? 3),
    editionBefore: before({ ...question, steps: Math.floor(steps * FOR_BEFORE) }),
  }));
}

type Question = Pick<PlanRequest, 'asOf' | 'more'> & {
  readonly program: Program;
  readonly facts: Facts;
  readonly partner: PartnerFacts;
  readonly due: readonly DueRenewal[];
  readonly by: number;
  readonly budget: Budget;
  /** To look for it with. */
  readonly steps: number;
};

type Answer = Omit<Plan, 'program' | 'edition' | 'asOf' | 'by' | 'partner' | 'target' | 'editionBefore'>;

function answerTo(question: Question, wanted: number): Answer {
  const { program, asOf, more, facts, due, by, budget, steps } = question;
  const partner = renewed(question.partner, due);
  const aims = aimsOf(more.plan.target, due, by);
  const search: Budget = { left: steps };
  const check: Budget = { left: CHECK_STEPS };
  const planner = new Planner({ program, asOf, facts, partner, aims, budget, search });
  const kept = { forDays: Math.floor(steps * KEPT.forDays), forMore: Math.floor(steps * KEPT.forMore) };
  const first = keeping(search, kept.forDays + kept.forMore, () => solve(planner, new Map()));
  const solution = keeping(search, kept.forDays, () =>
    boundedByDays(first, { program, asOf, facts, partner, aims, budget, search }, planner.rows),
  );
  const { scenes, rows, people, spans } = planner;
  const lacking = lackingOf(scenes);
  const { tasks, proven, bound } = solution;
  if (lacking.length > 0 || tasks === undefined) {
    const missing = proven && tasks === undefined ? shortOf(solution.short, rows, scenes, people, spans) : [];
    const possible = lacking.length > 0 || proven ? (false as const) : null;
    return {
      possible,
      plan: null,
      proven: possible === false,
      bound,
      obstacles: [...lacking, ...missing],
      alternatives: [],
    };
  }
  const wayOf = (found: readonly Task[]): PlanWay => {
    const own = found.map(settled);
    const allocations = allocationsOf(own, scenes, rows);
    const outcome = outcomes(program, facts, partner, scenes, own, allocations, check);
    if (outcome.some(({ readiness }) => readiness !== 'met'))
      throw new Error('The straight line does not confirm a plan');
    return { exams: solution.cost, ...stepsOf(own, planner, program, check), allocations, outcome };
  };
  const plan = wayOf(tasks);
  // Which plan comes next is not known where it is not known which comes first.
  const alternatives: PlanWay[] = [];
  if (wanted > 0 && proven) {
    const others = keeping(search, kept.forDays, () => alternativesTo({ ...solution, tasks }, planner, wanted));
    for (const other of others) {
      const way = withinSteps(() => ({ ...wayOf(other.tasks), exams: other.cost }));
      if (way.ok) alternatives.push(way.value);
    }
  }
  return { possible: true, plan, proven, bound, obstacles: [], alternatives };
}

/** Works with some of the steps put aside, so that they are there when it ends. */
function keeping<T>(budget: Budget, steps: number, work: () => T): T {
  budget.left -= steps;
  try {
    return work();
  } finally {
    budget.left = Math.max(0, budget.left) + steps;
  }
}

/** Where the facts cannot even be read within the steps. */
const UNKNOWN: Answer = { possible: null, plan: null, proven: false, bound: 0, obstacles: [], alternatives: [] };

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
  const answer = withinSteps(() => answerTo({ ...question, program: cut, due }, 0));
  const { plan: way, possible, proven, bound, obstacles } = answer.ok ? answer.value : UNKNOWN;
  return {
    ...{ edition: last.document.edition, possible, proven, bound, obstacles },
    ...{ exams: way?.exams ?? null, steps: way?.steps ?? [] },
  };
}
