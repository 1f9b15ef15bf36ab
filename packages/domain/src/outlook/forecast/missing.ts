import type { Missing } from '../../explanation/explanation.ts';
import type { DayStanding } from './day-standing.ts';
import { shortOfPersonnel } from './level-repairs.ts';
import type { Held } from './outlook.ts';
import { shortOf } from './specialization-repairs.ts';

/** What is missing of something that fell; nothing where the edition of that day no longer knows it. */
export function missingOf(held: Held, before: DayStanding, after: DayStanding): readonly Missing[] {
  if ('specialization' in held) {
    const entry = after.edition.specializations.get(held.specialization);
    return entry === undefined ? [] : shortOf(entry, after.crew, after.allocated).map(({ missing }) => missing);
  }
  const level = after.levels.get(held.channelLevel);
  if (level === undefined) return [];
  const still = new Set(level.counted?.counted.map(({ id }) => id));
  const gone = (before.levels.get(held.channelLevel)?.counted?.counted ?? []).filter(({ id }) => !still.has(id));
  const { short = 0, pointsShort = 0 } = level.counted ?? {};
  return [
    ...shortOfPersonnel(level).map(({ missing }) => missing),
    ...gone.slice(0, short).map(({ id }) => ({ specialization: id })),
    ...(pointsShort > 0 ? [{ points: pointsShort }] : []),
  ];
}
