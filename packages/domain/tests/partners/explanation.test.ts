import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Explanation } from '../../src/index.ts';
import { runs } from '../runs.ts';
import { byTheEngine } from './engine.ts';
import { smallQuestion } from './small-partners.ts';

const COUNTED = ['at-least', 'job-role', 'presence', 'waiver', 'personnel', 'specializations', 'points'];

/** Nothing that could be done makes a level met that asks for more specializations than there are. */
const HOPELESS = ['specializations', 'channel-level'];

/** What is wrong with a tree of explanations. Somebody who could fill a place stands below it, and is not looked at. */
function wrongIn(node: Explanation): readonly string[] {
  const { rule, met, missing, needed, have } = node;
  const wrong: string[] = [];
  if (met && missing.length > 0) wrong.push(`${rule} is met and misses something`);
  if (!met && missing.length === 0 && !HOPELESS.includes(rule)) wrong.push(`${rule} is not met and misses nothing`);
  if (COUNTED.includes(rule) !== (needed !== undefined && have !== undefined))
    wrong.push(`${rule} needs ${needed}, has ${have}`);
  if (needed !== undefined && have !== undefined && met !== have >= needed)
    wrong.push(`${rule} is met: ${met}, ${have} of ${needed}`);
  const below = node.of.filter((part) => !(rule === 'job-role' && part.rule === 'job-role'));
  if ((rule === 'specialization' || rule === 'channel-level') && met !== below.every((part) => part.met))
    wrong.push(`${rule} is not the sum`);
  return [...wrong, ...below.flatMap(wrongIn)];
}

const of = (explanation: Explanation, rule: string): readonly Explanation[] =>
  explanation.of.filter((part) => part.rule === rule);

describe('explanations of generated partners', () => {
  test('say what the answer says, at every node', () => {
    fc.assert(
      fc.property(smallQuestion, (question) => {
        for (const partner of byTheEngine(question).partners) {
          for (const { explanation, readiness, jobRoles, presence } of partner.specializations) {
            expect(wrongIn(explanation)).toEqual([]);
            expect(explanation.met).toBe(readiness === 'met');
            const places = of(explanation, 'job-role');
            expect(places.map((node) => node.by.map(({ individual }) => individual))).toEqual(
              jobRoles.map(({ filledBy }) => filledBy),
            );
            expect(places.map(({ needed = 0, have = 0 }) => needed - have)).toEqual(jobRoles.map(({ short }) => short));
            expect(of(explanation, 'presence').map(({ have }) => have)).toEqual(
              presence.map(({ heldBy }) => heldBy.length),
            );
            const missing = [
              ...jobRoles.flatMap(({ jobRole, short }) => (short > 0 ? [{ places: short, jobRole }] : [])),
              ...presence.flatMap(({ id, short }) => (short > 0 ? [{ places: short, presence: id }] : [])),
            ];
            expect(explanation.missing).toEqual(missing);
          }
          for (const { explanation, readiness, personnel, specializations } of partner.channelLevels) {
            expect(wrongIn(explanation)).toEqual([]);
            expect(explanation.met).toBe(readiness === 'met');
            expect(of(explanation, 'personnel').map(({ have }) => have)).toEqual(
              personnel.map(({ countedBy }) => countedBy.length),
            );
            const [held] = of(explanation, 'specializations');
            const [points] = of(explanation, 'points');
            expect(held?.have ?? specializations?.counted.length).toBe(specializations?.counted.length);
            expect(points?.have ?? specializations?.points).toBe(specializations?.points);
          }
        }
      }),
      runs(200, 10_000),
    );
  }, 300_000);

  test('name whoever could fill an open place, and what keeps them from it', () => {
    const kept = new Map<boolean, number>();
    for (const question of fc.sample(smallQuestion, runs(200, 200))) {
      for (const { specializations, allocations } of byTheEngine(question).partners) {
        for (const place of specializations.flatMap(({ explanation }) => of(explanation, 'job-role'))) {
          for (const { met, by, of: reasons } of of(place, 'job-role')) {
            kept.set(met, (kept.get(met) ?? 0) + 1);
            expect(place.met).toBe(false);
            // What they fill already is all of what counts for them, and why they could fill it is met.
            const [fact] = by;
            const own = allocations.filter(({ individual }) => individual === fact?.individual);
            expect(by).toEqual(own);
            expect(reasons.map((reason) => reason.met)).toEqual([true]);
          }
        }
      }
    }
    expect(kept.get(false)).toBeGreaterThan(10);
  });
});
