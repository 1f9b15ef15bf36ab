import { formatDay } from '../../calendar/day.ts';
import type { Program } from '../../edition/program.ts';
import { type Evaluation, evaluate } from '../../evaluate.ts';
import { type Budget, OutOfSteps, spend } from '../../explanation/budget.ts';
import type { EvaluationRequest, Facts } from '../../record/request.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import type { Allocation, Readiness } from '../../standing/standing.ts';
import type { Row, Scene } from './aim.ts';
import type { Task } from './task.ts';
import { done } from './trial.ts';

/** How a part of the target would stand on its day after the plan. */
export type Outcome = (
  | { readonly specialization: string; readonly on: string; readonly readiness: Readiness }
  | { readonly channelLevel: string; readonly on: string; readonly readiness: Readiness }
) & { readonly on: string; readonly readiness: Readiness };

/** Who would fill which job role on a day. */
export type PlannedAllocation = Allocation & { readonly on: string };

/** The allocations of a solution, pins included, by day. */
export function allocationsOf(
  tasks: readonly Task[],
  scenes: readonly Scene[],
  rows: readonly Row[],
): readonly PlannedAllocation[] {
  return scenes.flatMap(({ aim, pins }, index) => {
    const on = formatDay(aim.day);
    const own = tasks.flatMap(({ person, rows: served }) =>
      served.flatMap((row) => {
        const { place, aim: of } = rows[row] as Row;
        return place === undefined || of !== index ? [] : [{ individual: person.facts.id, place }];
      }),
    );
    return [...pins, ...own]
      .sort((a, b) => a.place.index - b.place.index || (a.individual < b.individual ? -1 : 1))
      .map(({ individual, place }) => ({
        on,
        individual,
        specialization: place.specialization.id,
        jobRole: place.jobRole.id,
      }));
  });
}

/**
 * The straight line on each day of the target, with what is planned added to the facts and the allocations of the plan as
 * the given ones: what it says is the plan's outcome. It is asked of those alone who have a part in the plan: nobody else
 * is needed, and nobody else can spoil it. Throws `OutOfSteps` where that costs too much work.
 */
export function outcomes(
  program: Program,
  facts: Facts,
  partner: PartnerFacts,
  scenes: readonly Scene[],
  tasks: readonly Task[],
  allocations: readonly PlannedAllocation[],
  budget: Budget,
): readonly Outcome[] {
  const doings = new Map(tasks.map(({ person, doing }) => [person.facts.id, doing]));
  const found: Outcome[] = [];
  for (const { aim, pins } of scenes) {
    const on = formatDay(aim.day);
    const own = new Set([...doings.keys(), ...pins.map(({ individual }) => individual)]);
    spend(budget, facts.individuals.length + facts.partners.length, partner.id);
    const question: EvaluationRequest = {
      program,
      asOf: aim.day,
      allocate: 'given',
      individuals: facts.individuals
        .filter(({ id }) => own.has(id))
        .map((individual) => {
          const doing = doings.get(individual.id);
          return doing === undefined ? individual : done(individual, doing);
        }),
      partners: facts.partners.map((other) =>
        other.id === partner.id
          ? {
              ...partner,
              allocations: allocations
                .filter((entry) => entry.on === on)
                .map(({ individual, specialization, jobRole }) => ({ individual, specialization, jobRole })),
            }
          : { id: other.id, affiliations: other.affiliations },
      ),
    };
    const answer = evaluate(question, { steps: budget });
    if (!answer.ok) throw new OutOfSteps(partner.id);
    found.push(...outcomeOf(answer.value, partner.id, aim, on));
  }
  return found;
}

function outcomeOf({ partners }: Evaluation, id: string, aim: Scene['aim'], on: string): readonly Outcome[] {
  const standing = partners.find((partner) => partner.id === id);
  return [
    ...(standing?.specializations ?? [])
      .filter(({ specialization }) => aim.specializations.has(specialization))
      .map(({ specialization, readiness }) => ({ specialization, on, readiness })),
    ...(standing?.channelLevels ?? [])
      .filter(({ channelLevel }) => aim.channelLevels.has(channelLevel))
      .map(({ channelLevel, readiness }) => ({ channelLevel, on, readiness })),
  ];
}
