import { type Budget, withinSteps } from '../../explanation/budget.ts';
import { Planner, type Questioned } from './planner.ts';
import { type Solution, solve } from './solve.ts';

/** Of how many days each is looked at alone. */
const MOST_DAYS = 3;
/** What it may cost to read the facts again for one; where it costs more, nothing is said. */
const READING_STEPS = 5_000_000;

/**
 * A solution without proof, with what its single days say: what makes everything ready on all days makes it ready on each,
 * so that no plan has fewer exams than one for a day alone, and a day alone is easier to prove.
 */
export function boundedByDays(solution: Solution, question: Questioned): Solution {
  const { aims, search } = question;
  if (solution.proven || aims.length < 2) return solution;
  const size = ({ specializations, channelLevels }: Questioned['aims'][number]): number =>
    specializations.size + 2 * channelLevels.size;
  const largest = aims.toSorted((a, b) => size(b) - size(a) || a.day - b.day).slice(0, MOST_DAYS);
  let { bound } = solution;
  for (const [index, aim] of largest.entries()) {
    const share: Budget = { left: Math.floor(search.left / (largest.length - index)) };
    search.left -= share.left;
    const budget: Budget = { left: READING_STEPS };
    const alone = withinSteps(() => solve(new Planner({ ...question, aims: [aim], budget, search: share }), new Map()));
    search.left += Math.max(0, share.left);
    if (!alone.ok) break;
    bound = Math.max(bound, alone.value.bound);
  }
  if (solution.tasks === undefined) return { ...solution, bound };
  bound = Math.min(bound, solution.cost);
  return { ...solution, bound, proven: bound === solution.cost };
}
