/**
 * The public names of `@standing/data/backup`: a whole ledger as lines of text, from any engine into any. On Node,
 * `writeBackup` and `backupFile` of `@standing/data/node` keep it in a file.
 */
export { readBackup, type Summary } from './backup/check.ts';
export type { Bytes } from './backup/form.ts';
export { restore } from './backup/restore.ts';
export { backup } from './backup/write.ts';
