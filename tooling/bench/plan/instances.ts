import type { Covering, Way } from '@standing/domain/source/src/outlook/plan/covering.ts';
import { numbersFrom } from '@standing/domain/source/tests/optimum/numbers.ts';

/**
 * The fewest exams with which so many people fill the job roles of some specializations: each takes none, one or two job
 * roles; those of one specialization share exams, and one exam is asked for everywhere. About as many places as half of
 * the people can fill.
 */
export function planFor(people: number, specializations: number, seed: number): Covering {
  const below = numbersFrom(seed);
  const jobRoles = Array.from({ length: specializations }, (_, specialization) =>
    Array.from({ length: 3 }, () => {
      const own = Array.from({ length: 2 + below(2) }, () => `${specialization}-${below(5)}`);
      return [...new Set(['core', ...own])];
    }),
  ).flat();
  const demand = jobRoles.map(() => Math.max(1, Math.round((people * (60 + below(80))) / 100 / jobRoles.length)));
  const exams = [...new Set(jobRoles.flat())];
  const groups = new Map<string, { size: number; readonly ways: readonly Way[] }>();
  for (let person = 0; person < people; person += 1) {
    const passed = new Set(exams.filter(() => below(4) === 0));
    const key = [...passed].join();
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { size: 1, ways: waysOf(jobRoles, passed) });
    else group.size += 1;
  }
  return { demand, groups: [...groups.values()] };
}

/** One way for each set of exams that leads to job roles: its cost, and what can be filled after it. */
function waysOf(jobRoles: readonly (readonly string[])[], passed: ReadonlySet<string>): readonly Way[] {
  const missing = jobRoles.map((exams) => exams.filter((exam) => !passed.has(exam)));
  const ways = new Map<string, { readonly cost: number; readonly entries: (readonly number[])[] }>();
  const add = (entry: readonly number[]): void => {
    const needed = [...new Set(entry.flatMap((role) => missing[role] ?? []))].sort();
    const way = ways.get(needed.join()) ?? { cost: needed.length, entries: [] };
    ways.set(needed.join(), way);
    way.entries.push(entry);
  };
  for (let one = 0; one < jobRoles.length; one += 1) {
    add([one]);
    for (let other = one + 1; other < jobRoles.length; other += 1) add([one, other]);
  }
  return [...ways.values()].map(({ cost, entries }) => ({ cost, menus: [entries] }));
}
