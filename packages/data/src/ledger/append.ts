import type { Fault, Result } from '@standing/domain';
import type { Database } from '../port/database.ts';
import { refused } from '../port/refusal.ts';
import { type Fact, insertFacts } from '../statements/kinds.ts';
import { hasOpenReason } from '../statements/reason.ts';
import { insertRecording, type Recording } from '../statements/recording.ts';

/** What was written down: the number of the recording, and the instant under which it is known. */
export type Recorded = { readonly sequence: number; readonly recordedAt: string };

/** Of which partner's book a fact is; the empty one is the program's. */
function bookOf(fact: Fact): string {
  if (fact.kind === 'void' || fact.kind === 'end') return fact.partner ?? '';
  // A grant names a partner too, but it is the individual's.
  if (fact.kind === 'grant') return '';
  return 'partner' in fact ? fact.partner : '';
}

/**
 * Appends facts in one batch, all or none: those of one partner, or of individuals and the program. Refused with `no-facts`;
 * `another-book` where a fact is not of the recording's partner; `not-sealed` where a reason about an individual is neither
 * a code (`REASONS`) nor sealed; `instant` where `recordedAt` is none; and, with nothing written, for what the database
 * holds: `unique` (a fact with that id is there), `reference` or `guard` (`expected`: what is referred to is not there, the
 * source may not write it, …), `check` (a value that the table does not take), `text`.
 */
export async function append(
  database: Database,
  recording: Recording,
  facts: readonly Fact[],
): Promise<Result<Recorded>> {
  const faults = faultsOf(recording, facts);
  if (faults.length > 0) return { ok: false, faults };
  const outcome = await database.batch([insertRecording(recording), ...insertFacts(facts)]);
  if (!outcome.ok) return refused('facts', outcome.refusal);
  const [row] = outcome.rows[0] ?? [];
  return {
    ok: true,
    value: { sequence: Number(row?.['sequence']), recordedAt: String(row?.['recorded_at']) },
  };
}

function faultsOf(recording: Recording, facts: readonly Fact[]): Fault[] {
  const faults: Fault[] = [];
  if (facts.length === 0) faults.push({ path: 'facts', code: 'no-facts' });
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(recording.recordedAt)) {
    faults.push({ path: 'recordedAt', code: 'instant' });
  }
  const book = recording.partner ?? '';
  facts.forEach((fact, index) => {
    if (faults.length >= 100) return;
    if (bookOf(fact) !== book) faults.push({ path: `facts[${index}]`, code: 'another-book' });
    if (hasOpenReason(fact)) faults.push({ path: `facts[${index}].reason`, code: 'not-sealed' });
  });
  return faults;
}
