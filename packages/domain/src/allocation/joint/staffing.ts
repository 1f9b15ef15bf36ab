import type { Limits } from '../../edition/places.ts';
import type { Place } from '../place.ts';
import type { Group, Problem } from '../problem.ts';
import { type Bundle, bundlesOf } from './bundles.ts';
import type { Draft } from './columns.ts';
import { Tally } from './tally.ts';

/** The job roles of each column that is a bundle. */
export type Bundles = readonly (Bundle | undefined)[];

/**
 * People take bundles: one column each, which adds one to the row of every place and is worth what it keeps. More may
 * stand on a place than it has room, for who is too many there leaves again at no loss; where more stand there today
 * than there is room, a row sees to it that no more are counted as kept.
 */
export function staff(draft: Draft, { limits, groups, room, spend }: Problem, rowOn: readonly number[]): Bundles {
  const keptOn = keptRows(draft, groups, room);
  const tally = tallyOf(limits, groups);
  const bundles: (Bundle | undefined)[] = [];
  for (const [index, { people, pinned, could, given }] of groups.entries()) {
    for (const list of bundlesOf(limits, tally, pinned, could, spend)) {
      const from = draft.count;
      for (const bundle of keptOn.size === 0 ? list : list.flatMap((each) => lesser(each, given, keptOn))) {
        let kept = 0;
        for (const place of bundle) {
          const row = rowOn[place.index];
          if (row !== undefined) draft.entry(row, 1);
          if (!given.has(place)) continue;
          kept += 1;
          const most = keptOn.get(place);
          if (most !== undefined) draft.entry(most, 1);
        }
        bundles[draft.column(kept)] = bundle;
      }
      draft.take(people.length, from, index);
    }
  }
  return bundles;
}

function tallyOf(limits: Limits, groups: readonly Group[]): Tally {
  const places = new Set<Place>();
  for (const { could, pinned } of groups) {
    for (const place of could) places.add(place);
    for (const place of pinned) places.add(place);
  }
  return new Tally(limits, [...places]);
}

/** Rows for places where more stand today than there is room. */
function keptRows(
  draft: Draft,
  groups: readonly Group[],
  room: ReadonlyMap<Place, number>,
): ReadonlyMap<Place, number> {
  const standing = new Map<Place, number>();
  for (const { people, could, given } of groups) {
    if (given.size === 0) continue;
    for (const place of could) {
      if (given.has(place)) standing.set(place, (standing.get(place) ?? 0) + people.length);
    }
  }
  return new Map(
    [...standing].flatMap(([place, amount]) => {
      const most = room.get(place) ?? 0;
      return amount > most ? [[place, draft.row(0, most)] as const] : [];
    }),
  );
}

/** A bundle with and without each place that not all who stand there today can keep. */
function lesser(bundle: Bundle, given: ReadonlySet<Place>, keptOn: ReadonlyMap<Place, number>): readonly Bundle[] {
  let all: readonly Bundle[] = [bundle];
  for (const place of bundle) {
    if (!given.has(place) || !keptOn.has(place)) continue;
    all = [...all, ...all.map((each) => each.filter((other) => other !== place))];
  }
  return all;
}
