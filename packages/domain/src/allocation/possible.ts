import type { CompiledSpecialization } from '../edition/places.ts';
import { Choice } from './choice.ts';
import { contestOf, type Question } from './contest.ts';
import type { Staff } from './given.ts';
import { Incumbent, mostOfAll } from './incumbent.ts';
import { Joint } from './joint/joint.ts';

/**
 * Whether the job roles of a specialization could all be filled with nobody allocated elsewhere. Limits and waivers
 * hold, pins do not bind.
 */
export function couldBeFilled(
  specialization: CompiledSpecialization,
  staff: Staff,
  spend: (steps: number) => void,
): boolean {
  const places = staff.places.filter((place) => place.specialization === specialization && place.open > 0);
  spend(1 + places.length);
  if (places.some((place) => staff.ableFor(place).size < place.open)) return false;
  const only = new Set([specialization]);
  const valuation = { places, takesPart: only, held: new Set<CompiledSpecialization>(), presence: only, given: [] };
  const question: Question = { staff: { ...staff, places }, valuation, pinned: [], given: [], spend };
  const incumbent = new Incumbent(question);
  if (incumbent.value[1] === 1) return true;
  const contest = contestOf(question);
  const { problem, candidates, technologies, mayJoin, nested } = contest;
  // What a flow cannot fill cannot be filled; where the limits are those of the flow it can.
  const filled = new Choice(problem, candidates, technologies).greedily([...candidates.keys()], mayJoin);
  if (filled.length === 0 || nested) return filled.length > 0;
  // The search is not to look for what fills less than all.
  const [, , units] = mostOfAll(question);
  incumbent.value = [0, 0, units, 0];
  new Joint(question, contest, incumbent).run();
  return incumbent.value[1] === 1;
}
