import type { Row } from './dictionary.ts';
import { Filling, type Shortage } from './filling.ts';
import { LinearProgram } from './linear.ts';
import type { Place } from './place.ts';
import type { Problem } from './problem.ts';

/** Something that can be chosen: the places that it needs filled, by their index in the filling, each with its units. */
export type Candidate = { readonly needs: readonly { readonly place: number; readonly units: number }[] };

/**
 * What a search is after. Variables are one for each candidate, 0 or 1, then `beside` others of any amount up to
 * `most`. A leaf is a set of candidates that can be filled as far as the flow knows; `attempt` looks at it, raises `known`
 * where it is better than what is known, and gives a row that the set breaks where it is worth less than `promised`.
 */
export type Aim = {
  readonly objective: Float64Array;
  readonly most: readonly number[];
  readonly rows: readonly Row[];
  readonly known: () => number;
  readonly attempt: (chosen: readonly number[], promised: number) => Row | undefined;
};

/** How a search ended: `bound` is what nothing exceeds, and equals what is known where the search came to its end. */
export type Ended = { bound: number };

const NEAR = 1e-6;
/** A fraction of a place is filled in such parts. */
const PARTS = 5040;
/** How often cuts are looked for at the first node, and at those below it. */
const ROUNDS = 40;
const ROUNDS_BELOW = 3;

/**
 * Chooses among candidates by branch and cut: a linear program over what is known to exclude what, a flow that finds
 * what is excluded beside it. Each failure of the flow is a shortage, places with too few people for them, which holds
 * for every choice and is a row of the program from then on (Hall's theorem; Benders' decomposition of the whole).
 */
export class Choice {
  readonly #candidates: readonly Candidate[];
  readonly #of: ReadonlyMap<number, { readonly candidate: number; readonly units: number }>;
  readonly #whole: Filling;
  readonly #problem: Problem;
  /** For parts of candidates; made when there are any. */
  #parts: Filling | undefined;
  readonly #spend: (steps: number) => void;
  readonly #shortages: Row[];
  readonly #chosen: Uint8Array;

  constructor(problem: Problem, candidates: readonly Candidate[], rows: readonly Row[]) {
    this.#candidates = candidates;
    this.#of = new Map(
      candidates.flatMap(({ needs }, candidate) => needs.map(({ place, units }) => [place, { candidate, units }])),
    );
    this.#whole = new Filling(problem);
    this.#problem = problem;
    this.#spend = problem.spend;
    this.#shortages = [...rows];
    this.#chosen = new Uint8Array(candidates.length);
  }

  get places(): readonly Place[] {
    return this.#whole.places;
  }

  /** Takes one after another those that can still be filled beside the ones before. */
  greedily(order: readonly number[], fits: (chosen: readonly number[], next: number) => boolean): readonly number[] {
    const chosen: number[] = [];
    this.#only(new Set());
    for (const candidate of order) {
      if (!fits(chosen, candidate)) continue;
      if (this.#include(candidate) === undefined) chosen.push(candidate);
    }
    return chosen.sort((a, b) => a - b);
  }

  /** Finds the most that the aim can come to; `ended` has the bound also where the work is cut short. */
  maximise(aim: Aim, ended: Ended): void {
    const size = aim.objective.length;
    const upper = new Float64Array(size).fill(1, 0, this.#candidates.length);
    upper.set(aim.most, this.#candidates.length);
    const widened = this.#shortages.map((row) => widen(row, size));
    const program = new LinearProgram(
      aim.objective,
      new Float64Array(size),
      upper,
      [...aim.rows, ...widened],
      this.#spend,
    );
    this.#visit(program, aim, (bound) => {
      ended.bound = Math.min(ended.bound, bound);
    });
    ended.bound = aim.known();
  }

  #visit(program: LinearProgram, aim: Aim, atRoot: ((bound: number) => void) | undefined): void {
    const count = this.#candidates.length;
    const rounds = atRoot === undefined ? ROUNDS_BELOW : ROUNDS;
    let next = -1;
    for (let round = 0; ; round += 1) {
      if (!program.solve(aim.known() + 1 - NEAR)) return;
      const bound = Math.floor(program.bound() + NEAR);
      atRoot?.(bound);
      if (bound <= aim.known()) return;
      const chosen = [...program.values().subarray(0, count)];
      next = mostDivided(chosen);
      if (next < 0) {
        const set = chosen.flatMap((part, candidate) => (part > 0.5 ? [candidate] : []));
        const row = this.#missing(set) ?? aim.attempt(set, bound);
        if (row === undefined) return;
        program.add(widen(row, aim.objective.length));
        continue;
      }
      if (round >= rounds) break;
      const rows = this.#divided(chosen);
      if (rows.length === 0) break;
      for (const row of rows) program.add(widen(row, aim.objective.length));
    }
    for (const side of [1, 0]) {
      program.lower[next] = side;
      program.upper[next] = side;
      this.#visit(program, aim, undefined);
    }
    program.lower[next] = 0;
    program.upper[next] = 1;
  }

  /** The row that a set breaks which cannot be filled. */
  #missing(set: readonly number[]): Row | undefined {
    this.#only(new Set(set));
    for (const candidate of set) {
      const shortage = this.#chosen[candidate] === 1 ? undefined : this.#include(candidate);
      if (shortage !== undefined) return this.#keep(shortage);
    }
    return undefined;
  }

  #only(set: ReadonlySet<number>): void {
    for (let candidate = 0; candidate < this.#candidates.length; candidate += 1) {
      if (this.#chosen[candidate] === 1 && !set.has(candidate)) this.#exclude(candidate);
    }
  }

  #include(candidate: number): Shortage | undefined {
    for (const { place, units } of this.#candidates[candidate]?.needs ?? []) {
      const shortage = this.#whole.fill(place, units);
      if (shortage === undefined) continue;
      this.#exclude(candidate);
      return shortage;
    }
    this.#chosen[candidate] = 1;
    return undefined;
  }

  #exclude(candidate: number): void {
    for (const { place } of this.#candidates[candidate]?.needs ?? []) this.#whole.empty(place);
    this.#chosen[candidate] = 0;
  }

  /** The rows that parts of candidates break. */
  #divided(parts: readonly number[]): readonly Row[] {
    const rows: Row[] = [];
    const seen = new Set<string>();
    this.#parts ??= new Filling(this.#problem, PARTS);
    const filling = this.#parts;
    for (const { needs } of this.#candidates) for (const { place } of needs) filling.empty(place);
    for (const [candidate, { needs }] of this.#candidates.entries()) {
      const part = parts[candidate] as number;
      if (part < NEAR) continue;
      for (const { place, units } of needs) {
        const shortage = filling.fill(place, Math.ceil(units * part * PARTS - NEAR));
        if (shortage === undefined) continue;
        const key = shortage.places.join();
        if (seen.has(key)) continue;
        seen.add(key);
        const row = this.#rowOf(shortage);
        const used = row.coefficients.reduce((sum, each, index) => sum + each * (parts[index] as number), 0);
        if (used <= row.limit + NEAR * Math.max(1, row.limit) * 10) continue;
        this.#shortages.push(row);
        rows.push(row);
      }
    }
    return rows;
  }

  #keep(shortage: Shortage): Row {
    const row = this.#rowOf(shortage);
    this.#shortages.push(row);
    return row;
  }

  #rowOf({ places, available }: Shortage): Row {
    const coefficients = new Float64Array(this.#candidates.length);
    for (const place of places) {
      const of = this.#of.get(place);
      if (of !== undefined) coefficients[of.candidate] = (coefficients[of.candidate] as number) + of.units;
    }
    return { coefficients, limit: available };
  }
}

function widen({ coefficients, limit }: Row, size: number): Row {
  if (coefficients.length === size) return { coefficients, limit };
  const wide = new Float64Array(size);
  wide.set(coefficients);
  return { coefficients: wide, limit };
}

/** The candidate that is furthest from being in or out; -1 where all are either. */
function mostDivided(parts: readonly number[]): number {
  let [most, by] = [-1, NEAR];
  for (const [candidate, part] of parts.entries()) {
    const divided = Math.min(part, 1 - part);
    if (divided > by) [most, by] = [candidate, divided];
  }
  return most;
}
