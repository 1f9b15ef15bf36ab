/**
 * The public names of `@standing/data/import`: files of people, affiliations, results, agreements and awards into the
 * ledger. It needs Node's `Buffer`, which workerd has with `nodejs_compat`.
 */
export type { OpenProfile, RowFault } from './import/candidate.ts';
export { catalogueOf } from './import/catalogue.ts';
export { type Imported, type ImportOptions, importFile, type RowResult, type Tally } from './import/import.ts';
export { dismissRow, type InboxRow, readInbox } from './import/inbox.ts';
export type { Catalogue } from './import/known.ts';
export { type Position, readPosition } from './import/position.ts';
export type { Sealer } from './import/profiles.ts';
export { type Retried, type RetryOptions, retryInbox } from './import/retry.ts';
export { sealerOf } from './import/sealer.ts';
export type { Source } from './import/source.ts';
