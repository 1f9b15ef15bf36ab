/**
 * The public names of `@standing/data/due`: who is due for something, without replaying everybody. A projection of the
 * ledger: `refresh` before `dueBetween`, `verify` to hold it against a replay.
 */
export type { DueDay } from './due/due-day.ts';
export {
  countWaiting,
  type DueDays,
  type DueDifference,
  type DueQuestion,
  dueBetween,
  rebuild,
  refresh,
  verify,
} from './due/projection.ts';
