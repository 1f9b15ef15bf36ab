import type { Contest, Question } from '../contest.ts';
import { mostOfAll } from '../incumbent.ts';
import type { Person } from '../problem.ts';
import type { Value } from '../value.ts';
import { type Bounds, type Columns, Draft, type Takers } from './columns.ts';
import { Meeting, type Met } from './meeting.ts';
import { type Bundles, staff } from './staffing.ts';

/** The whole question as one linear program: people take bundles of job roles, specializations take what they give. */
export type Model = {
  readonly columns: Columns;
  readonly takers: readonly Takers[];
  readonly bounds: readonly Bounds[];
  /** The rows that come to the first three aims. */
  readonly totals: readonly number[];
  readonly candidates: readonly Met[];
  readonly bundles: Bundles;
  /** The people of each group of takers. */
  readonly people: readonly (readonly Person[])[];
  /** What each aim weighs: more than all that come after it. */
  readonly weights: Value;
  /** What is so whatever is chosen, weighed. */
  readonly constant: number;
};

export function modelOf(question: Question, contest: Contest): Model {
  const { problem, candidates } = contest;
  const { groups, room, last } = problem;
  const draft = new Draft();
  const [, , units, kept] = mostOfAll(question);
  const byMet = (kept + 1) * (units + 1);
  const weights: Value = [byMet * (candidates.length + 1), byMet, kept + 1, 1];
  const people = groups.reduce((sum, group) => sum + group.people.length, 0);
  const rowOn: number[] = [];
  for (const place of room.keys()) if (!last.has(place)) rowOn[place.index] = draft.row(0, people);
  const bundles = staff(draft, problem, rowOn);
  const meeting = new Meeting(draft, question, contest, rowOn, weights);
  return {
    columns: draft.columns(),
    takers: draft.takers,
    bounds: draft.bounds,
    totals: meeting.totals,
    candidates: meeting.candidates,
    bundles,
    people: groups.map((group) => group.people),
    weights,
    constant: meeting.filled * weights[2] + keptByPins(question),
  };
}

function keptByPins({ pinned, given }: Question): number {
  if (pinned.length === 0) return 0;
  const standing = new Set(given.map(({ individual, place }) => `${place.index} ${individual}`));
  return pinned.filter(({ individual, place }) => standing.has(`${place.index} ${individual}`)).length;
}
