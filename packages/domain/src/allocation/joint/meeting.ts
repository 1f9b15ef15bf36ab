import type { CompiledSpecialization } from '../../edition/places.ts';
import type { Contest, Question } from '../contest.ts';
import type { Value } from '../value.ts';
import type { Draft } from './columns.ts';

/** So many job roles stand together in columns that leave a specialization unmet: two to the power of them. */
const TOGETHER = 4;

/** Who takes a candidate, and the column in which it is met. */
export type Met = { readonly taker: number; readonly met: number };

/** A job role of a specialization by its row, with its room. */
type Open = { readonly row: number; readonly room: number };

/**
 * Specializations take what people give. One that is met takes all its places; one that is not takes of each place all
 * or nothing, so that parts of both come to any amount, and is worth what is filled. Several columns for a long one are
 * held together by rows.
 */
export class Meeting {
  readonly candidates: readonly Met[];
  /** Places that are filled whatever is chosen, in specializations that cannot be met. */
  readonly filled: number = 0;
  /** The rows that come to the first three aims. */
  readonly totals: readonly [held: number, met: number, filled: number];
  readonly #draft: Draft;
  readonly #weights: Value;

  constructor(draft: Draft, question: Question, contest: Contest, rowOn: readonly number[], weights: Value) {
    this.#draft = draft;
    this.#weights = weights;
    const { valuation, pinned } = question;
    const { candidates, problem } = contest;
    const most = candidates.length;
    this.totals = [draft.row(0, most), draft.row(0, most), draft.row(0, (weights[1] ?? 0) / (weights[2] ?? 1))];
    const openIn = new Map<CompiledSpecialization, Open[]>();
    const fixedIn = new Map<CompiledSpecialization, number>();
    const fix = (specialization: CompiledSpecialization, units: number): void => {
      fixedIn.set(specialization, (fixedIn.get(specialization) ?? 0) + units);
    };
    for (const { place } of pinned) fix(place.specialization, 1);
    for (const [place, room] of problem.room) {
      const row = rowOn[place.index];
      if (row === undefined) {
        fix(place.specialization, room);
        continue;
      }
      const own = openIn.get(place.specialization) ?? [];
      own.push({ row, room });
      openIn.set(place.specialization, own);
    }
    const technologies = new Map<string, number>();
    this.candidates = candidates.map(({ specialization: { technology }, specialization, held }) => {
      if (technology !== undefined && !technologies.has(technology)) technologies.set(technology, draft.row(0, 1));
      const counted = [this.totals[1], ...(held ? [this.totals[0]] : [])];
      if (technology !== undefined) counted.push(technologies.get(technology) as number);
      return this.#candidate(openIn.get(specialization) ?? [], fixedIn.get(specialization) ?? 0, counted, held);
    });
    const contending = new Set(candidates.map(({ specialization }) => specialization));
    for (const specialization of valuation.takesPart) {
      if (contending.has(specialization)) continue;
      this.filled += fixedIn.get(specialization) ?? 0;
      for (const open of openIn.get(specialization) ?? []) {
        const from = draft.count;
        this.#unmet([open], 0);
        draft.take(1, from);
      }
    }
  }

  #candidate(open: readonly Open[], fixed: number, counted: readonly number[], held: boolean): Met {
    const draft = this.#draft;
    const chunks: (readonly Open[])[] = [open.slice(0, TOGETHER)];
    for (let from = TOGETHER; from < open.length; from += TOGETHER) chunks.push(open.slice(from, from + TOGETHER));
    const links = chunks.slice(1).map(() => draft.row(0, 0));
    const all = chunks.map((chunk, at): Met => {
      const met = draft.count;
      for (const { row, room } of chunk) draft.entry(row, -room);
      if (at > 0) draft.entry(links[at - 1] as number, -1);
      else for (const row of [...counted, ...links]) draft.entry(row, 1);
      draft.column(at > 0 ? 0 : this.#weights[1] + (held ? this.#weights[0] : 0));
      this.#unmet(chunk, at > 0 ? 0 : fixed);
      return { taker: draft.take(1, met), met };
    });
    return all[0] as Met;
  }

  /** A column for each choice of places that are filled. */
  #unmet(chunk: readonly Open[], fixed: number): void {
    const draft = this.#draft;
    for (let some = 0; some < 1 << chunk.length; some += 1) {
      let filled = fixed;
      for (const [index, { row, room }] of chunk.entries()) {
        if ((some >> index) % 2 === 0) continue;
        draft.entry(row, -room);
        filled += room;
      }
      if (filled > 0) draft.entry(this.totals[2], filled);
      draft.column(this.#weights[2] * filled);
    }
  }
}
