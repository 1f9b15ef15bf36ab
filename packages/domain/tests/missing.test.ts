import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Requirement } from '../src/edition/requirement.ts';
import type { AwardStanding, Explanation } from '../src/index.ts';
import { answerTo } from './answers.ts';
import { validEdition } from './editions.ts';
import { runs } from './runs.ts';

/** Everything that a generated requirement may name. The exam `x` is passed by everybody, so that progress is shown. */
const EXAMS = ['e1', 'e2', 'e3', 'e4', 'e5'] as const;
const CERTIFICATIONS = ['c1', 'c2', 'c3'] as const;

const leaf: fc.Arbitrary<Requirement> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...EXAMS).map((exam) => ({ exam })) },
  { weight: 2, arbitrary: fc.constantFrom(...CERTIFICATIONS).map((certification) => ({ certification })) },
);

function tree(depth: number): fc.Arbitrary<Requirement> {
  if (depth === 1) return leaf;
  const parts = fc.array(tree(depth - 1), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    { weight: 2, arbitrary: parts.map((allOf) => ({ allOf })) },
    { weight: 2, arbitrary: parts.map((anyOf) => ({ anyOf })) },
    { weight: 2, arbitrary: fc.tuple(parts, fc.nat()).map(([of, n]) => ({ atLeast: 1 + (n % of.length), of })) },
  );
}

/** Unmet, met by awards alone, or met with an exam among the evidence. */
type Verdict = 'unmet' | 'awards' | 'exam';

function verdict(node: Requirement, there: ReadonlySet<string>): Verdict {
  if ('exam' in node) return there.has(node.exam) ? 'exam' : 'unmet';
  if ('certification' in node) return there.has(node.certification) ? 'awards' : 'unmet';
  const parts = 'allOf' in node ? node.allOf : 'anyOf' in node ? node.anyOf : node.of;
  const needed = 'allOf' in node ? parts.length : 'anyOf' in node ? 1 : node.atLeast;
  const met = parts.map((part) => verdict(part, there)).filter((part) => part !== 'unmet');
  if (met.length < needed) return 'unmet';
  return met.includes('exam') ? 'exam' : 'awards';
}

/** The fewest facts that would make a requirement met, by trying every set of facts; undefined when none does. */
function fewest(node: Requirement, there: ReadonlySet<string>, withExam: boolean): number | undefined {
  const absent = [...EXAMS, ...CERTIFICATIONS].filter((id) => !there.has(id));
  let least: number | undefined;
  for (let choice = 0; choice < 2 ** absent.length; choice += 1) {
    const added = absent.filter((_, index) => (choice >> index) % 2 === 1);
    const now = verdict(node, new Set([...there, ...added]));
    if (now === 'unmet' || (withExam && now !== 'exam')) continue;
    if (least === undefined || added.length < least) least = added.length;
  }
  return least;
}

const nameOf = (entry: object): string => String(Object.values(entry)[0]);

/** Asks of one node, and of all below it, whether what it says is missing is the smallest that would do. */
function judge(node: Requirement, explanation: Explanation, there: ReadonlySet<string>, withExam: boolean): void {
  const least = fewest(node, there, withExam);
  const names = explanation.missing.map(nameOf);
  const after = verdict(node, new Set([...there, ...names]));
  const suffices = after === 'exam' || (after === 'awards' && !withExam);
  // Nothing makes up for an exam where the requirement names none; of what is missing then the contract says nothing.
  const said = least === undefined ? undefined : names.length;
  expect({ met: explanation.met, missing: said, suffices }).toEqual({
    ...{ met: least === 0, missing: least, suffices: least !== undefined },
  });
  expect(new Set(names).size).toBe(names.length);
  const parts = 'allOf' in node ? node.allOf : 'anyOf' in node ? node.anyOf : 'of' in node ? node.of : [];
  expect(explanation.of).toHaveLength(parts.length);
  for (const [index, part] of parts.entries()) {
    const below = explanation.of[index];
    if (below === undefined) throw new Error('No part');
    judge(part, below, there, false);
  }
}

/** The one award of a certification `target` that requires the tree, for somebody who has passed and holds these. */
function standingOf(requires: Requirement, there: ReadonlySet<string>, held: boolean): AwardStanding | undefined {
  const edition = validEdition();
  const certification = (id: string, needs: Requirement, more = {}) => ({
    id,
    name: id,
    kind: 'career',
    requires: needs,
    ...more,
  });
  Object.assign(edition, {
    exams: [...EXAMS, ...CERTIFICATIONS, 'x'].map((id) => ({ id, title: id, technical: true })),
    certifications: [
      ...CERTIFICATIONS.map((id) => certification(id, { exam: id })),
      held
        ? certification('target', { exam: 'x' }, { validity: 'P2Y', recertification: { requires } })
        : certification('target', { anyOf: [{ allOf: [{ exam: 'x' }, requires] }] }, { validity: 'P2Y' }),
    ],
    ...{ extensions: [], specializations: [], channelLevels: [] },
  });
  const passes = ['x', ...there].map((exam) => ({ exam, takenOn: '2004-01-10', result: 'pass' }));
  const awards = held ? [{ certification: 'target', validFrom: '2003-12-01', validUntil: '2005-12-01' }] : [];
  const facts = { id: 'i1', exams: passes, awards };
  const answer = answerTo({ program: [edition], asOf: '2004-06-30', individuals: [facts], partners: [] });
  return answer.individuals[0]?.awards.find((award) => award.certification === 'target');
}

const facts = fc.subarray([...EXAMS, ...CERTIFICATIONS]).map((there) => new Set<string>(there));

describe('what is missing is the smallest that would make it met, at every node', () => {
  test('qa#3.1: toward a first award', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(tree(4), facts, (requires, there) => {
        const award = standingOf(requires, there, false);
        const progress = award?.progress.of[0]?.of[1];
        // Once it is held, and for good as it has no recertification of its own, there is nothing more to tell.
        if (award?.status !== 'in-progress') return;
        if (progress === undefined) throw new Error('No progress');
        judge(requires, progress, there, false);
      }),
      runs(250, 10_000),
    );
  });

  test('qa#3.10: toward recertifying, which takes an exam', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(tree(3), facts, (requires, there) => {
        const award = standingOf(requires, there, true);
        if (award === undefined) throw new Error('No award');
        // Recertified on the day on which all was there: what counts from then on is another question.
        if (award.periods.length > 1) return;
        judge(requires, award.progress, there, true);
      }),
      runs(250, 10_000),
    );
  });

  /** Groups of electives that have one exam in common: that one exam is the smallest, however many others there are. */
  test.each([2, 10, 17, 40])('qa#3.1: an exam that two groups of %i electives share', (size) => {
    const edition = validEdition();
    const group = (name: string) => Array.from({ length: size }, (_, index) => `${name}${index}`);
    const ids = [...group('a'), ...group('b'), 'both', 'x'];
    const electives = (name: string) => ({ anyOf: [...group(name), 'both'].map((exam) => ({ exam })) });
    Object.assign(edition, {
      exams: ids.map((id) => ({ id, title: id, technical: true })),
      certifications: [
        {
          id: 'target',
          name: 'T',
          kind: 'career',
          requires: { allOf: [{ exam: 'x' }, electives('a'), electives('b')] },
        },
      ],
      ...{ extensions: [], specializations: [], channelLevels: [] },
    });
    const exams = [{ exam: 'x', takenOn: '2004-01-10', result: 'pass' }];
    const body = { program: [edition], asOf: '2004-06-30', individuals: [{ id: 'i1', exams }], partners: [] };
    expect(answerTo(body).individuals[0]?.awards[0]?.progress.missing).toEqual([{ exam: 'both' }]);
  });
});
