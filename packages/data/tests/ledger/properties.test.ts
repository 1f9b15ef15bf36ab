import fc from 'fast-check';
import { expect, test } from 'vitest';
import { append, load } from '../../src/ledger.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { emptyLedgers } from '../databases.ts';
import { runs } from '../runs.ts';
import { ordered, world } from './worlds.ts';
import { evaluated, instant, partnerOf, said, writeEach } from './written.ts';

const LONG = 300_000;
const empty = await emptyLedgers();
const keys = fc.array(fc.nat(40), { minLength: 1, maxLength: 40 });
const PARTNERS = { partners: ['p1', 'p2'] };
const PEOPLE = { individuals: ['i1', 'i2', 'i3', 'I2'] };
/** 2005-06-30 and 2004-09-15 as day numbers, counted from 1970. */
const DAYS = [12_964, 12_676];

async function written(facts: readonly Fact[]) {
  const database = empty();
  await writeEach(database, facts);
  return database;
}

test(
  'facts recorded in any order give the same record, and the same answer',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, keys, async (made, order) => {
        const [one, other] = [await written(ordered(made, [0])), await written(ordered(made, order))];
        for (const who of [PARTNERS, PEOPLE]) {
          const [a, b] = [await load(one, who), await load(other, who)];
          expect(said(b)).toBe(said(a));
          for (const asOf of DAYS) expect(evaluated(b.facts, asOf)).toBe(evaluated(a.facts, asOf));
        }
      }),
      runs(30, 3000),
    );
  },
  LONG,
);

test(
  'facts recorded at once give the same record as one by one',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const facts = ordered(made, [0]);
        const database = empty();
        for (const [partner, some] of Map.groupBy(facts.toReversed(), partnerOf)) {
          const recording = { partner, recordedAt: instant(0), author: 'operator-1', source: 'operator' as const };
          expect(await append(database, recording, some)).toMatchObject({ ok: true });
        }
        expect(said(await load(database, PARTNERS))).toBe(said(await load(await written(facts), PARTNERS)));
      }),
      runs(20, 1000),
    );
  },
  LONG,
);

test(
  'voiding takes back exactly its fact',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const back = new Set(made.voids.map(({ fact }) => fact));
        const kept = {
          facts: made.facts.filter((fact) => fact.kind === 'void' || !back.has(fact.id)),
          ends: made.ends.filter(({ id, fact }) => !back.has(id) && !back.has(fact)),
          voids: [],
        };
        const [voided, never] = [await written(ordered(made, [0])), await written(ordered(kept, [0]))];
        for (const who of [PARTNERS, PEOPLE]) {
          expect(said(await load(voided, who))).toBe(said(await load(never, who)));
        }
      }),
      runs(30, 3000),
    );
  },
  LONG,
);

test(
  'as known at an instant, nothing is seen that was recorded later, whatever it is',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, keys, fc.nat(), async (made, order, drawn) => {
        const facts = ordered(made, order);
        const cut = drawn % facts.length;
        const [whole, part] = [await written(facts), await written(facts.slice(0, cut + 1))];
        for (const who of [PARTNERS, PEOPLE]) {
          const then = await load(whole, who, { knownAt: instant(cut) });
          const now = await load(part, who);
          expect(then).toEqual(now);
        }
      }),
      runs(30, 3000),
    );
  },
  LONG,
);

test(
  'as of a day, what is left out would have changed no answer',
  async () => {
    await fc.assert(
      fc.asyncProperty(world, async (made) => {
        const database = await written(ordered(made, [0]));
        const [asOf, day] = ['2004-09-15', 12_676];
        const [all, until] = [await load(database, PARTNERS), await load(database, PARTNERS, { asOf })];
        const people = new Set(until.facts.individuals.map(({ id }) => id));
        // Who is first known later is not in the answer at all.
        const both = { ...all.facts, individuals: all.facts.individuals.filter(({ id }) => people.has(id)) };
        expect(evaluated(until.facts, day)).toBe(evaluated(both, day));
      }),
      runs(20, 2000),
    );
  },
  LONG,
);
