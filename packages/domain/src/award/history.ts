import { compare } from '../calendar/compare.ts';
import { type Day, formatDay, readDay } from '../calendar/day.ts';
import type { KnownProgram } from '../edition/known.ts';
import type { IndividualFacts } from '../record/schema.ts';
import type { UnrecognizedFact } from './standing.ts';

/** An award earned elsewhere; without an end `until` is infinite. */
export type VerifiedAward = { readonly certification: string; readonly from: Day; readonly until: Day };

/** What is known about an individual on a day, in an order of its own: the order of the facts' lists decides nothing. */
export type History = {
  readonly id: string;
  /** Days on which an exam was passed, ascending; passes of one exam on one day are one pass. */
  readonly passes: ReadonlyMap<string, readonly Day[]>;
  /** Days on which an agreement was accepted, ascending. */
  readonly acceptances: ReadonlyMap<string, readonly Day[]>;
  /** By the day on which they begin, then by their end. */
  readonly verified: readonly VerifiedAward[];
  readonly unrecognized: readonly UnrecognizedFact[];
};

/** The facts up to the day of the program; later ones are not known. */
export function historyOf(facts: IndividualFacts, program: KnownProgram): History {
  const passes = new Map<string, Set<Day>>();
  const acceptances = new Map<string, Set<Day>>();
  const verified: VerifiedAward[] = [];
  const unrecognized: {
    readonly on: Day;
    readonly kind: number;
    readonly id: string;
    readonly fact: UnrecognizedFact;
  }[] = [];

  for (const { exam, takenOn, result } of facts.exams) {
    const day = readDay(takenOn);
    if (day > program.asOf) continue;
    if (!program.exams.has(exam)) unrecognized.push({ on: day, kind: 0, id: exam, fact: { exam, on: takenOn } });
    else if (result === 'pass') add(passes, exam, day);
  }
  for (const { agreement, acceptedOn } of facts.agreements ?? []) {
    const day = readDay(acceptedOn);
    if (day > program.asOf) continue;
    if (program.agreements.has(agreement)) add(acceptances, agreement, day);
    else unrecognized.push({ on: day, kind: 1, id: agreement, fact: { agreement, on: acceptedOn } });
  }
  for (const { certification, validFrom, validUntil } of facts.awards ?? []) {
    const from = readDay(validFrom);
    if (from > program.asOf) continue;
    const until = validUntil === undefined ? Number.POSITIVE_INFINITY : readDay(validUntil);
    if (program.certifications.has(certification)) verified.push({ certification, from, until });
    else unrecognized.push({ on: from, kind: 2, id: certification, fact: { certification, on: formatDay(from) } });
  }
  return {
    id: facts.id,
    passes: ascending(passes),
    acceptances: ascending(acceptances),
    verified: verified.sort((a, b) => a.from - b.from || compare(a.until, b.until)),
    unrecognized: unrecognized
      .sort((a, b) => a.on - b.on || a.kind - b.kind || compare(a.id, b.id))
      .map(({ fact }) => fact),
  };
}

function add(days: Map<string, Set<Day>>, id: string, day: Day): void {
  const known = days.get(id);
  if (known === undefined) days.set(id, new Set([day]));
  else known.add(day);
}

function ascending(days: ReadonlyMap<string, ReadonlySet<Day>>): ReadonlyMap<string, readonly Day[]> {
  return new Map([...days].map(([id, known]) => [id, [...known].sort((a, b) => a - b)]));
}

/** The latest of ascending days that lies from `from` up to but not including `until`. */
export function latestIn(days: readonly Day[], from: Day, until: Day): Day | undefined {
  const day = days[countBefore(days, until) - 1];
  return day !== undefined && day >= from ? day : undefined;
}

/** The first of ascending days that is not before `from`. */
export function firstFrom(days: readonly Day[] | undefined, from: Day): Day | undefined {
  return days?.[countBefore(days, from)];
}

/** How many of ascending days lie before `end`. */
function countBefore(days: readonly Day[], end: Day): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] as Day) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}
