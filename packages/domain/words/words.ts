import type { Explanation, Fault, Program } from '../src/index.ts';
import type { Names } from './names.ts';

/** What is said in one language. Rules and faults are structure; only here do they become sentences. */
export type Words = {
  /** The language's tag, `en`. */
  readonly language: string;
  /**
   * Says an explanation of the day `asOf` (`YYYY-MM-DD`) with the names that the program's editions give: a sentence for
   * each of its nodes.
   */
  readonly explain: (program: Program, asOf: string) => (explanation: Explanation) => ExplanationInWords;
  /** What is wrong and what to do about it, for a fault of what was sent; its path is not repeated. */
  readonly fault: (fault: Fault) => string;
};

/** An explanation that carries its sentence at every node. */
export type ExplanationInWords = Omit<Explanation, 'of'> & {
  readonly words: string;
  readonly of: readonly ExplanationInWords[];
};

/** Where a node of an explanation stands: in which specialization, and below which node. */
export type Context = {
  readonly names: Names;
  readonly asOf: string;
  readonly specialization?: string;
  readonly above?: Explanation;
};
