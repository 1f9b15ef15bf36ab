import { passFor } from '../../award/evidence.ts';
import type { History } from '../../award/history.ts';
import { type AwardPeriod, type Awards, overOn } from '../../award/replay.ts';
import type { Day } from '../../calendar/day.ts';
import type { Interval } from '../../calendar/interval.ts';
import { addPeriod } from '../../calendar/period.ts';
import type { ExamNode, Node } from '../../edition/node.ts';
import type { Budget } from '../../explanation/budget.ts';
import { spend } from '../../explanation/budget.ts';
import { Family } from './exam-sets.ts';
import { type Span, within } from './sittings.ts';

/** An individual before a plan: what is known, and the awards as they would be on the last day if nothing were done. */
export type Candidate = {
  readonly history: History;
  readonly awards: Awards;
  /** The days on which an exam could be sat. */
  readonly sittings: (exam: string) => readonly Interval[];
  readonly numberOf: (exam: string) => number;
  readonly spans: readonly Span[];
  readonly budget: Budget;
};

/**
 * The exams that an individual must sit at least for a requirement to be met on a day: every plan that meets it has one of
 * these sets among its exams. It forgets the order of days (which pass comes first, what ends when), so that the sets can
 * be too small and never too large; whether one of them will do is tried out by a replay.
 */
export function waysReader({ history, awards, sittings, numberOf, spans, budget }: Candidate) {
  const ever = new Map<string, Family>();
  const open = new Set<string>();
  let cameBack = false;
  const last = (spans.at(-1)?.until ?? 0) - 1;
  const first = spans[0]?.from ?? 0;

  const sit = (exam: string): Family => new Family([[numberOf(exam)]]);

  /** For a place on a day. */
  const examOn = (leaf: ExamNode, day: Day): Family => {
    const situation = { history, day, since: Number.NEGATIVE_INFINITY, isActive: () => false, budget };
    if (passFor(leaf, situation) !== undefined) return Family.NOTHING;
    if (day < leaf.accepted.from || day >= leaf.accepted.until) return Family.NONE;
    const days = within(sittings(leaf.exam), leaf.taken, day);
    if (days === undefined || (leaf.within !== undefined && addPeriod(days.last, leaf.within) <= day))
      return Family.NONE;
    return sit(leaf.exam);
  };

  /** For an award that completes on some day of a span, with passes from `since` on. */
  const examIn = (leaf: ExamNode, span: Span, since: Day): Family => {
    const from = Math.max(span.from, leaf.accepted.from);
    const until = Math.min(span.until, leaf.accepted.until);
    if (from >= until) return Family.NONE;
    for (const day of history.passes.get(leaf.exam) ?? []) {
      if (day < Math.max(since, leaf.taken.from) || day >= leaf.taken.until) continue;
      if (leaf.within === undefined || from < addPeriod(day, leaf.within)) return Family.NOTHING;
    }
    const window = { from: Math.max(leaf.taken.from, since), until: leaf.taken.until };
    const days = within(sittings(leaf.exam), window, until - 1);
    if (days === undefined || (leaf.within !== undefined && addPeriod(days.last, leaf.within) <= from))
      return Family.NONE;
    return sit(leaf.exam);
  };

  const combined = (node: Node, leaf: (node: Node & { rule: 'exam' | 'certification' }) => Family): Family => {
    spend(budget, 4, history.id);
    if (node.rule === 'exam' || node.rule === 'certification') return leaf(node);
    const parts = node.of.map((part) => combined(part, leaf));
    if (node.rule === 'all-of') return all(parts);
    if (node.rule === 'any-of') return parts.reduce((sum, part) => sum.or(part), Family.NONE);
    return some(parts, node.needed);
  };
  const all = (parts: readonly Family[]): Family => {
    let sum = Family.NOTHING;
    for (const part of parts) {
      const product = sum.sets.length * part.sets.length;
      spend(budget, 3 * product, history.id);
      sum = sum.sets.length === 0 ? sum : sum.and(part);
      // Each was held against those that were kept.
      spend(budget, (product * sum.sets.length) / 16, history.id);
    }
    return sum;
  };
  const some = (parts: readonly Family[], needed: number): Family => {
    let counts: Family[] = [Family.NOTHING];
    for (const part of parts) {
      const next = Array.from({ length: Math.min(needed, counts.length) + 1 }, (_, count) => {
        const without = counts[count] ?? Family.NONE;
        return count === 0 ? without : without.or(all([counts[count - 1] ?? Family.NONE, part]));
      });
      counts = next;
    }
    return counts[needed] ?? Family.NONE;
  };

  /** To have an award begin, or be prolonged, on some day of the plan. */
  const earned = (certification: string): Family => {
    const known = ever.get(certification);
    if (known !== undefined) return known;
    // Of what an award needs nothing needs the award itself: a way that came back to it would have a shorter one.
    if (open.has(certification)) {
      cameBack = true;
      return Family.NONE;
    }
    open.add(certification);
    let sum = Family.NONE;
    const periods = awards.get(certification) ?? [];
    for (const span of spans) {
      const entry = span.edition.certifications.get(certification);
      if (entry !== undefined && entry.introducedOn < span.until) {
        for (const { requires, since } of beginnings(periods, entry, first)) {
          sum = sum.or(
            combined(requires, (node) =>
              node.rule === 'exam' ? examIn(node, span, since) : activeSometime(node.certification),
            ),
          );
        }
      }
      if (periods.some((period) => period.from < span.until && span.from < period.until)) {
        for (const [exam, extensions] of span.edition.extensions) {
          if (!extensions.some(({ certifications }) => certifications.includes(certification))) continue;
          if (within(sittings(exam), span, last) !== undefined) sum = sum.or(sit(exam));
        }
      }
    }
    open.delete(certification);
    // Editions that require each other's awards in a circle: what was found while another is open may lack ways.
    if (open.size === 0) cameBack = false;
    if (!cameBack) ever.set(certification, sum);
    return sum;
  };

  const activeSometime = (certification: string): Family => {
    const periods = awards.get(certification) ?? [];
    const active = periods.some((period, index) => {
      const until = Math.min(period.until, periods[index + 1]?.from ?? Number.POSITIVE_INFINITY);
      return period.from <= last && first < until;
    });
    return active ? Family.NOTHING : earned(certification);
  };

  const activeOnDay = (certification: string, day: Day): Family => {
    const latest = (awards.get(certification) ?? []).findLast((period) => period.from <= day);
    return latest !== undefined && day < latest.until ? Family.NOTHING : earned(certification);
  };

  return (requirement: Node, day: Day): Family =>
    combined(requirement, (node) => (node.rule === 'exam' ? examOn(node, day) : activeOnDay(node.certification, day)));
}

type Certified = {
  readonly requires: Node;
  readonly recertification: { readonly requires: Node };
};

/** How a next period could begin: with which requirement, and from which day passes count. */
function beginnings(
  periods: readonly AwardPeriod[],
  { requires, recertification }: Certified,
  first: Day,
): readonly { readonly requires: Node; readonly since: Day }[] {
  const [earliest] = periods;
  const anew = earliest === undefined || earliest.from >= first;
  return [
    ...(anew ? [{ requires, since: Number.NEGATIVE_INFINITY }] : []),
    ...periods.flatMap((period) => [
      { requires: recertification.requires, since: period.from + 1 },
      { requires, since: overOn(period) },
    ]),
  ];
}
