import type { Fact } from './kinds.ts';

/** Why something about an individual was taken back, ended, pinned, asked for or dismissed, where a code says it. */
export const REASONS = [
  'agreed',
  'application',
  'asked-for',
  'duplicate',
  'left',
  'mistake',
  'not-ours',
  'planning',
  'renewal',
  'replaced',
  'test',
  'withdrawn',
  'wrong-day',
  'wrong-exam',
  'wrong-individual',
  'wrong-partner',
  'wrong-result',
] as const;

const CODES: ReadonlySet<string> = new Set(REASONS);

/** Partners' facts that name an individual; an end may be of one of them. */
const NAMING: ReadonlySet<string> = new Set(['affiliation', 'confirmation', 'allocation', 'contact', 'request', 'end']);

/** Whether a text has the form of what `seal` gives. */
export function isSealed(text: string): boolean {
  return /^v1\.[\w-]{16}\.[\w-]+$/.test(text);
}

/**
 * Whether a fact gives its reason in the open although it is about an individual. Such a reason is a code, or a text that
 * was sealed for the id which the fact names (a correction: which the corrected fact names). Reasons of partners' own
 * facts, waivers and decisions, are open texts.
 */
export function hasOpenReason(fact: Fact): boolean {
  if (!('reason' in fact) || fact.reason === undefined) return false;
  const isOfIndividual =
    fact.kind === 'void' || fact.kind === 'end'
      ? (fact.individual ?? '') !== '' || NAMING.has(fact.of)
      : NAMING.has(fact.kind);
  return isOfIndividual && !CODES.has(fact.reason) && !isSealed(fact.reason);
}
