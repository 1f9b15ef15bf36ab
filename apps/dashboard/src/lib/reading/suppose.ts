import type { Allocation, Change, Edition, PartnerFacts } from '@standing/domain';
import type { Brought } from './brings.ts';
import { isSameMove, type Supposition } from './supposition.ts';

type Move = Extract<Supposition, { readonly kind: 'fills' | 'vacates' }>;
type Given = NonNullable<PartnerFacts['allocations']>[number];

/** What a record does not say by itself. */
type Asked = {
  /** Who fills what on a day, where the record gives no allocations. */
  readonly bestOn: (day: string) => readonly Allocation[];
  /** The end of an award that is earned on a day; undefined for one without an end. */
  readonly endOf: (certification: string, earnedOn: string) => string | undefined;
};

/**
 * What is imagined as the domain's changes. Moves become the partner's given allocations, each from its day on: one list
 * in place of the partner's own. Who is hired brings awards and passes as if earned on the day.
 */
export function changesOf(
  all: readonly Supposition[],
  partner: PartnerFacts,
  { bestOn, endOf }: Asked,
): readonly Change[] {
  const changes = all.flatMap((each): readonly Change[] => {
    const { on } = each;
    switch (each.kind) {
      case 'leaves':
        return [{ kind: 'leaves', individual: each.individual, partner: partner.id, on }];
      case 'joins':
        return [{ kind: 'joins', individual: each.individual, partner: partner.id, on }];
      case 'hires':
        return [{ kind: 'joins', individual: each.individual, partner: partner.id, on, record: recordOf(each, endOf) }];
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

/** The editions as an imagined one would have them: those after it are not there, and it takes effect by its day. */
export function editionsUnder(documents: readonly Edition[], all: readonly Supposition[]): readonly Edition[] {
  const imagined = all.find((each) => each.kind === 'edition');
  const edition = documents.find((document) => document.edition === imagined?.edition);
  if (imagined === undefined || edition === undefined) return documents;
  if (edition.effectiveFrom <= imagined.on) {
    return documents.filter(({ effectiveFrom }) => effectiveFrom <= edition.effectiveFrom);
  }
  return [
    ...documents.filter(({ effectiveFrom }) => effectiveFrom < imagined.on),
    { ...edition, effectiveFrom: imagined.on },
  ];
}

function recordOf({ on, brings }: Extract<Supposition, { readonly kind: 'hires' }>, endOf: Asked['endOf']) {
  const ids = (kind: Brought['kind']): readonly string[] =>
    brings.filter((one) => one.kind === kind).map(({ id }) => id);
  return {
    exams: ids('exam').map((exam) => ({ exam, takenOn: on, result: 'pass' as const })),
    awards: ids('award').map((certification) => {
      const validUntil = endOf(certification, on);
      return { certification, validFrom: on, ...(validUntil === undefined ? {} : { validUntil }) };
    }),
  };
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
