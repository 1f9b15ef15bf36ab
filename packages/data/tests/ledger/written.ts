import { evaluate, type Facts, parseProgram } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { append, type LedgerRecord } from '../../src/ledger.ts';
import type { Database } from '../../src/port/database.ts';
import type { Fact } from '../../src/statements/kinds.ts';

/** Milliseconds after the beginning of 2006 as an instant: later than every day in these tests. */
export function instant(ms: number): string {
  return `2006-01-01T00:00:${String(Math.floor(ms / 1000)).padStart(2, '0')}.${String(ms % 1000).padStart(3, '0')}Z`;
}

export function partnerOf(fact: Fact): string | undefined {
  return 'partner' in fact && fact.kind !== 'grant' ? fact.partner : undefined;
}

/** Writes each fact as a recording of its own, one millisecond after the other. */
export async function writeEach(database: Database, facts: readonly Fact[]): Promise<void> {
  for (const [index, fact] of facts.entries()) {
    const recording = { partner: partnerOf(fact), recordedAt: instant(index), author: 'operator-1' };
    const outcome = await append(database, { ...recording, source: 'operator' }, [fact]);
    if (!outcome.ok) throw new Error(`${JSON.stringify(fact)}: ${JSON.stringify(outcome.faults)}`);
  }
}

/** What the record says, without the number and instant of its last recording. */
export function said({ facts, elsewhere, aliases }: LedgerRecord): string {
  return JSON.stringify({ facts, elsewhere, aliases: [...aliases] });
}

const parsed = parseProgram(published[0]?.editions ?? []);
if (!parsed.ok) throw new Error('The published program should be without faults');
export const program = parsed.value;

/** The domain’s answer about a record, as bytes. `asOf` is a day’s number. Throws where there is none. */
export function evaluated(facts: Facts, asOf: number): string {
  const answer = evaluate({ program, asOf, allocate: undefined, ...facts });
  if (!answer.ok || answer.value.asOf < '2004-09-15') throw new Error(`No answer: ${JSON.stringify(answer)}`);
  return JSON.stringify(answer.value);
}
