import { describe, expect, test } from 'vitest';
import { byTheEngine } from './engine.ts';
import { largeQuestion, type Size } from './large-partners.ts';
import { infeasible, pairsOf } from './oracle.ts';
import { isBelow } from './oracle-best.ts';
import { sceneOf } from './oracle-scene.ts';

/** Limits that are not a flow, with fewer people than places: the search has to branch. */
const size: Size = {
  people: 90,
  specializations: 18,
  seed: 0,
  ability: 1,
  given: 30,
  allocate: 'best',
  allocation: {
    kinds: {
      'account-manager': { maxJobRoles: 4 },
      'systems-engineer': { maxJobRoles: 2 },
      'field-engineer': { maxJobRoles: 2 },
    },
    mixKinds: false,
  },
};

/** The best allocation when so many partners share the steps; the others have nobody. */
function bestAmong(partners: number, seed: number) {
  const question = largeQuestion({ ...size, seed });
  const others = Array.from({ length: partners - 1 }, (_, index) => ({ id: `q${index}`, affiliations: [] }));
  const all = { ...question, partners: [...question.partners, ...others] };
  const answer = byTheEngine(all);
  const partner = answer.partners.find(({ id }) => id === 'p');
  if (partner?.best == null) throw new Error('Not the best allocation');
  const scene = sceneOf(all, 'p', answer.individuals);
  return { ...partner.best, faults: infeasible(scene, pairsOf(scene, partner.allocations)) };
}

describe('a search whose budget ends', () => {
  test.each([1, 2, 3])(
    'says so, and its value and bound hold the best between them (instance %i)',
    (seed) => {
      const whole = bestAmong(1, seed);
      expect(whole).toMatchObject({ proven: true, bound: whole.value, faults: [] });
      const shares = [2_000, 300, 60].map((partners) => bestAmong(partners, seed));
      expect(shares[0]?.proven).toBe(false);
      let least = shares[0]?.value ?? whole.value;
      for (const { proven, value, bound, faults } of shares) {
        expect(faults).toEqual([]);
        expect(isBelow(bound, value), 'the bound lies below the value').toBe(false);
        expect(isBelow(whole.value, value), 'better than the best').toBe(false);
        expect(isBelow(bound, whole.value), 'the bound lies below the best').toBe(false);
        expect(isBelow(value, least), 'more steps found less').toBe(false);
        expect(!proven || (value.join() === whole.value.join() && bound.join() === whole.value.join())).toBe(true);
        least = value;
      }
    },
    60_000,
  );
});
