import { type Day, formatDay } from '../../calendar/day.ts';
import type { CompiledChannelLevel } from '../../edition/places.ts';
import { spend } from '../../explanation/budget.ts';
import { isFull, type LevelDay, levelOf, personnelOf } from './day-standing.ts';
import type { Repair } from './outlook.ts';
import { cheapestOf, type Damage, examRepair, repairsByExams, type Short } from './repairs.ts';

/**
 * The cheapest ways to keep a level ready. `renewable`: specializations whose anniversary comes first and that can be
 * renewed by then, each with that day.
 */
export function repairsOfLevel(id: string, damage: Damage, renewable: ReadonlyMap<string, Day>): readonly Repair[] {
  const { crew, standing, before } = damage;
  const level = crew.edition.channelLevels.get(id);
  const now = standing.levels.get(id);
  if (level === undefined || now === undefined) return [];
  // Only renewing keeps what was held; what else a level lacks of specializations is no repair.
  const renewals = now.suffices ? [[]] : renewalsOf(level, damage, renewable);
  const [renew] = renewals;
  if (renew === undefined) return [];
  if (isFull(now.countedBy)) {
    return cheapestOf(
      renewals.map((specializations) => ({
        ...{ kind: 'renew', exams: 0, specializations },
        before: formatDay(Math.min(...specializations.map((one) => renewable.get(one) ?? Number.POSITIVE_INFINITY))),
      })),
    );
  }
  const short = shortOfPersonnel(now);
  const repairs = repairsByExams(damage, short, level.personnel, (learnings, others) => {
    const countedBy = personnelOf(level, others, (steps) => spend(damage.budget, steps, id));
    return isFull(countedBy) ? examRepair(learnings, before, { renew }) : undefined;
  });
  const places = short.map(({ missing }) => missing);
  const day = before === undefined ? null : formatDay(before);
  return cheapestOf([...repairs, { kind: 'refill', before: day, exams: null, places, renew }]);
}

/** The specializations that suffice if they are renewed: each that does so alone, or else all together. */
function renewalsOf(
  level: CompiledChannelLevel,
  { standing, crew }: Damage,
  renewable: ReadonlyMap<string, Day>,
): readonly (readonly string[])[] {
  const suffices = (ids: readonly string[]): boolean =>
    levelOf(level, new Map(), standing.holdings, new Set(ids), crew.edition).metIfRenewed;
  const lapsed = [...renewable.keys()].filter((one) => level.specializations?.of?.has(one) ?? true).sort();
  const single = lapsed.filter((one) => suffices([one])).map((one) => [one]);
  return single.length > 0 ? single : suffices(lapsed) ? [lapsed] : [];
}

/** The lines of a level's personnel that are not full. */
export function shortOfPersonnel({ countedBy }: LevelDay): readonly Short[] {
  return [...countedBy].flatMap(([places, by]): Short[] => {
    const count = places.headcount - by.length;
    return count > 0 ? [{ places, count, missing: { places: count, personnel: places.id } }] : [];
  });
}
