import { compare } from '../calendar/compare.ts';
import { type Day, readDay } from '../calendar/day.ts';
import type { KnownProgram } from '../edition/known.ts';
import type { Names, ProgramNames } from '../edition/names.ts';
import type { IndividualFacts } from '../record/schema.ts';
import { Marks } from './marks.ts';
import type { UnrecognizedFact } from './standing.ts';

/** An award earned elsewhere; `certification` is a number, and without an end `until` is infinite. */
export type VerifiedAward = { readonly certification: number; readonly from: Day; readonly until: Day };

/** What is known about an individual on a day, in an order of its own: the order of the facts' lists decides nothing. */
export class History {
  readonly id: string;
  /** Passes by the number of the exam; passes of one exam on one day are one pass. */
  readonly passed: Marks;
  /** Acceptances by the number of the agreement. */
  readonly accepted: Marks;
  /** By the day on which they begin, then by their end. */
  readonly verified: readonly VerifiedAward[];
  readonly unrecognized: readonly UnrecognizedFact[];
  readonly #names: ProgramNames;
  #passes: ReadonlyMap<string, readonly Day[]> | undefined;

  constructor(
    id: string,
    names: ProgramNames,
    passed: Marks,
    accepted: Marks,
    verified: readonly VerifiedAward[],
    unrecognized: readonly UnrecognizedFact[],
  ) {
    this.id = id;
    this.#names = names;
    this.passed = passed;
    this.accepted = accepted;
    this.verified = verified;
    this.unrecognized = unrecognized;
  }

  /** Days on which an exam was passed, ascending, by the exam. */
  get passes(): ReadonlyMap<string, readonly Day[]> {
    this.#passes ??= daysByName(this.passed, this.#names.exams);
    return this.#passes;
  }

  /** The first acceptance of an agreement that is not before a day. */
  firstAcceptance(agreement: string, from: Day): Day | undefined {
    const number = this.accepted.days.length === 0 ? undefined : this.#names.agreements.numberOf(agreement);
    return number === undefined ? undefined : this.accepted.first(number, from);
  }
}

const NO_MARKS = new Marks(0);

/** The facts up to the day of the program; later ones are not known. */
export function historyOf(facts: IndividualFacts, program: KnownProgram): History {
  const { names, counts, asOf } = program;
  const { exams, agreements, awards } = facts;
  const unrecognized: Unrecognized[] = [];
  const passed = new Marks(exams.length);
  for (const { exam, takenOn, result } of exams) {
    const day = readDay(takenOn);
    if (day > asOf) continue;
    const number = names.exams.numberOf(exam);
    if (number === undefined || number >= counts.exams) {
      unrecognized.push({ on: day, kind: 0, id: exam, fact: { exam, on: takenOn } });
    } else if (result === 'pass') passed.add(number, day);
  }
  let accepted = NO_MARKS;
  if (agreements !== undefined && agreements.length > 0) {
    accepted = new Marks(agreements.length);
    for (const { agreement, acceptedOn } of agreements) {
      const day = readDay(acceptedOn);
      if (day > asOf) continue;
      const number = names.agreements.numberOf(agreement);
      if (number === undefined || number >= counts.agreements) {
        unrecognized.push({ on: day, kind: 1, id: agreement, fact: { agreement, on: acceptedOn } });
      } else accepted.add(number, day);
    }
  }
  let verified: readonly VerifiedAward[] = [];
  if (awards !== undefined && awards.length > 0) verified = verifiedOf(awards, program, unrecognized);
  return new History(
    facts.id,
    names,
    passed.inOrder(),
    accepted === NO_MARKS ? accepted : accepted.inOrder(),
    verified,
    unrecognized.length === 0 ? [] : inOrderOfDays(unrecognized),
  );
}

type Unrecognized = {
  readonly on: Day;
  readonly kind: number;
  readonly id: string;
  readonly fact: UnrecognizedFact;
};

function verifiedOf(
  awards: NonNullable<IndividualFacts['awards']>,
  { names, counts, asOf }: KnownProgram,
  unrecognized: Unrecognized[],
): readonly VerifiedAward[] {
  const verified: VerifiedAward[] = [];
  for (const { certification, validFrom, validUntil } of awards) {
    const from = readDay(validFrom);
    if (from > asOf) continue;
    const until = validUntil === undefined ? Number.POSITIVE_INFINITY : readDay(validUntil);
    const number = names.certifications.numberOf(certification);
    if (number === undefined || number >= counts.certifications) {
      unrecognized.push({ on: from, kind: 2, id: certification, fact: { certification, on: validFrom } });
    } else verified.push({ certification: number, from, until });
  }
  return verified.sort((a, b) => a.from - b.from || compare(a.until, b.until));
}

function inOrderOfDays(facts: Unrecognized[]): readonly UnrecognizedFact[] {
  return facts.sort((a, b) => a.on - b.on || a.kind - b.kind || compare(a.id, b.id)).map(({ fact }) => fact);
}

function daysByName({ days, things }: Marks, names: Names): ReadonlyMap<string, readonly Day[]> {
  const byName = new Map<string, Day[]>();
  for (const [index, day] of days.entries()) {
    const name = names.idOf(things[index] as number);
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [day]);
    else known.push(day);
  }
  return byName;
}
