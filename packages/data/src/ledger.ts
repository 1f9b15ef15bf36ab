/**
 * The ledger: facts are appended and never changed; what is known follows from them, as of a day and as known at an
 * instant. Nothing here asks what time it is: instants and ids come from the caller.
 */
export { append, type Recorded } from './ledger/append.ts';
export { type Erasing, erase, finishErasures } from './ledger/erase.ts';
export { everyPartner, type PartnerRecord } from './ledger/every-partner.ts';
export { type At, cutAt, type LedgerRecord, load, read } from './ledger/load.ts';
export { type Aliases, aliasesOf } from './ledger/people.ts';
