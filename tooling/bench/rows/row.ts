import type { Method } from '../race/race.ts';
import type { Line, Result } from '../report/line.ts';

export type Options = {
  readonly root: string;
  /** A quick look at whether all works, whose figures are worth nothing. */
  readonly isShort: boolean;
  /** The long form of what is counted, as in `test:long`. */
  readonly isLong: boolean;
  readonly method: Method;
  /** Which part of the whole program is measured, to 1. */
  readonly size: number;
  /** CP-SAT's module, or why it is not there. */
  readonly cpSat: { readonly missing: string | undefined };
  /** Shows what is being done. */
  readonly say: (text: string) => void;
};

export type Row = {
  readonly name: string;
  readonly title: string;
  /** What stands in the table before anything was measured. */
  readonly goals: readonly Line[];
  readonly run: (options: Options) => Promise<Result>;
};
