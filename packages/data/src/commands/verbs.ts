import { backup } from './backup.ts';
import type { Verb } from './command.ts';
import { due } from './due.ts';
import { importVerb } from './import.ts';
import { inbox } from './inbox.ts';
import { migrate } from './migrate.ts';
import { rebuild } from './rebuild.ts';
import { restore } from './restore.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every verb of `standing-ledger`, in the order in which its help lists them. */
export const VERBS: readonly Verb[] = [status, importVerb, inbox, due, rebuild, verify, backup, restore, migrate];
