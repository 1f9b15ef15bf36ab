import type { Allocation, Change, PartnerFacts } from '@standing/domain';
import { isSameMove, type Supposition } from './supposition.ts';

type Move = Extract<Supposition, { readonly kind: 'fills' | 'vacates' }>;
type Given = NonNullable<PartnerFacts['allocations']>[number];

/**
 * What is imagined as the domain's changes. Moves become the partner's given allocations, each from its day on: one list
 * in place of the partner's own. `bestOn` says who fills what on a day where the record gives no allocations.
 */
export function changesOf(
  all: readonly Supposition[],
  partner: PartnerFacts,
  bestOn: (day: string) => readonly Allocation[],
): readonly Change[] {
  const changes = all.flatMap((each): readonly Change[] => {
    const { on } = each;
    switch (each.kind) {
      case 'leaves':
        return [{ kind: 'leaves', individual: each.individual, partner: partner.id, on }];
      case 'passes':
        return [{ kind: 'passes', individual: each.individual, exam: each.exam, on }];
      case 'accepts':
        return [{ kind: 'accepts', individual: each.individual, agreement: each.agreement, on }];
      default:
        return [];
    }
  });
  const moves = all.flatMap((each) => (each.kind === 'fills' || each.kind === 'vacates' ? [each] : []));
  const [first] = moves;
  if (first === undefined) return changes;
  const own = partner.allocations ?? [];
  const isGiven = own.some(({ from }) => from === undefined || from <= first.on);
  const base = isGiven ? own : [...own, ...bestOn(first.on).map((entry) => ({ ...entry, from: first.on }))];
  const allocations = moves.reduce<readonly Given[]>(moved, base);
  return [...changes, { kind: 'allocates', partner: partner.id, allocations: [...allocations] }];
}

function moved(allocations: readonly Given[], move: Move): readonly Given[] {
  const { kind, on, individual, specialization, jobRole } = move;
  if (kind === 'fills') return [...allocations, { individual, specialization, jobRole, from: on }];
  return allocations.flatMap((entry) => {
    const { from = '', until = '9999' } = entry;
    if (!isSameMove(entry, move) || until <= on) return [entry];
    // What has not begun by then never does.
    return from < on ? [{ ...entry, until: on }] : [];
  });
}
