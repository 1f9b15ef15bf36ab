import { compare } from '../../calendar/compare.ts';
import { type Budget, withinSteps } from '../../explanation/budget.ts';
import type { Aim, Row } from './aim.ts';
import { Planner, type Questioned } from './planner.ts';
import { boundOf, type Solution } from './solve.ts';

/** Of how many days each is looked at alone. */
const MOST_DAYS = 3;
/** What it may cost to read the facts again for one; where it costs more, nothing is said. */
const READING_STEPS = 8_000_000;

/** Of a day with more rows than this some specializations alone are looked at. */
const MOST_ROWS = 30;

/**
 * A solution without proof, with what its single days say, or parts of them: what makes everything ready on all days makes
 * each part ready, so that no plan has fewer exams than one for a part alone, and a part alone is easier to prove. `rows`
 * are those of all days.
 */
export function boundedByDays(solution: Solution, question: Questioned, rows: readonly Row[]): Solution {
  const { aims, search } = question;
  const parts = aims.map((aim, index) => {
    const own = rows.filter(({ aim: of }) => of === index);
    const aimed = own.length <= MOST_ROWS ? aim : partOf(aim, own);
    return { aim: aimed, size: Math.min(MOST_ROWS, own.length), isWhole: aimed === aim };
  });
  if (solution.proven || (parts.length < 2 && parts.every(({ isWhole }) => isWhole))) return solution;
  const largest = parts.toSorted((a, b) => b.size - a.size || a.aim.day - b.aim.day).slice(0, MOST_DAYS);
  let { bound } = solution;
  for (const { aim } of largest) {
    const share: Budget = { left: Math.floor(search.left / 2) };
    search.left -= share.left;
    const budget: Budget = { left: READING_STEPS };
    const alone = withinSteps(() => boundOf(new Planner({ ...question, aims: [aim], budget, search: share })));
    search.left += Math.max(0, share.left);
    if (alone.ok) bound = Math.max(bound, alone.value);
  }
  if (solution.tasks === undefined) return { ...solution, bound };
  bound = Math.min(bound, solution.cost);
  return { ...solution, bound, proven: bound === solution.cost };
}

/** As many specializations of a day as do not have too many rows. */
function partOf(aim: Aim, rows: readonly Row[]): Aim {
  const specializations = new Set<string>();
  let left = MOST_ROWS;
  for (const id of [...aim.specializations].sort(compare)) {
    left -= rows.filter(({ of, rule }) => of === id && rule !== 'personnel').length;
    if (left < 0 && specializations.size > 0) break;
    specializations.add(id);
  }
  return { day: aim.day, specializations, channelLevels: new Set() };
}
