import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runs } from '../runs.ts';
import { byTheEngine, comparable } from './engine.ts';
import { partnerByTheContract } from './oracle.ts';
import { sceneOf } from './oracle-scene.ts';
import { unrecognizedOf } from './oracle-standing.ts';
import { EVERYTHING, Reach } from './reach.ts';
import { smallQuestion } from './small-partners.ts';

const LONG = 1_800_000;

describe('the engine and the second implementation', () => {
  test(
    'qa#1.1 qa#2.1 qa#2.6 qa#2.7 qa#2.11: agree on every answer about generated partners',
    () => {
      const reach = new Reach();
      fc.assert(
        fc.property(smallQuestion, (question) => {
          const answer = byTheEngine(question);
          expect(answer.partners.map(({ id }) => id)).toEqual(question.partners.map(({ id }) => id).toSorted());
          for (const partner of answer.partners) {
            const { plain, faults, value, scene } = partnerByTheContract(question, partner.id, answer);
            expect(faults).toEqual([]);
            expect(comparable(partner)).toEqual(comparable(plain));
            reach.look(plain, value, scene);
          }
        }),
        runs(1_000, 20_000),
      );
      expect(reach.often(10)).toEqual(EVERYTHING);
    },
    LONG,
  );

  test(
    'what no edition knows decides nothing and is listed: they agree on what is unrecognized',
    () => {
      fc.assert(
        fc.property(smallQuestion, (question) => {
          const answer = byTheEngine(question);
          for (const { id, unrecognized } of answer.partners) {
            const scene = sceneOf(question, id, answer.individuals);
            expect(unrecognized).toEqual(unrecognizedOf(scene));
          }
        }),
        runs(300, 5_000),
      );
    },
    LONG,
  );
});
