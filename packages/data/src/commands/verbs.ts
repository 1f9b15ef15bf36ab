import type { Verb } from './command.ts';
import { importVerb } from './import.ts';
import { status } from './status.ts';

/** Every verb of `standing-ledger`, in the order in which its help lists them. */
export const VERBS: readonly Verb[] = [status, importVerb];
