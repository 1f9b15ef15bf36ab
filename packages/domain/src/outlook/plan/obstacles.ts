import { formatDay } from '../../calendar/day.ts';
import { leavesOf } from '../../edition/node.ts';
import type { Row, Scene } from './aim.ts';
import type { Person } from './person.ts';
import { has } from './row-set.ts';
import type { Span } from './sittings.ts';
import { type Purpose, purposeOf } from './steps.ts';

/** Why a target cannot be made true by exams. */
export type Obstacle =
  /** Nobody affiliated on the day could serve the place, whatever they sat; `closed` names exams that are too late. */
  | (Purpose & { readonly why: 'nobody'; readonly places: number; readonly closed: readonly Closed[] })
  /** Some could (so many), but not all places of the target at once within the limits. */
  | (Purpose & { readonly why: 'too-few'; readonly places: number; readonly individuals: number })
  /** The level counts specializations that are held, and on the day too few are: that takes an approval and no exam. */
  | {
      readonly why: 'specializations-not-held';
      readonly channelLevel: string;
      readonly on: string;
      readonly specializations: number;
      readonly points: number;
    };

/** An exam whose window was closed on `until`, or that no edition lists any more (null). */
export type Closed = { readonly exam: string; readonly until: string | null };

/** Levels that lack specializations, by day. */
export function lackingOf(scenes: readonly Scene[]): readonly Obstacle[] {
  return scenes.flatMap(({ aim, lacking }) =>
    lacking.map((entry): Obstacle => ({ why: 'specializations-not-held', on: formatDay(aim.day), ...entry })),
  );
}

/** The places that stay short whatever is done. */
export function shortOf(
  short: readonly number[],
  rows: readonly Row[],
  scenes: readonly Scene[],
  people: readonly Person[],
  spans: readonly Span[],
): readonly Obstacle[] {
  return rows.flatMap((row, index): readonly Obstacle[] => {
    const places = short[index] ?? 0;
    if (places === 0) return [];
    const able = people.filter((person) => person.ways().some(({ serves }) => has(serves, index))).length;
    const purpose = purposeOf(row, scenes);
    if (able > 0) return [{ ...purpose, why: 'too-few', places, individuals: able }];
    return [{ ...purpose, why: 'nobody', places, closed: closedIn(row, scenes, spans) }];
  });
}

function closedIn(row: Row, scenes: readonly Scene[], spans: readonly Span[]): readonly Closed[] {
  const scene = scenes[row.aim];
  const first = spans[0]?.from ?? 0;
  const day = scene?.aim.day ?? 0;
  const closed = new Map<string, Closed>();
  const seen = new Set<string>();
  const certifications = [row.places.requires];
  for (const node of certifications) {
    for (const leaf of leavesOf(node)) {
      if (leaf.rule === 'certification') {
        const entry = scene?.program.current.certifications.get(leaf.certification);
        if (entry === undefined || seen.has(leaf.certification)) continue;
        seen.add(leaf.certification);
        certifications.push(entry.requires);
        continue;
      }
      const until = Math.min(leaf.taken.until, leaf.accepted.until);
      if (until <= first || (node === row.places.requires && leaf.accepted.until <= day)) {
        closed.set(leaf.exam, { exam: leaf.exam, until: formatDay(until) });
      } else if (!spans.some(({ edition }) => edition.exams.has(leaf.exam))) {
        closed.set(leaf.exam, { exam: leaf.exam, until: null });
      }
    }
  }
  return [...closed.values()].sort((a, b) => (a.exam < b.exam ? -1 : 1));
}
