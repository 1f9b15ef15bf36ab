import type { CompiledCertification } from './compiled.ts';
import { leavesOf, type Node } from './node.ts';

/** A set of positions in a completion order, 32 to a word. */
export type Positions = readonly number[];

/**
 * Which certifications of an edition something can bring to completion. What completes was short of something the day
 * before: a pass that it names, an award that it names, a window, an agreement, or its day of introduction. Only where
 * awards alone can meet it, it can also complete by a loss: when a pass that was the later evidence, but too old to last,
 * counts no longer.
 */
export type Touched = {
  /** Words a set has. */
  readonly words: number;
  /** By the number of an exam, and of a certification: those that name it, for the first award or to recertify. */
  readonly byExam: ReadonlyMap<number, Positions>;
  readonly byCertification: ReadonlyMap<number, Positions>;
  /** Those that awards alone can complete; every other one needs a pass of an exam that it names. */
  readonly byAwards: Positions;
  /** The position of each certification, by its number. */
  readonly positions: ReadonlyMap<number, number>;
};

export function touchedOf(order: readonly CompiledCertification[]): Touched {
  const words = (order.length + 31) >>> 5;
  const byExam = new Map<number, number[]>();
  const byCertification = new Map<number, number[]>();
  const byAwards = new Array<number>(words).fill(0);
  for (const [position, { requires, recertification, restsOnAwards: alone }] of order.entries()) {
    if (alone) put(byAwards, position);
    for (const leaf of [requires, recertification.requires].flatMap(leavesOf)) {
      const sets = leaf.rule === 'exam' ? byExam : byCertification;
      const known = sets.get(leaf.number) ?? new Array<number>(words).fill(0);
      put(known, position);
      sets.set(leaf.number, known);
    }
  }
  const positions = new Map(order.map(({ number }, position) => [number, position]));
  return { words, byExam, byCertification, byAwards, positions };
}

export function put(set: number[], position: number): void {
  const word = position >>> 5;
  set[word] = (set[word] as number) | (1 << (position & 31));
}

/** Whether awards can meet a requirement without any exam. */
export function restsOnAwards(node: Node): boolean {
  if (node.rule === 'exam') return false;
  return node.rule === 'certification' || node.of.filter(restsOnAwards).length >= node.needed;
}
