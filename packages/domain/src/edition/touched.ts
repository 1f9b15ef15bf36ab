import { leavesOf, type Node } from './node.ts';

/** A set of positions in a completion order, or of the exams that an edition's certifications name, 32 to a word. */
export type Bits = readonly number[];

/** Bits of few words: a word's place, its bits, the next word's place, its bits, and so on. */
export type FewBits = readonly number[];

/** A list with a place for each number that an edition names, and none between: it is as long as what it has. */
export type ByNumber<T> = readonly (T | undefined)[];

/**
 * Which certifications of an edition something can bring to completion. What completes was short of something the day
 * before: a pass that it names, an award that it names, a window, an agreement, or its day of introduction. Only where
 * awards alone can meet it, it can also complete by a loss: when a pass that was the later evidence, but too old to last,
 * counts no longer.
 */
export type Touched = {
  /** Words that a set of positions has, and a set of exams. */
  readonly words: number;
  readonly examWords: number;
  /** By the number of an exam: where it stands in a set of exams, and those that name it, for the first award or to recertify. */
  readonly byExam: ByNumber<{ readonly word: number; readonly bit: number; readonly positions: Bits }>;
  /** By the number of a certification: those that name it. */
  readonly byCertification: ByNumber<Bits>;
  /** Those that awards alone can complete; every other one needs a pass of an exam that it names. */
  readonly byAwards: Bits;
  /** By position: the exams without which there is no first award. */
  readonly needs: readonly FewBits[];
  /** The position of each certification, by its number. */
  readonly positions: ByNumber<number>;
};

/** What of a certification says when it can come to completion. */
type Completing = {
  readonly number: number;
  readonly requires: Node;
  readonly recertification: { readonly requires: Node };
  readonly restsOnAwards: boolean;
};

/** Of the certifications in the order in which they complete on one day. */
export function touchedOf(order: readonly Completing[]): Touched {
  const words = (order.length + 31) >>> 5;
  const byExam: ({ word: number; bit: number; positions: number[] } | undefined)[] = [];
  const byCertification: (number[] | undefined)[] = [];
  const positions: number[] = [];
  const byAwards = new Array<number>(words).fill(0);
  let exams = 0;
  for (const [position, { number, requires, recertification, restsOnAwards: alone }] of order.entries()) {
    positions[number] = position;
    if (alone) put(byAwards, position);
    for (const leaf of [requires, recertification.requires].flatMap(leavesOf)) {
      if (leaf.rule === 'exam') {
        const known = byExam[leaf.number];
        const exam = known ?? {
          word: exams >>> 5,
          bit: 1 << (exams & 31),
          positions: new Array<number>(words).fill(0),
        };
        if (known === undefined) exams += 1;
        byExam[leaf.number] = exam;
        put(exam.positions, position);
      } else {
        const known = byCertification[leaf.number] ?? new Array<number>(words).fill(0);
        byCertification[leaf.number] = known;
        put(known, position);
      }
    }
  }
  const needs = order.map(({ requires }) => {
    const bits = new Map<number, number>();
    for (const number of neededBy(requires)) {
      const exam = byExam[number];
      if (exam !== undefined) bits.set(exam.word, (bits.get(exam.word) ?? 0) | exam.bit);
    }
    return [...bits].flat();
  });
  return { words, examWords: (exams + 31) >>> 5, byExam, byCertification, byAwards, needs, positions };
}

/** The numbers of the exams without which a requirement is not met. */
function neededBy(node: Node): ReadonlySet<number> {
  if (node.rule === 'exam') return new Set([node.number]);
  if (node.rule === 'certification') return new Set();
  const parts = node.of.map(neededBy);
  const all = parts.flatMap((part) => [...part]);
  return new Set(node.needed === parts.length ? all : all.filter((exam) => parts.every((part) => part.has(exam))));
}

/** Whether awards can meet a requirement without any exam. */
export function restsOnAwards(node: Node): boolean {
  if (node.rule === 'exam') return false;
  return node.rule === 'certification' || node.of.filter(restsOnAwards).length >= node.needed;
}

export function put(set: number[], place: number): void {
  const word = place >>> 5;
  set[word] = (set[word] as number) | (1 << (place & 31));
}

export function has(set: Bits, place: number): boolean {
  return ((set[place >>> 5] as number) & (1 << (place & 31))) !== 0;
}

/** Whether all of few bits are in a set. */
export function hasAll(set: Bits, few: FewBits): boolean {
  for (let index = 0; index < few.length; index += 2) {
    const bits = few[index + 1] as number;
    if (((set[few[index] as number] as number) & bits) !== bits) return false;
  }
  return true;
}

/** A set with nothing in it. */
export function emptyBits(words: number): number[] {
  return words === 1 ? [0] : new Array<number>(words).fill(0);
}

/** Adds a set to another; where `among` is given, only what is in it as well. */
export function addBits(to: number[], set: Bits, among?: Bits): void {
  for (let word = 0; word < to.length; word += 1) {
    const bits = set[word] as number;
    to[word] = (to[word] as number) | (among === undefined ? bits : bits & (among[word] as number));
  }
}
