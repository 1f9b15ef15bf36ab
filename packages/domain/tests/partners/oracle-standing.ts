import type { Requirement } from '../../src/edition/requirement.ts';
import type { PartnerStanding } from '../../src/index.ts';
import { minus, plus, type Scene, type Specialization } from './oracle-scene.ts';

/** A level's answer without its explanation. */
export type LevelEntry = Omit<PartnerStanding['channelLevels'][number], 'explanation'>;

export type Held = { readonly specialization: string } | { readonly channelLevel: string };
type HoldingEntry = Pick<PartnerStanding['channelLevels'][number], 'holding' | 'approvedOn' | 'anniversary'>;

const isAbout = (fact: object, held: Held): boolean =>
  Object.entries(held).every(([key, id]) => (fact as { [key: string]: unknown })[key] === id);

/** Holding of a specialization or a level, one calendar day after another. */
export function holdingOf({ editions, edition, partner, asOf, days }: Scene, held: Held): HoldingEntry {
  const approvals = (partner.holdings ?? []).filter((fact) => isAbout(fact, held)).map(({ approvedOn }) => approvedOn);
  const renewals = (partner.renewals ?? []).filter((fact) => isAbout(fact, held) && fact.submittedOn <= asOf);
  const termsOn = (day: string) => {
    const then = editions.findLast(({ effectiveFrom }) => effectiveFrom <= day) ?? editions[0];
    const find = (in_: typeof edition | undefined) =>
      'specialization' in held
        ? in_?.specializations.find(({ id }) => id === held.specialization)
        : in_?.channelLevels.find(({ id }) => id === held.channelLevel);
    const terms = find(then) ?? find(edition);
    if (terms === undefined) throw new Error('Asked for what no edition knows');
    return terms;
  };
  let current: { approvedOn: string; anniversary: string; opens: string } | undefined;
  for (const day of days) {
    if (!approvals.includes(day)) continue;
    const old = current;
    const inWindow = old !== undefined && old.opens <= day && day < old.anniversary;
    const waiting =
      old !== undefined &&
      old.anniversary <= day &&
      renewals.some(
        ({ submittedOn, closedOn }) =>
          old.approvedOn < submittedOn && submittedOn < old.anniversary && (closedOn === undefined || day <= closedOn),
      );
    const { term, renewalWindow } = termsOn(day);
    const anniversary = plus(old !== undefined && (inWindow || waiting) ? old.anniversary : day, term);
    current = { approvedOn: day, anniversary, opens: minus(anniversary, renewalWindow) };
  }
  if (current === undefined) return { holding: 'none', approvedOn: null, anniversary: null };
  const { approvedOn, anniversary, opens } = current;
  const open = renewals.some(
    ({ submittedOn, closedOn }) =>
      approvedOn < submittedOn && submittedOn < anniversary && (closedOn === undefined || asOf < closedOn),
  );
  const past = open ? 'in-renewal' : 'lapsed';
  return { holding: asOf >= anniversary ? past : asOf >= opens ? 'in-renewal' : 'held', approvedOn, anniversary };
}

type Line = { readonly id: string; readonly headcount: number; readonly requires: Requirement };

/** Who counts for which line: every assignment is tried; the largest, then earlier lines first, then smaller ids. */
export function countPersonnel(scene: Scene, lines: readonly Line[]): readonly (readonly string[])[] {
  let assignments: readonly (readonly (readonly string[])[])[] = [lines.map(() => [])];
  for (const id of scene.people) {
    assignments = assignments.flatMap((assignment) => [
      assignment,
      ...lines.flatMap((line, index) =>
        scene.meets(id, line.requires) && (assignment[index]?.length ?? 0) < line.headcount
          ? [assignment.map((own, at) => (at === index ? [...own, id] : own))]
          : [],
      ),
    ]);
  }
  const size = (assignment: readonly (readonly string[])[]): number => assignment.flat().length;
  return assignments.reduce((best, other) => {
    if (size(other) !== size(best)) return size(other) > size(best) ? other : best;
    const line = best.findIndex((own, index) => own.length !== other[index]?.length);
    if (line !== -1) return (other[line]?.length ?? 0) > (best[line]?.length ?? 0) ? other : best;
    const [left, right] = [best.flat(), other.flat()];
    const at = left.findIndex((id, index) => id !== right[index]);
    return at !== -1 && (right[at] ?? '') < (left[at] ?? '') ? other : best;
  });
}

export function levelsOf(scene: Scene, held: readonly Specialization[]): readonly LevelEntry[] {
  return scene.edition.channelLevels.map((level): LevelEntry => {
    const counted = countPersonnel(scene, level.personnel);
    const personnel = level.personnel.map((line, index) => {
      const countedBy = counted[index] ?? [];
      return { id: line.id, headcount: line.headcount, countedBy, short: line.headcount - countedBy.length };
    });
    const asked = level.specializations;
    const own = held.filter(({ id }) => asked?.of === undefined || asked.of.includes(id));
    const points = own.reduce((sum, entry) => sum + (entry.points ?? 0), 0);
    const specializations = asked && {
      counted: own.map(({ id }) => id).toSorted(),
      points,
      short: Math.max(0, (asked.atLeast ?? 0) - own.length),
      pointsShort: Math.max(0, (asked.points ?? 0) - points),
    };
    const met =
      personnel.every(({ short }) => short === 0) &&
      (specializations?.short ?? 0) + (specializations?.pointsShort ?? 0) === 0;
    return {
      channelLevel: level.id,
      ...holdingOf(scene, { channelLevel: level.id }),
      readiness: met ? 'met' : 'not-met',
      personnel,
      specializations: specializations ?? null,
    };
  });
}

/** What no edition knows, and who is not in the facts; of facts that are dated by `asOf`. */
export function unrecognizedOf({ editions, partner, known, asOf }: Scene): PartnerStanding['unrecognized'] {
  const facts = [
    ...(partner.holdings ?? []).filter(({ approvedOn }) => approvedOn <= asOf),
    ...(partner.renewals ?? []).filter(({ submittedOn }) => submittedOn <= asOf),
    ...(partner.waivers ?? []).filter(({ from }) => from <= asOf),
  ];
  const named = (key: 'specialization' | 'channelLevel'): readonly string[] =>
    facts.flatMap((fact) => Object.entries(fact).flatMap(([own, id]) => (own === key ? String(id) : [])));
  const sorted = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted();
  const knows = (key: 'specializations' | 'channelLevels', id: string): boolean =>
    editions.some((edition) => edition[key].some((entry) => entry.id === id));
  const people = partner.affiliations.filter(({ from }) => from <= asOf).map(({ individual }) => individual);
  return [
    ...sorted(named('specialization').filter((id) => !knows('specializations', id))).map((specialization) => ({
      specialization,
    })),
    ...sorted(named('channelLevel').filter((id) => !knows('channelLevels', id))).map((channelLevel) => ({
      channelLevel,
    })),
    ...sorted(people.filter((id) => !known.includes(id))).map((individual) => ({ individual })),
  ];
}
