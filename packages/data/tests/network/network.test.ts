import { evaluate } from '@standing/domain';
import { expect, test } from 'vitest';
import { program } from '../ledger/written.ts';
import { latestEdition, type Member, network, type Size } from './network.ts';

const LONG = process.env['STANDING_LONG'] === '1';
const edition = latestEdition();
const SMALL: Size = { seed: 7, partners: 40, individuals: 600, results: 3000 };

test(
  'the totals are exact, and nobody is named whose facts are not there',
  () => {
    const size = LONG ? { seed: 7, partners: 60_000, individuals: 1_000_000, results: 5_000_000 } : SMALL;
    let [partners, individuals, results, largest, strangers] = [0, 0, 0, 0, 0];
    for (const { partner, individuals: people } of network(size, edition)) {
      const own = partner.affiliations.filter(({ until }) => until === undefined);
      const here = new Set(own.map(({ individual }) => individual));
      partners += 1;
      individuals += own.length;
      largest = Math.max(largest, own.length);
      results += people.filter(({ id }) => here.has(id)).reduce((sum, { exams }) => sum + exams.length, 0);
      const there = new Set(people.map(({ id }) => id));
      strangers += partner.affiliations.filter(({ individual }) => !there.has(individual)).length;
    }
    expect({ seed: 7, partners, individuals, results }).toEqual(size);
    expect(strangers).toBe(0);
    expect(largest).toBeGreaterThan((1.5 * individuals) / partners);
  },
  LONG ? 3_600_000 : 30_000,
);

test('the same seed makes the same network, another seed another', () => {
  const made = (seed: number) => JSON.stringify([...network({ ...SMALL, seed }, edition)]);
  expect(made(7)).toBe(made(7));
  expect(made(8)).not.toBe(made(7));
});

test('people hold awards, and partners stand well and badly', () => {
  const members: Member[] = [...network(SMALL, edition)];
  const words = new Set<string>();
  for (const { partner, individuals } of members) {
    // 2005-06-30
    const answer = evaluate({ program, asOf: 12_964, allocate: undefined, individuals, partners: [partner] });
    if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
    for (const { awards } of answer.value.individuals) for (const { status } of awards) words.add(status);
    for (const { specializations } of answer.value.partners) {
      for (const { holding, readiness } of specializations) words.add(`${holding} ${readiness}`);
    }
  }
  for (const word of ['active', 'expired', 'in-progress', 'held not-met', 'none met']) expect(words).toContain(word);
});
