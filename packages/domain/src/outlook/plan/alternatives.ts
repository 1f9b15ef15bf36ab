import { compare } from '../../calendar/compare.ts';
import type { Bans, Planner } from './planner.ts';
import { type Solution, solve } from './solve.ts';
import type { Task } from './task.ts';

/** Of how many individuals of a plan another way is asked for. */
const MOST_ASKED = 24;

/** A plan, and what was banned to come to it. */
type Candidate = { readonly solution: Found; readonly bans: Bans };
type Found = Solution & { readonly tasks: readonly Task[] };

/**
 * Up to so many further plans with other exams or other people: from each plan that is known, one is asked for in which
 * one of its individuals does something else. Those with the fewest exams come first; a plan that does all of another and
 * more is none. More exams than the next number are not proposed.
 */
export function alternativesTo(solution: Found, planner: Planner, wanted: number): readonly Found[] {
  const known: Found[] = [solution];
  const asked = new Set<string>();
  let candidates: Candidate[] = [];
  let from: Candidate = { solution, bans: new Map() };
  while (known.length <= wanted) {
    for (const { person, doing, way } of from.solution.tasks.slice(0, MOST_ASKED)) {
      if (doing.exams.length === 0) continue;
      const id = person.facts.id;
      const bans = new Map(from.bans).set(id, new Set([...(from.bans.get(id) ?? []), way.exams.join()]));
      const key = JSON.stringify([...bans].map(([who, what]) => [who, [...what].sort()]).sort());
      if (asked.has(key)) continue;
      asked.add(key);
      const { tasks, ...found } = solve(planner, bans, solution.cost);
      // Without proof it is no longer said which plan comes next.
      if (!found.proven || tasks === undefined) continue;
      candidates.push({ solution: { tasks, ...found }, bans });
      // None can have fewer exams than the plan: enough of those that have as many need no further ones.
      const equal = candidates.filter((other) => other.solution.cost === solution.cost);
      if (distinct([...known, ...equal.map((other) => other.solution)]).length > wanted) break;
    }
    candidates = candidates
      .filter((other) => !known.some((plan) => covers(other.solution, plan)))
      .sort(
        (a, b) => a.solution.cost - b.solution.cost || compare(keysOf(a.solution).join(), keysOf(b.solution).join()),
      );
    const next = candidates[0];
    const second = known.find(({ cost }) => cost > solution.cost)?.cost;
    if (next === undefined || (second !== undefined && next.solution.cost > second)) break;
    known.push(next.solution);
    from = next;
  }
  return known.slice(1);
}

function distinct(solutions: readonly Found[]): readonly Found[] {
  return solutions.filter((each, index) => !solutions.slice(0, index).some((other) => covers(each, other)));
}

/** Whether a plan asks for all that another does. */
function covers(more: Found, less: Found): boolean {
  const keys = keysOf(more);
  return keysOf(less).every((key) => keys.includes(key));
}

function keysOf({ tasks }: Found): readonly string[] {
  return tasks
    .flatMap(({ person, doing }) => doing.exams.map(({ exam }) => JSON.stringify([person.facts.id, exam])))
    .sort(compare);
}
