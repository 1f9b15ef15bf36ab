import fc from 'fast-check';
import type { End, Void } from '../../src/statements/correction.ts';
import type { Fact } from '../../src/statements/kinds.ts';

const individual = fc.constantFrom('i1', 'i2', 'i3', 'I2');
const partner = fc.constantFrom('p1', 'p2');
const day = fc
  .tuple(fc.integer({ min: 2003, max: 2005 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, until: b } : { from: b, until: a }));
const open = fc.oneof(
  days,
  day.map((from) => ({ from })),
);
const place = fc.constantFrom(
  { specialization: 'vpn-security', jobRole: 'field-engineer' },
  { specialization: 'vpn-security', jobRole: 'account-manager' },
  { specialization: 'ip-telephony', jobRole: 'systems-engineer' },
);
const subject = fc.constantFrom({ specialization: 'vpn-security' }, { channelLevel: 'silver' });

/** A fact that refers to no other; `id` comes later. */
const fact: fc.Arbitrary<(id: string) => Fact> = fc.oneof(
  fc
    .record({
      individual,
      exam: fc.constantFrom('640-801', '640-861', '642-501', '642-521', 'unknown'),
      takenOn: day,
      result: fc.constantFrom('pass' as const, 'pass' as const, 'fail' as const),
    })
    .map(
      (rest) =>
        (id: string): Fact => ({ kind: 'exam-result', id, ...rest }),
    ),
  fc.record({ individual, agreement: fc.constant('career-certifications'), acceptedOn: day }).map(
    (rest) =>
      (id: string): Fact => ({ kind: 'agreement', id, ...rest }),
  ),
  fc.record({ individual, certification: fc.constantFrom('ccna', 'ccie', 'firewall-specialist'), days }).map(
    ({ days: { from, until }, ...rest }) =>
      (id: string): Fact => ({ kind: 'verified-award', id, ...rest, validFrom: from, validUntil: until }),
  ),
  fc.record({ individual, registeredOn: day }).map(
    (rest) =>
      (id: string): Fact => ({ kind: 'registration', id, ...rest }),
  ),
  fc
    .record({ individual, into: individual, mergedOn: day })
    .filter((merge) => merge.individual !== merge.into)
    .map(
      (rest) =>
        (id: string): Fact => ({ kind: 'merge', id, ...rest }),
    ),
  fc.record({ partner, individual, days: open }).map(
    ({ days: when, ...rest }) =>
      (id: string): Fact => ({ kind: 'affiliation', id, ...rest, ...when }),
  ),
  fc.record({ partner, subject, approvedOn: day }).map(
    ({ subject: what, ...rest }) =>
      (id: string): Fact => ({ kind: 'holding', id, ...rest, ...what }),
  ),
  fc.record({ partner, subject, submittedOn: day }).map(
    ({ subject: what, ...rest }) =>
      (id: string): Fact => ({ kind: 'renewal', id, ...rest, ...what }),
  ),
  fc
    .record({ partner, individual, place, days: open, isPinned: fc.boolean() })
    .map(({ place: where, days: when, isPinned, ...rest }) => (id: string): Fact => {
      const pin = isPinned ? { pinned: true, reason: 'asked-for' } : {};
      return { kind: 'allocation', id, ...rest, ...where, ...when, ...pin };
    }),
  fc.record({ partner, place, days, places: fc.integer({ min: 1, max: 2 }) }).map(
    ({ place: where, days: when, ...rest }) =>
      (id: string): Fact => ({ kind: 'waiver', id, ...rest, ...where, ...when, reason: 'in training' }),
  ),
);

const BEGINS: Readonly<Record<string, 'from' | 'submittedOn'>> = {
  affiliation: 'from',
  allocation: 'from',
  waiver: 'from',
  renewal: 'submittedOn',
};

const ownerOf = (of: Fact) =>
  partnerIn(of) === undefined ? { individual: individualIn(of) } : { partner: partnerIn(of) };
const partnerIn = (of: Fact) => ('partner' in of ? of.partner : undefined);
const individualIn = (of: Fact) => ('individual' in of ? of.individual : undefined);

/** Facts of some individuals and two partners, and then some that end or take back others of them. */
export type World = { readonly facts: readonly Fact[]; readonly ends: readonly End[]; readonly voids: readonly Void[] };

export const world: fc.Arbitrary<World> = fc
  .array(fact, { minLength: 8, maxLength: 24, size: 'max' })
  .map((made) => made.map((make, index) => make(`f${index}`)))
  .chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      ends: fc.array(fc.tuple(fc.nat(), day), { minLength: 2, maxLength: 8, size: 'max' }).map((drawn) =>
        drawn.flatMap(([index, until], number): End[] => {
          const some = facts.filter(({ kind }) => kind in BEGINS);
          const of = some[index % some.length] as (Fact & { readonly id: string }) | undefined;
          const begins = of && BEGINS[of.kind];
          if (of === undefined || begins === undefined || String((of as { [key: string]: unknown })[begins]) > until)
            return [];
          return [{ kind: 'end', id: `e${number}`, ...ownerOf(of), of: of.kind, fact: of.id, until }];
        }),
      ),
      back: fc.uniqueArray(fc.nat(facts.length + 4), { minLength: 1, maxLength: 5, size: 'max' }),
    }),
  )
  .map(({ facts, ends, back }) => ({ facts, ends, voids: voidsOf([...facts, ...ends], back) }));

function voidsOf(facts: readonly Fact[], back: readonly number[]): Void[] {
  return back.flatMap((index): Void[] => {
    const of = facts[index];
    if (of === undefined || of.kind === 'void') return [];
    return [{ kind: 'void', ...ownerOf(of), of: of.kind, fact: of.id, reason: 'mistake' }];
  });
}

/** All of a world's facts in an order in which what is referred to comes before what refers to it. */
export function ordered({ facts, ends, voids }: World, keys: readonly number[]): Fact[] {
  const all: readonly Fact[] = [...facts, ...ends, ...voids];
  const rank = new Map<string, number>();
  const ranked = all.map((each, index) => {
    const own = keys[index % keys.length] ?? 0;
    const target = each.kind === 'end' || each.kind === 'void' ? (rank.get(each.fact) ?? 0) : 0;
    const at = Math.max(own, target) + index / 1000;
    if (each.kind !== 'void') rank.set(each.id, at);
    return { each, at };
  });
  return ranked.toSorted((a, b) => a.at - b.at).map(({ each }) => each);
}
