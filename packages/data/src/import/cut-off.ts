import type { Fact } from '../statements/kinds.ts';
import type { Evidence } from './judge.ts';

/** Without the facts that this import has written already, in a part of its file that was cut off. */
export function withoutCutOff(facts: readonly Fact[], { found, firstRow }: Evidence): readonly Fact[] {
  const cutOff = new Set<string>();
  for (const [owner, some] of found) {
    for (const fact of some) {
      if (fact.firstRow >= firstRow) cutOff.add(mark('fact', owner, fact.id));
      for (const end of fact.ends) if (end.firstRow >= firstRow) cutOff.add(mark('end', owner, end.id));
    }
  }
  return cutOff.size === 0 ? facts : facts.filter((fact) => !cutOff.has(markOf(fact)));
}

function markOf(fact: Fact): string {
  if (fact.kind === 'end') return mark('end', fact.partner ?? '', fact.id);
  if (fact.kind === 'affiliation') return mark('fact', fact.partner, fact.id);
  // Profiles are looked up by themselves.
  return 'individual' in fact && 'id' in fact && fact.kind !== 'profile'
    ? mark('fact', fact.individual ?? '', fact.id)
    : '';
}

function mark(kind: 'fact' | 'end', owner: string, id: string): string {
  return JSON.stringify([kind, owner, id]);
}
