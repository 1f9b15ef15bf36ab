import type { Edition, PartnerFacts } from '@standing/domain';
import { expect, test } from 'vitest';
import { changesOf, editionsUnder } from './suppose.ts';
import type { Supposition } from './supposition.ts';

const on = '2004-09-15';
const place = { specialization: 's1', jobRole: 'fe' };
const partner = (allocations: PartnerFacts['allocations']): PartnerFacts => ({
  id: 'p',
  affiliations: [],
  allocations,
});
const never = {
  bestOn: (): never => {
    throw new Error('Nobody should ask for the best allocation.');
  },
  endOf: (): undefined => undefined,
};
const allocationsIn = (all: readonly Supposition[], facts: PartnerFacts) =>
  changesOf(all, facts, never).flatMap((change) => (change.kind === 'allocates' ? [change.allocations] : []))[0];

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
  const changes = changesOf(moves, partner(undefined), {
    ...never,
    bestOn: () => [{ individual: 'a', ...place }],
  });
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

test('who joins comes as they are; who is hired brings awards that last and passes as if earned on the day', () => {
  const brings = [
    { kind: 'award', id: 'ccna' },
    { kind: 'award', id: 'sales' },
    { kind: 'exam', id: '646-203' },
  ] as const;
  const all = [
    { kind: 'joins', on, individual: 'a' },
    { kind: 'hires', on, individual: 'new-1', brings },
  ] as const;
  const endOf = (certification: string) => (certification === 'ccna' ? '2007-09-15' : undefined);
  expect(changesOf(all, partner([]), { ...never, endOf })).toEqual([
    { kind: 'joins', individual: 'a', partner: 'p', on },
    {
      kind: 'joins',
      individual: 'new-1',
      partner: 'p',
      on,
      record: {
        exams: [{ exam: '646-203', takenOn: on, result: 'pass' }],
        awards: [
          { certification: 'ccna', validFrom: on, validUntil: '2007-09-15' },
          { certification: 'sales', validFrom: on },
        ],
      },
    },
  ]);
});

test.each([
  ['an edition before: it holds still', 'a', on, [['a', '2003-01-01']]],
  [
    'the edition of the day: those after it never come',
    'b',
    on,
    [
      ['a', '2003-01-01'],
      ['b', '2004-01-01'],
    ],
  ],
  [
    'a later edition: it is there already',
    'c',
    on,
    [
      ['a', '2003-01-01'],
      ['b', '2004-01-01'],
      ['c', on],
    ],
  ],
  [
    'a later edition before another: that one is passed over',
    'c',
    '2003-06-01',
    [
      ['a', '2003-01-01'],
      ['c', '2003-06-01'],
    ],
  ],
  [
    'none of the program: nothing changes',
    'x',
    on,
    [
      ['a', '2003-01-01'],
      ['b', '2004-01-01'],
      ['c', '2005-01-01'],
    ],
  ],
])('%s', (_, edition, from, expected) => {
  const documents = [
    ['a', '2003-01-01'],
    ['b', '2004-01-01'],
    ['c', '2005-01-01'],
  ].map(([id, effectiveFrom]) => ({ edition: id, effectiveFrom }) as Edition);
  const under = editionsUnder(documents, [{ kind: 'edition', on: from, edition }]);
  expect(under.map((document) => [document.edition, document.effectiveFrom])).toEqual(expected);
});
