import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/index.ts';
import { reordered } from '../reordered.ts';
import { runs } from '../runs.ts';
import { byTheEngine } from './engine.ts';
import { KINDS, largeQuestion } from './large-partners.ts';
import { infeasible, pairsOf } from './oracle.ts';
import { isBelow } from './oracle-best.ts';
import { type Question, sceneOf } from './oracle-scene.ts';
import { laterEdition } from './small-editions.ts';
import { smallQuestion } from './small-partners.ts';

const LONG = 600_000;

/** What is wrong with the allocations of an answer: limits, requirements, affiliations, headcounts. */
function brokenIn(question: Question, answer: Evaluation): readonly string[] {
  return answer.partners.flatMap(({ id, allocations }) => {
    const scene = sceneOf(question, id, answer.individuals);
    return [...infeasible(scene, pairsOf(scene, allocations))];
  });
}

describe('allocations that count', () => {
  test(
    'qa#2.11: never break a limit, in small programs with limits of every form',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          expect(brokenIn(question, byTheEngine(question))).toEqual([]);
        }),
        runs(150, 5_000),
      );
    },
    LONG,
  );

  const limit = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined });
  const allocation = fc.record({
    maxJobRoles: limit,
    maxSpecializations: limit,
    maxJobRolesPerSpecialization: limit,
    kinds: fc.dictionary(fc.constantFrom(...KINDS), fc.record({ maxJobRoles: limit, maxSpecializations: limit })),
    exempt: fc.subarray(['s0', 's1']),
  });

  test(
    'qa#2.11: never break a limit at a partner of sixty people and eight specializations',
    () => {
      fc.assert(
        fc.property(
          allocation,
          fc.integer(),
          fc.constantFrom('given' as const, 'best' as const),
          (limits, seed, allocate) => {
            const question = JSON.parse(
              JSON.stringify(
                // One individual of one kind makes the search long: that form is looked at where nothing is searched.
                largeQuestion({
                  people: 60,
                  specializations: 8,
                  seed,
                  allocation: { ...limits, mixKinds: allocate === 'best' },
                  ability: 2,
                  given: 60,
                  allocate,
                }),
              ),
            ) as Question;
            const answer = byTheEngine(question);
            expect(brokenIn(question, answer)).toEqual([]);
            expect(answer.partners[0]?.allocations.length).toBeGreaterThan(0);
          },
        ),
        runs(12, 300),
      );
    },
    LONG,
  );
});

describe('what counts', () => {
  test(
    'the same content gives the same bytes, whatever the order of the facts',
    () => {
      fc.assert(
        fc.property(smallQuestion, fc.integer({ min: 1, max: 60 }), (question, by) => {
          expect(JSON.stringify(byTheEngine(reordered(question, by)))).toBe(JSON.stringify(byTheEngine(question)));
        }),
        runs(200, 5_000),
      );
    },
    LONG,
  );

  test(
    'the same at a partner of sixty people and eight specializations, given and best',
    () => {
      fc.assert(
        fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), fc.boolean(), (seed, by, given) => {
          const question = largeQuestion({
            people: 60,
            specializations: 8,
            seed,
            given: 40,
            allocate: given ? 'given' : 'best',
          });
          expect(JSON.stringify(byTheEngine(reordered(question, by)))).toBe(JSON.stringify(byTheEngine(question)));
        }),
        runs(6, 100),
      );
    },
    LONG,
  );

  test(
    'an edition alters no verdict dated before it',
    () => {
      fc.assert(
        fc.property(smallQuestion, laterEdition, (question, later) => {
          const known = question.program.filter(({ effectiveFrom }) => effectiveFrom <= question.asOf);
          const answer = JSON.stringify(byTheEngine({ ...question, program: known }));
          expect(JSON.stringify(byTheEngine(question))).toBe(answer);
          expect(JSON.stringify(byTheEngine({ ...question, program: [later, ...question.program] }))).toBe(answer);
        }),
        runs(200, 5_000),
      );
    },
    LONG,
  );

  test(
    'an active award more never lowers the best value, what is possible or the personnel of a level',
    () => {
      fc.assert(
        fc.property(smallQuestion, fc.nat(), fc.constantFrom('c1', 'c2', 'c3'), (drawn, index, certification) => {
          // A pin that only the new award makes fit would bind the best allocation more than before.
          const partners = drawn.partners.map((partner) => ({
            ...partner,
            allocations: (partner.allocations ?? []).map(({ pinned: _, ...rest }) => rest),
          }));
          const question: Question = { ...drawn, allocate: 'best', partners };
          fc.pre(question.individuals.length > 0);
          const who = index % question.individuals.length;
          const award = { certification, validFrom: question.asOf };
          const individuals = question.individuals.map((facts, at) =>
            at === who ? { ...facts, awards: [...(facts.awards ?? []), award] } : facts,
          );
          const before = byTheEngine(question).partners;
          const after = byTheEngine({ ...question, individuals }).partners;
          for (const [at, partner] of after.entries()) {
            const old = before[at];
            if (old?.best == null || partner.best === null) throw new Error('Not the best allocation');
            expect(isBelow(partner.best.value, old.best.value), 'the value falls').toBe(false);
            for (const [entry, { possible }] of partner.specializations.entries()) {
              expect(possible || old.specializations[entry]?.possible !== true, 'what was possible no longer is').toBe(
                true,
              );
            }
            for (const [level, { personnel }] of partner.channelLevels.entries()) {
              const counted = personnel.flatMap(({ countedBy }) => countedBy).length;
              const was = old.channelLevels[level]?.personnel.flatMap(({ countedBy }) => countedBy).length;
              expect(counted).toBeGreaterThanOrEqual(was ?? 0);
            }
          }
        }),
        runs(200, 5_000),
      );
    },
    LONG,
  );
});
