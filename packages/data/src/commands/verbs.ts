import { backup } from './backup.ts';
import type { Verb } from './command.ts';
import { due } from './due.ts';
import { erase } from './erase.ts';
import { importVerb } from './import.ts';
import { inbox } from './inbox.ts';
import { migrate } from './migrate.ts';
import { purge } from './purge.ts';
import { rebuild } from './rebuild.ts';
import { record } from './record.ts';
import { restore } from './restore.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every verb of `standing-ledger`, in the order in which its help lists them. */
export const VERBS: readonly Verb[] = [
  status,
  importVerb,
  inbox,
  record,
  erase,
  purge,
  due,
  rebuild,
  verify,
  backup,
  restore,
  migrate,
];
