import type { Individual } from '../award/individual.ts';
import type { CompiledChannelLevel, CompiledSpecialization, Places } from '../edition/places.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { explainPlaces, idsOf, type PartnerScene, spendNode } from './specialization.ts';

/** A specialization as a level looks at it. */
export type Countable = {
  readonly specialization: CompiledSpecialization;
  /** Held or in renewal: only then it counts. */
  readonly held: boolean;
  readonly ready: boolean;
  readonly possible: boolean;
};

/** What counts toward a level's specializations and points, and what is short. */
export type CountedSpecializations = {
  readonly counted: readonly CompiledSpecialization[];
  readonly points: number;
  readonly short: number;
  readonly pointsShort: number;
};

/** Null where the level asks for none. `all` come in the edition's order. */
export function countSpecializations(
  { specializations }: CompiledChannelLevel,
  all: readonly Countable[],
): CountedSpecializations | null {
  if (specializations === undefined) return null;
  const { atLeast, points, of } = specializations;
  const counted = all
    .filter((entry) => entry.held && (of === undefined || of.has(entry.specialization.id)))
    .map((entry) => entry.specialization);
  const sum = counted.reduce((total, entry) => total + entry.points, 0);
  return {
    counted,
    points: sum,
    short: Math.max(0, (atLeast ?? 0) - counted.length),
    pointsShort: Math.max(0, (points ?? 0) - sum),
  };
}

/** Why a level would be met today or not: its personnel, its specializations and their points. */
export function explainLevel(
  level: CompiledChannelLevel,
  personnel: ReadonlyMap<Places, readonly Individual[]>,
  counted: CountedSpecializations | null,
  all: readonly Countable[],
  scene: PartnerScene,
): Explanation {
  const of = [
    ...level.personnel.map((line) => explainPlaces('personnel', line, personnel.get(line) ?? [], scene)),
    ...(counted === null ? [] : explainCounted(level, counted, all)),
  ];
  spendNode(scene, level.origin, [level.id, ...level.origin.cites, ...of.flatMap((part) => idsOf(part.missing))]);
  for (const { id, origin } of counted?.counted ?? []) spendNode(scene, origin, [id, id]);
  return {
    met: of.every((part) => part.met),
    rule: 'channel-level',
    subject: { channelLevel: level.id },
    ...level.origin,
    by: [],
    missing: of.flatMap((part) => part.missing),
    of,
  };
}

function explainCounted(
  level: CompiledChannelLevel,
  counted: CountedSpecializations,
  all: readonly Countable[],
): readonly Explanation[] {
  const { atLeast, points } = level.specializations ?? {};
  const nodes: Explanation[] = [];
  if (atLeast !== undefined) {
    nodes.push({
      met: counted.short === 0,
      rule: 'specializations',
      needed: atLeast,
      have: counted.counted.length,
      ...level.origin,
      by: [],
      missing: nearest(level, counted, all).map(({ id }) => ({ specialization: id })),
      of: counted.counted.map((specialization) => ({
        met: true,
        rule: 'specialization' as const,
        subject: { specialization: specialization.id },
        ...specialization.origin,
        by: [],
        missing: [],
        of: [],
      })),
    });
  }
  if (points !== undefined) {
    nodes.push({
      met: counted.pointsShort === 0,
      rule: 'points',
      needed: points,
      have: counted.points,
      ...level.origin,
      by: [],
      missing: counted.pointsShort === 0 ? [] : [{ points: counted.pointsShort }],
      of: [],
    });
  }
  return nodes;
}

/** As many as are short: first those that are ready today, then those that could be met, then the others. */
function nearest(
  level: CompiledChannelLevel,
  { short }: CountedSpecializations,
  all: readonly Countable[],
): readonly CompiledSpecialization[] {
  const of = level.specializations?.of;
  const distance = ({ ready, possible }: Countable): number => (ready ? 0 : possible ? 1 : 2);
  return all
    .filter((entry) => !entry.held && (of === undefined || of.has(entry.specialization.id)))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, short)
    .map((entry) => entry.specialization);
}
