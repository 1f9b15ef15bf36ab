/** All that reads files, loaded with the first file that somebody brings: a page that is only read needs none of it. */
export { refusalOfFile, refusalOfSaved } from '../texts/intake.ts';
export { assemble } from './assemble.ts';
export { asKind, rowFile, withColumn, withOrder } from './file.ts';
export { contentOf } from './given.ts';
export { open, save } from './saved.ts';
export { openTable } from './table.ts';
export { vocabularyOf } from './vocabulary.ts';
