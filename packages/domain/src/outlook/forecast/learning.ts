import { explained } from '../../award/explain.ts';
import { progressOf } from '../../award/progress.ts';
import { type Day, formatDay, readDay } from '../../calendar/day.ts';
import { addPeriod, readPeriod } from '../../calendar/period.ts';
import type { CompiledEdition } from '../../edition/compiled.ts';
import { editionOn, type KnownProgram } from '../../edition/known.ts';
import { type Node, originOf } from '../../edition/node.ts';
import type { Budget } from '../../explanation/budget.ts';
import type { Missing } from '../../explanation/explanation.ts';
import { smallest } from '../../explanation/gap.ts';
import type { IndividualFacts } from '../../record/schema.ts';
import { type Ahead, aheadOf, latestOn, sceneOn } from './ahead.ts';

/** What an individual would have to pass and accept, all of it by a day, to meet a requirement. */
export type Learning = {
  readonly individual: Ahead;
  readonly exams: readonly string[];
  readonly agreements: readonly string[];
  /** The certifications that this is for. */
  readonly certifications: readonly string[];
  /** The last day on which it helps. */
  readonly by: Day;
};

/** When something is to be met, and the first and the last day on which it can be prepared. */
export type Deadline = { readonly met: Day; readonly from: Day; readonly by: Day };

/** How often a window that closes sooner may bring the last day forward. */
const MOST_CLOSINGS = 4;

/**
 * The smallest that is missing, down to exams: what the requirement misses on the day on which it is to be met and, for
 * each certification among that, what its award misses on the last day on which it helps. Undefined where no way is
 * open. A way that is small by the shape of the rules, not the fewest exams of all; whether it helps is for a replay
 * to say.
 */
export function learningFor(
  individual: Ahead,
  requirement: Node,
  deadline: Deadline,
  program: KnownProgram,
  budget: Budget,
): Learning | undefined {
  const top = smallest(explained(requirement, sceneOn(individual, deadline.met, budget), originOf({})).gaps).missing;
  let by = deadline.by;
  for (let closings = 0; closings < MOST_CLOSINGS && by >= deadline.from; closings += 1) {
    const edition = editionOn(program, by);
    if (edition === undefined) return undefined;
    const found = downToExams(individual, top, by, edition, budget);
    if (found === undefined) return undefined;
    if (found.closes > by) {
      const { exams, agreements, certifications } = found;
      if (exams.size + agreements.size === 0) return undefined;
      const early = [...exams].some((exam) => retakeFrom(individual.facts, exam, edition) > by);
      if (early) return undefined;
      const sorted = (ids: ReadonlySet<string>): readonly string[] => [...ids].sort();
      return {
        individual,
        exams: sorted(exams),
        agreements: sorted(agreements),
        certifications: sorted(certifications),
        by,
      };
    }
    by = found.closes - 1;
  }
  return undefined;
}

type Found = {
  readonly exams: Set<string>;
  readonly agreements: Set<string>;
  readonly certifications: Set<string>;
  /** The first day on which one of the windows is closed. */
  closes: Day;
};

function downToExams(
  individual: Ahead,
  top: readonly Missing[],
  day: Day,
  edition: CompiledEdition,
  budget: Budget,
): Found | undefined {
  const scene = sceneOn(individual, day, budget);
  const found: Found = {
    ...{ exams: new Set(), agreements: new Set(), certifications: new Set() },
    closes: Number.POSITIVE_INFINITY,
  };
  const open = [...top];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    if ('exam' in entry) {
      found.exams.add(entry.exam);
      if (entry.until !== undefined) found.closes = Math.min(found.closes, readDay(entry.until));
    } else if ('agreement' in entry) found.agreements.add(entry.agreement);
    else if ('certification' in entry && !found.certifications.has(entry.certification)) {
      const id = entry.certification;
      const certification = edition.certifications.get(id);
      if (certification === undefined) return undefined;
      found.certifications.add(id);
      const latest = latestOn(individual.awards.get(id), day);
      open.push(...progressOf(id, certification, latest, scene).missing);
    }
  }
  return found;
}

/** The first day on which an exam may be taken again after it was failed. */
function retakeFrom(facts: IndividualFacts, exam: string, { document }: CompiledEdition): Day {
  const retake = document.exams.find(({ id }) => id === exam)?.retake;
  if (retake === undefined) return Number.NEGATIVE_INFINITY;
  const wait = readPeriod(retake.afterFail);
  return facts.exams
    .filter((entry) => entry.exam === exam && entry.result === 'fail')
    .reduce((day, { takenOn }) => Math.max(day, addPeriod(readDay(takenOn), wait)), Number.NEGATIVE_INFINITY);
}

/** The individual with all of it done on the last day: imagined facts, replayed like others. */
export function learned({ individual, exams, agreements, by }: Learning, program: KnownProgram, budget: Budget): Ahead {
  const day = formatDay(by);
  const { facts } = individual;
  return aheadOf(
    {
      ...facts,
      exams: [...facts.exams, ...exams.map((exam) => ({ exam, takenOn: day, result: 'pass' as const }))],
      agreements: [...(facts.agreements ?? []), ...agreements.map((agreement) => ({ agreement, acceptedOn: day }))],
    },
    program,
    budget,
  );
}
