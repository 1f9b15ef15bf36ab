/**
 * The public names of `@standing/data` that run everywhere: the port, the ledger, and sql.js in memory. What needs Node
 * (folders, `node:sqlite`, the journal) stands under `@standing/data/node`, the migrations as text for bundlers under
 * `@standing/data/migrations`.
 */

export { openMemory } from './engines/sqljs.ts';
/** Appends facts, and reads what is known of partners and individuals as of a day and as known at an instant. */
export {
  type At,
  append,
  cutAt,
  type Erasing,
  erase,
  everyPartner,
  finishErasures,
  type LedgerRecord,
  load,
  type PartnerRecord,
  type Recorded,
  read,
} from './ledger.ts';
/** Brings a database to the newest schema; refuses one of a newer program. */
export { type Migrated, migrate } from './migrations/migrate.ts';
export type { Migration } from './migrations/migration.ts';
/** The port: what an engine has, what it may be given, and what it answers. */
export {
  type Database,
  DatabaseFailure,
  type Outcome,
  type Refusal,
  type Row,
  type Statement,
  type Value,
} from './port/database.ts';
/** Seals what identifies an individual with a key of its own, which stands in a database of its own. */
export { prepareKeys } from './sealing/keys.ts';
export { seal, unseal, type WebCrypto } from './sealing/seal.ts';
export type { End, Owner, Void } from './statements/correction.ts';
export type { Cut, Kind, Owners } from './statements/kind.ts';
export type { Fact, IndividualFact, PartnerFact } from './statements/kinds.ts';
/** The codes that a reason about an individual may be in the open; all other reasons are sealed. */
export { REASONS } from './statements/reason.ts';
export type { Recording, Source } from './statements/recording.ts';
