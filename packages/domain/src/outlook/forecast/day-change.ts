import { formatDay } from '../../calendar/day.ts';
import type { CompiledChannelLevel, CompiledSpecialization } from '../../edition/places.ts';
import type { Holding, Readiness } from '../../standing/standing.ts';
import type { DayStanding } from './day-standing.ts';
import type { DayChange, Happening, Held } from './outlook.ts';

/** What a day changes: what happens, and what becomes of holdings and readiness; undefined where nothing does. */
export function changeOf(
  before: DayStanding,
  after: DayStanding,
  happenings: readonly Happening[],
): DayChange | undefined {
  const was = verdictsOf(before);
  const is = verdictsOf(after);
  // What an edition brings or drops has no standing on the other side.
  const moved = [...new Map([...was, ...is])].map(([key, { held }]) => ({
    held,
    old: was.get(key) ?? { holding: 'none' as const, readiness: 'not-met' as const },
    now: is.get(key) ?? { holding: 'none' as const, readiness: 'not-met' as const },
  }));
  const holdings = moved
    .filter(({ old, now }) => old.holding !== now.holding)
    .map(({ held, now }) => ({ ...held, holding: now.holding }));
  const readiness = moved
    .filter(({ old, now }) => old.readiness !== now.readiness)
    .map(({ held, now }) => ({ ...held, readiness: now.readiness }));
  if (happenings.length + holdings.length + readiness.length === 0) return undefined;
  return { on: formatDay(after.day), happenings, holdings, readiness };
}

type Verdict = { readonly held: Held; readonly holding: Holding; readonly readiness: Readiness };

function verdictsOf({ edition, holdings, met, levels }: DayStanding): ReadonlyMap<string, Verdict> {
  const verdict = (
    entry: CompiledSpecialization | CompiledChannelLevel,
    held: Held,
    isMet: boolean,
  ): readonly [string, Verdict] => [
    JSON.stringify(held),
    { held, holding: holdings.get(entry)?.holding ?? 'none', readiness: isMet ? 'met' : 'not-met' },
  ];
  return new Map([
    ...[...edition.specializations.values()].map((entry) =>
      verdict(entry, { specialization: entry.id }, met.has(entry.id)),
    ),
    ...[...edition.channelLevels.values()].map((entry) =>
      verdict(entry, { channelLevel: entry.id }, levels.get(entry.id)?.met ?? false),
    ),
  ]);
}
