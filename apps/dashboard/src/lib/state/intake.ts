/** All that reads files, loaded with the first file that somebody brings: a page that is only read needs none of it. */

export { assemble } from '../intake/assemble.ts';
export { asKind, rowFile, withColumn, withOrder } from '../intake/file.ts';
export { contentOf } from '../intake/given.ts';
export { open, save } from '../intake/saved.ts';
export { openTable } from '../intake/table.ts';
export { vocabularyOf } from '../intake/vocabulary.ts';
export { refusalOfFile, refusalOfSaved } from '../texts/intake.ts';
