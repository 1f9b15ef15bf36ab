import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Program } from '@standing/domain';
import type { Setting } from '../store/setting.ts';

/** How a command ended, as the exit code says it. */
export const ENDED = {
  done: 0,
  /** Refused or failed; why was said. */
  failed: 1,
  /** It was called wrongly, and nothing was begun. */
  usage: 2,
  /** Done, and something wants looking at: rows that do not fit, a projection that differs. */
  look: 3,
} as const;

/** What a command is given beside its arguments. */
export type Desk = {
  readonly setting: Setting;
  /** The clock: an instant `2004-06-30T12:00:00.000Z`. */
  readonly now: () => string;
  /** Who calls, where nothing else is said. */
  readonly author: string;
  /** The published programs. */
  readonly programs: () => readonly Program[];
  /** The whole path of a file that was named. */
  readonly path: (file: string) => string;
  /** A result, as a line of JSON on the standard output; awaited, so that a slow reader holds the work up. */
  readonly give: (...results: readonly object[]) => Promise<void>;
  /** A line for people, on the standard error. */
  readonly say: (line: string) => void;
  /** How far it is: one line that changes on a terminal, else a line now and then. */
  readonly progress: (line: string) => void;
  /** Aborted once somebody asks the program to stop. */
  readonly signal: AbortSignal;
};

/** Why a command cannot go on, in words for who called it. */
export class CannotGoOn extends Error {
  readonly code: number;

  constructor(message: string, { code = ENDED.failed, ...options }: ErrorOptions & { readonly code?: number } = {}) {
    super(message, options);
    this.code = code;
  }
}

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true; strict: true }>>;

/** One verb: how it is called, what it does, and how. */
export type Verb = {
  readonly name: string;
  /** What follows the name: `<kind> <file> [--dry-run]`. */
  readonly usage: string;
  readonly does: string;
  run(args: readonly string[], desk: Desk): Promise<number>;
};

/**
 * A verb of the command: its options are read, and as many words as `words` says are asked for, before it runs. `run`
 * gives one of `ENDED`.
 */
export function verb<const O extends Options>(given: {
  readonly name: string;
  readonly usage: string;
  readonly does: string;
  readonly options: O;
  readonly words: { readonly least: number; readonly most: number };
  readonly run: (call: {
    readonly options: Parsed<O>['values'];
    readonly words: readonly string[];
    readonly desk: Desk;
  }) => Promise<number>;
}): Verb {
  const { name, usage, does, options, words, run } = given;
  return {
    ...{ name, usage, does },
    run(args, desk) {
      const { values, positionals } = parsed(args, options);
      if (positionals.length < words.least || positionals.length > words.most) {
        throw new CannotGoOn(`Called as: standing-ledger ${name} ${usage}`, { code: ENDED.usage });
      }
      return run({ options: values, words: positionals, desk });
    },
  };
}

function parsed<O extends Options>(args: readonly string[], options: O): Parsed<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new CannotGoOn(error.message, { code: ENDED.usage, cause: error });
    throw error;
  }
}
