/**
 * The public names of `@standing/data/operations`: what is no fact, but what a program must remember beside them: messages
 * to send, answers that were given, who did and who saw what; and how long all that is kept.
 */
export { type AuditEntry, type AuditQuestion, insertAudit, placeOfEntry, readAudit } from './operations/audit.ts';
export {
  type Disclosure,
  insertDisclosures,
  placeOfDisclosure,
  readDisclosures,
} from './operations/disclosures.ts';
export {
  type Asked,
  abandon,
  type Begun,
  begin,
  finish,
  type IdempotencyKey,
} from './operations/idempotency.ts';
export type { Json } from './operations/json.ts';
export {
  type Claim,
  type Claimed,
  type ClaimOptions,
  cancel,
  cancelMessages,
  claim,
  enqueue,
  fail,
  insertMessages,
  type Keys,
  type Message,
  succeed,
} from './operations/outbox.ts';
export type { Place, Span } from './operations/page.ts';
export { type Purged, purge, RETENTION, type Retention } from './operations/retention.ts';
