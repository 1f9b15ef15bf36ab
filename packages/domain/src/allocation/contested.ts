import type { Scarcity } from './scarcity.ts';

/**
 * The others without those that no smallest set needs. With H places in what is left, and individuals who can fill C job
 * roles together, take a job role with h places and at least h + floor((H - h) / C) who could fill it, and a short set with
 * it. Where h of these can fill it beside all they fill of the rest, the set is as short without it. Else so many fill C of
 * the rest that these alone have enough for the set, and it is not short.
 */
export function contestedOf(
  must: number,
  others: readonly number[],
  { groupsOf, groups, needs }: Scarcity,
  spend: (steps: number) => void,
): readonly number[] {
  const needOf = (place: number): number => Math.max(0, needs[place] as number);
  const able = new Map(
    others.map((place) => {
      const own = (groupsOf[place] as readonly number[]).map((index) => groups[index] as Scarcity['groups'][number]);
      spend(1 + own.length);
      const free = own.filter(({ each }) => each > 0);
      return [
        place,
        {
          people: free.reduce((sum, { size }) => sum + size, 0),
          together: free.reduce((least, { each }) => Math.min(least, each), Number.POSITIVE_INFINITY),
        },
      ];
    }),
  );
  let left = others.filter((place) => (needs[place] as number) > 0);
  let all = [must, ...left].reduce((sum, place) => sum + needOf(place), 0);
  for (;;) {
    spend(1 + left.length);
    const kept = left.filter((place) => {
      const need = needOf(place);
      const { people, together } = able.get(place) as { people: number; together: number };
      if (people < need + Math.floor((all - need) / together)) return true;
      all -= need;
      return false;
    });
    if (kept.length === left.length) return left;
    left = kept;
  }
}
