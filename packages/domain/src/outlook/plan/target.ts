import { type Day, formatDay } from '../../calendar/day.ts';
import { knownOn } from '../../edition/known.ts';
import type { Program } from '../../edition/program.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { type Held, holdingOf } from '../../standing/holding.ts';
import type { Aim } from './aim.ts';
import type { PlanTarget } from './question.ts';

/** A holding that comes up for renewal, and the day on which it must be ready. */
export type DueRenewal = Held & { readonly on: Day };

/** More renewals than this are not looked at in one plan. */
const MOST_RENEWALS = 200;

/**
 * Every holding that is held or in renewal on `asOf` and whose anniversary lies not after `by`, with each further
 * anniversary until then, as if every one were renewed on its day. One that waits past its anniversary is due on `by`.
 */
export function dueRenewals(program: Program, partner: PartnerFacts, asOf: Day, by: Day): readonly DueRenewal[] {
  const now = knownOn(program, asOf);
  if (now === undefined) return [];
  const held: readonly Held[] = [
    ...[...now.current.specializations.keys()].map((id): Held => ({ kind: 'specialization', id })),
    ...[...now.current.channelLevels.keys()].map((id): Held => ({ kind: 'channelLevel', id })),
  ];
  const due: DueRenewal[] = [];
  for (const each of held) {
    const standing = holdingOf(each, partner, now);
    if (standing.holding !== 'held' && standing.holding !== 'in-renewal') continue;
    let facts = partner;
    let next = standing.anniversary;
    if (next !== undefined && next <= asOf) {
      due.push({ ...each, on: by });
      continue;
    }
    while (next !== undefined && next <= by && due.length < MOST_RENEWALS) {
      const then = knownOn(program, next);
      const entries = each.kind === 'specialization' ? then?.current.specializations : then?.current.channelLevels;
      if (then === undefined || entries?.has(each.id) !== true) break;
      due.push({ ...each, on: next });
      facts = renewed(facts, [{ ...each, on: next }]);
      next = holdingOf(each, facts, then).anniversary;
    }
  }
  return due;
}

/** The partner as it would be with every renewal approved on its day. */
export function renewed(partner: PartnerFacts, due: readonly DueRenewal[]): PartnerFacts {
  if (due.length === 0) return partner;
  const approvals = due.map(({ kind, id, on }) =>
    kind === 'specialization'
      ? { specialization: id, approvedOn: formatDay(on) }
      : { channelLevel: id, approvedOn: formatDay(on) },
  );
  return { ...partner, holdings: [...(partner.holdings ?? []), ...approvals] };
}

/** What must be ready, by day. */
export function aimsOf(target: PlanTarget, due: readonly DueRenewal[], by: Day): readonly Aim[] {
  const aims = new Map<Day, { specializations: Set<string>; channelLevels: Set<string> }>();
  const on = (day: Day) => {
    const known = aims.get(day) ?? { specializations: new Set<string>(), channelLevels: new Set<string>() };
    aims.set(day, known);
    return known;
  };
  const last = on(by);
  for (const id of target.specializations ?? []) last.specializations.add(id);
  if (target.channelLevel !== undefined) last.channelLevels.add(target.channelLevel);
  for (const { kind, id, on: day } of due) {
    (kind === 'specialization' ? on(day).specializations : on(day).channelLevels).add(id);
  }
  return [...aims].map(([day, aim]) => ({ day, ...aim })).sort((a, b) => a.day - b.day);
}
