/**
 * The public names of `@standing/data/packed`: a partner's record in a few bytes, for runs over a whole program that
 * cannot read the ledger of everybody each time.
 */
export { type PackedRecord, pack } from './packed/pack.ts';
export { unpack } from './packed/unpack.ts';
export { unpackAll } from './packed/unpack-all.ts';
