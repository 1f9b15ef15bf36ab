import type { Day } from '../calendar/day.ts';
import { addPeriod, type Period } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import { editionOn, type KnownProgram } from '../edition/known.ts';
import type { Node } from '../edition/node.ts';
import { type Budget, spend } from '../explanation/budget.ts';
import { Agenda } from './agenda.ts';
import { lastExam, NO_EXAM, type Pass, passesOf, type Situation } from './evidence.ts';
import { firstFrom, type History } from './history.ts';

/** To come to a day at all, in steps. */
const DAY_STEPS = 10;

/** One term of an award while it is replayed; a period without an end has an infinite `until`. */
export type AwardPeriod = {
  readonly kind: 'initial' | 'recertified' | 'regained' | 'verified';
  /** The edition in force on the day on which it began; null before the first. */
  readonly edition: string | null;
  readonly from: Day;
  until: Day;
  /** It keeps the grace it began with. */
  readonly grace: Period | undefined;
  readonly passes: readonly Pass[];
  /** The first day whose passes and agreements count for this period. */
  readonly since: Day;
  readonly extensions: {
    readonly by: string;
    readonly exam: string;
    readonly on: Day;
    readonly from: Day;
    readonly until: Day;
  }[];
};

/** All periods of an individual's awards by certification, each list by date. */
export type Awards = ReadonlyMap<string, readonly AwardPeriod[]>;

/** The first day on which a period, with its grace, is over and can no longer be recertified. */
export function overOn(period: AwardPeriod): Day {
  if (period.grace === undefined || period.until === Number.POSITIVE_INFINITY) return period.until;
  return addPeriod(period.until, period.grace);
}

/** Of all periods of a certification the one that begins last counts, even if it ends earlier. */
export function activeOn(periods: readonly AwardPeriod[] | undefined, day: Day): AwardPeriod | undefined {
  const latest = periods?.at(-1);
  return latest !== undefined && day < latest.until ? latest : undefined;
}

/**
 * Goes through the days on which something happens, in order, and gives every period of every award up to the
 * program's day. On each day: what has run out is over, verified awards begin, certifications complete (those that
 * others require first), exams prolong what is then active.
 */
export function replay(program: KnownProgram, history: History, budget: Budget): Awards {
  const awards = new Map<string, AwardPeriod[]>();
  const passesByDay = byDay(history);
  let verified = 0;
  let reachable:
    | { readonly edition: CompiledEdition; readonly certifications: readonly CompiledCertification[] }
    | undefined;

  const agenda = agendaOf(program, history, budget);
  const keep = (certification: string, period: AwardPeriod): void => {
    begin(awards, certification, period);
    agenda.add(period.until);
  };
  for (const day of agenda) {
    spend(budget, DAY_STEPS, history.id);
    const edition = editionOn(program, day);
    for (let next = history.verified[verified]; next?.from === day; next = history.verified[verified]) {
      keep(next.certification, {
        kind: 'verified',
        edition: edition?.document.edition ?? null,
        from: day,
        until: next.until,
        grace: graceOf(edition ?? program.editions[0], next.certification),
        passes: [],
        since: Number.NEGATIVE_INFINITY,
        extensions: [],
      });
      verified += 1;
    }
    if (edition === undefined) continue;
    if (reachable?.edition !== edition) {
      reachable = { edition, certifications: reachableUnder(edition, history, awards, budget) };
    }
    for (const certification of reachable.certifications) {
      const period = completed(certification, edition, awards, history, day, budget);
      if (period !== undefined) keep(certification.id, period);
    }
    extend(edition, passesByDay.get(day) ?? [], awards, day, agenda, budget, history.id);
  }
  return awards;
}

function begin(awards: Map<string, AwardPeriod[]>, certification: string, period: AwardPeriod): void {
  const periods = awards.get(certification);
  if (periods === undefined) awards.set(certification, [period]);
  else periods.push(period);
}

function graceOf(edition: CompiledEdition | undefined, certification: string): Period | undefined {
  return edition?.certifications.get(certification)?.recertification.gracePeriod;
}

/** The period that begins on this day, if the certification completes on it (`rules.md` B and C). */
function completed(
  certification: CompiledCertification,
  edition: CompiledEdition,
  awards: Awards,
  history: History,
  day: Day,
  budget: Budget,
): AwardPeriod | undefined {
  if (day < certification.introducedOn) return undefined;
  const previous = awards.get(certification.id)?.at(-1);
  const over = previous === undefined ? undefined : overOn(previous);
  const recertifies = previous !== undefined && over !== undefined && day < over;
  if (recertifies && previous.until === Number.POSITIVE_INFINITY) return undefined;

  const { recertification, validity } = certification;
  const since = recertifies ? previous.from + 1 : (over ?? Number.NEGATIVE_INFINITY);
  if (recertifies) {
    spend(budget, recertification.agreements.length, history.id);
    const accepted = recertification.agreements.every((id) => {
      const first = firstFrom(history.acceptances.get(id), since);
      return first !== undefined && first <= day;
    });
    if (!accepted) return undefined;
  }
  const isActive = (id: string): boolean => activeOn(awards.get(id), day) !== undefined;
  const situation: Situation = { history, day, since, isActive, budget };
  const requires = recertifies ? recertification.requires : certification.requires;
  const last = lastExam(requires, situation);
  // Only the first award can rest on other awards alone: else it would be renewed without end.
  if (last === undefined || (last === NO_EXAM && previous !== undefined)) return undefined;

  const fromPrevious = recertifies && recertification.countedFrom === 'previous-end';
  const start = fromPrevious ? previous.until : last === NO_EXAM ? day : last;
  const end = validity === undefined ? Number.POSITIVE_INFINITY : addPeriod(start, validity);
  const until = recertifies ? Math.max(end, previous.until) : end;
  if (until <= day) return undefined;
  return {
    kind: recertifies ? 'recertified' : previous === undefined ? 'initial' : 'regained',
    edition: edition.document.edition,
    from: day,
    until,
    grace: recertification.gracePeriod,
    passes: passesOf(requires, situation),
    since,
    extensions: [],
  };
}

/** qa#3.11: each pass of the day prolongs, once, what is then active. Only what moves an end is kept. */
function extend(
  edition: CompiledEdition,
  passed: readonly string[],
  awards: Awards,
  day: Day,
  agenda: Agenda,
  budget: Budget,
  individual: string,
): void {
  const place = (exam: string): number => edition.exams.get(exam) ?? Number.POSITIVE_INFINITY;
  const known = passed.filter((exam) => edition.extensions.has(exam)).sort((a, b) => place(a) - place(b));
  for (const exam of known) {
    for (const { id, by, certifications, countedFrom } of edition.extensions.get(exam) ?? []) {
      for (const certification of certifications) {
        spend(budget, 1, individual);
        const period = activeOn(awards.get(certification), day);
        if (period === undefined || period.until === Number.POSITIVE_INFINITY) continue;
        const until = addPeriod(countedFrom === 'exam' ? day : period.until, by);
        if (until <= period.until) continue;
        period.extensions.push({ by: id, exam, on: day, from: period.until, until });
        period.until = until;
        agenda.add(until);
      }
    }
  }
}

/**
 * The certifications that these facts could ever complete under an edition, in the order of completion. An
 * overestimate that ignores all days: it only spares the replay from asking for what cannot be.
 */
function reachableUnder(
  edition: CompiledEdition,
  history: History,
  awards: Awards,
  budget: Budget,
): readonly CompiledCertification[] {
  const held = new Set([...awards.keys(), ...history.verified.map(({ certification }) => certification)]);
  const could = (node: Node): boolean => {
    spend(budget, 1, history.id);
    switch (node.rule) {
      case 'exam':
        return history.passes.has(node.exam);
      case 'certification':
        return held.has(node.certification);
      case 'all-of':
        return node.of.every(could);
      case 'any-of':
        return node.of.some(could);
      default:
        return node.of.filter(could).length >= node.needed;
    }
  };
  // Only what names a pass or an award can be met by it; who requires something stands behind it in the order.
  const { completionOrder, namedBy } = edition;
  const touched = new Uint8Array(completionOrder.length);
  const touch = (positions: readonly number[] | undefined): void => {
    for (const position of positions ?? []) touched[position] = 1;
  };
  for (const exam of history.passes.keys()) touch(namedBy.exams.get(exam));
  for (const certification of held) touch(namedBy.certifications.get(certification));
  return completionOrder.filter(({ id, requires, recertification }, position) => {
    if (touched[position] === 0) return false;
    const reachable = could(requires) || (held.has(id) && could(recertification.requires));
    if (reachable && !held.has(id)) {
      held.add(id);
      touch(namedBy.certifications.get(id));
    }
    return reachable;
  });
}

function byDay(history: History): ReadonlyMap<Day, readonly string[]> {
  const passed = new Map<Day, string[]>();
  for (const [exam, days] of history.passes) {
    for (const day of days) {
      const others = passed.get(day);
      if (others === undefined) passed.set(day, [exam]);
      else others.push(exam);
    }
  }
  return passed;
}

/** The days of the facts and of the rules, and those on which a pass becomes too old; ends of awards come on the way. */
function agendaOf(program: KnownProgram, history: History, budget: Budget): Agenda {
  const days = [...program.days, ...history.verified.map(({ from }) => from)];
  for (const accepted of history.acceptances.values()) for (const day of accepted) days.push(day);
  for (const [exam, taken] of history.passes) {
    for (const day of taken) days.push(day);
    const ages = program.ages.get(exam) ?? [];
    spend(budget, taken.length * ages.length, history.id);
    for (const age of ages) for (const day of taken) days.push(addPeriod(day, age));
  }
  return new Agenda(days, program.asOf);
}
