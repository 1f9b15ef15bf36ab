import type { PartnerFacts } from '@standing/domain';
import { expect, test } from 'vitest';
import { changesOf } from './suppose.ts';
import type { Supposition } from './supposition.ts';

const on = '2004-09-15';
const place = { specialization: 's1', jobRole: 'fe' };
const partner = (allocations: PartnerFacts['allocations']): PartnerFacts => ({
  id: 'p',
  affiliations: [],
  allocations,
});
const never = (): never => {
  throw new Error('Nobody should ask for the best allocation.');
};
const allocationsIn = (all: readonly Supposition[], facts: PartnerFacts, best = (): readonly never[] => never()) =>
  changesOf(all, facts, best).flatMap((change) => (change.kind === 'allocates' ? [change.allocations] : []))[0];

test('a departure is from this partner alone, on its day', () => {
  expect(changesOf([{ kind: 'leaves', on, individual: 'a' }], partner([]), never)).toEqual([
    { kind: 'leaves', individual: 'a', partner: 'p', on },
  ]);
});

test('moves are dated: what is given ends on the day, what is put begins on it, the rest stays', () => {
  const given = partner([
    { individual: 'a', ...place, from: '2004-01-01' },
    { individual: 'b', ...place, pinned: true },
  ]);
  const moves = [
    { kind: 'vacates', on, individual: 'a', ...place },
    { kind: 'fills', on, individual: 'c', ...place },
  ] as const;
  expect(allocationsIn(moves, given)).toEqual([
    { individual: 'a', ...place, from: '2004-01-01', until: on },
    { individual: 'b', ...place, pinned: true },
    { individual: 'c', ...place, from: on },
  ]);
});

test('what was over stays over, and what has not begun never does', () => {
  const given = partner([
    { individual: 'a', ...place, from: '2003-01-01', until: '2004-01-01' },
    { individual: 'a', ...place, from: '2004-12-01' },
    { individual: 'b', ...place },
  ]);
  expect(allocationsIn([{ kind: 'vacates', on, individual: 'a', ...place }], given)).toEqual([
    { individual: 'a', ...place, from: '2003-01-01', until: '2004-01-01' },
    { individual: 'b', ...place },
  ]);
});

test('where nothing is given, the best allocation of the day is what is moved from', () => {
  const moves = [{ kind: 'fills', on, individual: 'c', ...place }] as const;
  const changes = changesOf(moves, partner(undefined), () => [{ individual: 'a', ...place }]);
  expect(changes).toEqual([
    {
      kind: 'allocates',
      partner: 'p',
      allocations: [
        { individual: 'a', ...place, from: on },
        { individual: 'c', ...place, from: on },
      ],
    },
  ]);
});
