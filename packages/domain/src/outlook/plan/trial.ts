import { type Individual, individualOf } from '../../award/individual.ts';
import { type Day, formatDay } from '../../calendar/day.ts';
import { addPeriod } from '../../calendar/period.ts';
import { leavesOf } from '../../edition/node.ts';
import { type Budget, spend } from '../../explanation/budget.ts';
import type { IndividualFacts } from '../../record/schema.ts';
import type { Row, Scene } from './aim.ts';
import type { ExamSet } from './exam-sets.ts';
import { type RowSet, rowSet } from './row-set.ts';
import type { Span } from './sittings.ts';

/** What an individual does in a plan, and on which days. */
export type Doing = {
  readonly exams: readonly { readonly exam: string; readonly on: Day }[];
  readonly agreements: readonly { readonly agreement: string; readonly on: Day }[];
};

export const NOTHING_DONE: Doing = { exams: [], agreements: [] };

/** The facts as they would be then. */
export function done(facts: IndividualFacts, { exams, agreements }: Doing): IndividualFacts {
  if (exams.length + agreements.length === 0) return facts;
  return {
    ...facts,
    exams: [
      ...facts.exams,
      ...exams.map(({ exam, on }) => ({ exam, takenOn: formatDay(on), result: 'pass' as const })),
    ],
    agreements: [
      ...(facts.agreements ?? []),
      ...agreements.map(({ agreement, on }) => ({ agreement, acceptedOn: formatDay(on) })),
    ],
  };
}

/** One replay for a trial: so much before its first day, and so much for each fact that is read. */
const REPLAY_STEPS = { own: 60, fact: 12 };

/** What an individual could serve after this and that was done: by the replay of the straight line, each only once. */
export class Trials {
  readonly #facts: IndividualFacts;
  readonly #rows: readonly { readonly scene: Scene; readonly of: readonly (readonly [number, Row])[] }[];
  readonly #size: number;
  readonly #budget: Budget;
  readonly #steps: number;
  readonly #known = new Map<string, readonly number[]>();

  constructor(facts: IndividualFacts, scenes: readonly Scene[], rows: readonly Row[], budget: Budget) {
    this.#facts = facts;
    this.#size = rows.length;
    this.#budget = budget;
    this.#steps = facts.exams.length + (facts.awards?.length ?? 0) + (facts.agreements?.length ?? 0);
    this.#rows = scenes.flatMap((scene, index) => {
      const of = [...rows.entries()].filter(([, { aim }]) => aim === index);
      return of.length > 0 && scene.people.includes(facts.id) ? [{ scene, of }] : [];
    });
  }

  servedBy(doing: Doing): RowSet {
    return rowSet(
      this.#size,
      this.#rows.flatMap(({ scene, of }) => {
        // What is done later is not known on that day.
        const until = scene.aim.day;
        const exams = doing.exams.filter(({ on }) => on <= until);
        const agreements = doing.agreements.filter(({ on }) => on <= until);
        const key = `${until};${exams.map(({ exam, on }) => `${exam}@${on}`).join()};${agreements.map(({ agreement, on }) => `${agreement}@${on}`).join()}`;
        spend(this.#budget, 2, this.#facts.id);
        const known = this.#known.get(key) ?? this.#replayed({ exams, agreements }, scene, of);
        this.#known.set(key, known);
        return known;
      }),
    );
  }

  #replayed(doing: Doing, { program }: Scene, rows: readonly (readonly [number, Row])[]): readonly number[] {
    const read = this.#steps + doing.exams.length + doing.agreements.length;
    spend(this.#budget, REPLAY_STEPS.own + REPLAY_STEPS.fact * read, this.#facts.id);
    const individual = individualOf(done(this.#facts, doing), program, this.#budget);
    return rows.flatMap(([index, { places }]) => (individual.meets(places.requires) ? [index] : []));
  }
}

/** More days than this are not tried. */
const MOST_DAYS = 48;

/**
 * The days on which a plan would sit or accept anything, the last first: to wait harms nothing until something happens, so
 * the last day before each event is enough, and the first day from which something is allowed. Events are those of the
 * rules, of the awards as they are, and what follows when a pass of such a day ends or grows old.
 */
export function daysToTry(
  individual: Pick<Individual, 'awards' | 'history'>,
  scenes: readonly Scene[],
  spans: readonly Span[],
  sittings: readonly { readonly from: Day; readonly until: Day }[],
  budget: Budget,
): { readonly days: readonly Day[]; readonly whole: boolean } {
  const first = spans[0]?.from ?? 0;
  const last = (spans.at(-1)?.until ?? 0) - 1;
  const days = new Set<Day>();
  const add = (day: Day): void => {
    if (first <= day && day <= last) days.add(day);
  };
  const event = (day: Day): void => {
    add(day - 1);
    add(day);
  };
  for (const { aim } of scenes) add(aim.day);
  add(first);
  add(last);
  const program = scenes.at(-1)?.program;
  for (const day of program?.days ?? []) event(day);
  for (const { from, until } of sittings) {
    add(from);
    add(until - 1);
  }
  for (const { edition } of spans) for (const day of edition.days) event(day);
  const leaves = scenes.flatMap(({ rows }) => rows.flatMap(({ places }) => leavesOf(places.requires)));
  const places = leaves.filter((leaf) => leaf.rule === 'exam');
  for (const { taken, accepted } of places) {
    for (const day of [taken.from, taken.until, accepted.from, accepted.until]) event(day);
  }
  for (const periods of individual.awards.values()) {
    for (const { from, until, grace } of periods) {
      event(from);
      event(until);
      if (grace !== undefined && until !== Number.POSITIVE_INFINITY) event(addPeriod(until, grace));
    }
  }
  for (const [exam, taken] of individual.history.passes) {
    for (const age of program?.ages.get(exam) ?? []) for (const day of taken) event(addPeriod(day, age));
  }
  const lengths = spans.flatMap(({ edition }) => [
    ...[...edition.certifications.values()].flatMap(({ validity }) => validity ?? []),
    ...[...edition.ages.values()].flat(),
  ]);
  lengths.push(...places.flatMap((leaf) => leaf.within ?? []));
  const unlike = [...new Map(lengths.map((length) => [length.text, length])).values()];
  spend(budget, days.size * (1 + unlike.length), '');
  for (const day of [...days]) for (const length of unlike) event(addPeriod(day, length));
  const sorted = [...days].sort((a, b) => b - a);
  return { days: sorted.slice(0, MOST_DAYS), whole: sorted.length <= MOST_DAYS };
}

/**
 * The ways to put a set of exams on days, with the agreements that could be needed: everything as late as a common day
 * allows comes first, with agreements on the days of the exams, then each exam on any of its days.
 */
export function* doings(
  set: ExamSet,
  days: readonly Day[],
  examOf: (number: number) => string,
  canSit: (exam: string, day: Day) => boolean,
  agreements: readonly string[],
): Generator<Doing> {
  const exams = set.map(examOf);
  const allowed = exams.map((exam) => days.filter((day) => canSit(exam, day)));
  const accepting = (on: Iterable<Day>): Doing['agreements'] =>
    [...new Set(on)].flatMap((day) => agreements.map((agreement) => ({ agreement, on: day })));
  const put = (chosen: readonly Day[]): Doing['exams'] =>
    exams.map((exam, index) => ({ exam, on: chosen[index] as Day }));
  if (allowed.some((own) => own.length === 0)) return;
  for (const common of days) {
    const chosen = allowed.map((own) => own.find((day) => day <= common));
    if (!chosen.every((day) => day !== undefined)) break;
    yield { exams: put(chosen), agreements: [] };
    if (agreements.length > 0)
      yield { exams: put(chosen), agreements: accepting(set.length === 0 ? [common] : chosen) };
    if (set.length === 0 && agreements.length === 0) return;
  }
  const position = new Array<number>(set.length).fill(0);
  for (;;) {
    const chosen = position.map((place, index) => allowed[index]?.[place] as Day);
    yield { exams: put(chosen), agreements: [] };
    if (agreements.length > 0) {
      yield { exams: put(chosen), agreements: accepting(chosen) };
      for (const day of days) yield { exams: put(chosen), agreements: accepting([day]) };
    }
    let index = position.length - 1;
    while (index >= 0 && (position[index] as number) + 1 >= (allowed[index]?.length ?? 0)) {
      position[index] = 0;
      index -= 1;
    }
    if (index < 0) return;
    position[index] = (position[index] as number) + 1;
  }
}
