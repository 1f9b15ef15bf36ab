import { describe, expect, test } from 'vitest';
import type { Edition } from '../../src/index.ts';
import { type Setup, sentences, TWO } from './sentences.ts';

describe('qa#2.1 qa#2.11: a specialization in words', () => {
  test.each<readonly [string, Setup, readonly string[]]>([
    [
      'met',
      { roles: { fe: 1 }, holds: { a: 's1/fe' }, allocated: ['a s1/fe'] },
      ['VPN/Security would be met today.', '  Needs one field engineer; one is allocated.'],
    ],
    [
      'nobody',
      { roles: { fe: 2 } },
      [
        'VPN/Security would not be met today: two field engineers are missing.',
        '  Needs two field engineers; none is allocated.',
      ],
    ],
    [
      'one of two, and another who is full',
      { roles: { fe: 2 }, holds: { a: 's1/fe', b: 's1/fe s2/fe s2/se' }, allocated: ['a s1/fe', 'b s2/fe', 'b s2/se'] },
      [
        'VPN/Security would not be met today: one field engineer is missing.',
        '  Needs two field engineers; one is allocated.',
        '    b could fill the place but already fills two job roles.',
      ],
    ],
    ['one who is free', { roles: { fe: 1 }, holds: { b: 's1/fe' } }, ['    b could fill the place and is free.']],
    [
      'one who has a job role left',
      { roles: { fe: 1 }, holds: { b: 's1/fe s2/fe' }, allocated: ['b s2/fe'] },
      ['    b could fill the place and has a free job role.'],
    ],
    [
      'two that are missing',
      { roles: { fe: 1, se: 2 } },
      ['VPN/Security would not be met today: one field engineer and two SEs are missing.'],
    ],
    [
      'a place that is waived',
      {
        roles: { fe: 2 },
        holds: { a: 's1/fe' },
        allocated: ['a s1/fe'],
        facts: {
          waivers: [{ specialization: 's1', jobRole: 'fe', places: 1, from: '2004-01-01', until: '2005-01-01' }],
        },
      },
      [
        'VPN/Security would be met today.',
        '  Needs two field engineers; two are allocated or waived.',
        '    One place is waived: nobody has to fill it.',
      ],
    ],
    [
      'a presence that nobody has',
      {
        roles: { fe: 1 },
        specialization: {
          presence: [{ id: 'design', name: 'Unity design', headcount: 1, requires: { certification: 's1/fe' } }],
        },
      },
      ['  Needs one individual at the partner with Unity design; nobody has it.'],
    ],
    [
      'a presence that one has',
      {
        roles: {},
        specialization: {
          presence: [{ id: 'design', name: 'Unity design', headcount: 1, requires: { certification: 's2/fe' } }],
        },
        holds: { a: 's2/fe' },
      },
      ['VPN/Security would be met today.', '  Needs one individual at the partner with Unity design; one has it.'],
    ],
    [
      'a presence that too few have',
      {
        roles: {},
        specialization: {
          presence: [{ id: 'design', name: 'Unity design', headcount: 3, requires: { certification: 's2/fe' } }],
        },
        holds: { a: 's2/fe', b: 's2/fe' },
      },
      [
        'VPN/Security would not be met today: one with Unity design is missing.',
        '  Needs three individuals at the partner with Unity design; two have it.',
      ],
    ],
    [
      'a rule that is assumed',
      { roles: { fe: 1 }, specialization: { basis: 'assumed' } },
      [
        'VPN/Security would not be met today: one field engineer is missing. It rests on a rule that is our assumption.',
      ],
    ],
  ])('%s', (_, setup, expected) => {
    const text = sentences(setup).specialization;
    for (const line of expected) expect(text.split('\n')).toContain(line);
  });

  test('a limit that is assumed is said at the verdict of whom it keeps from a place', () => {
    const setup: Setup = {
      roles: { fe: 1 },
      edition: { allocation: { ...TWO, basis: 'assumed' } },
      holds: { b: 's1/fe s2/fe s2/se' },
      allocated: ['b s2/fe', 'b s2/se'],
    };
    expect(sentences(setup).specialization).toContain('It rests on a rule that is our assumption.');
    expect(sentences({ ...setup, edition: {} }).specialization).not.toContain('assumption');
  });
});

describe('qa#1.1: a channel level in words', () => {
  const level = (
    specializations: object,
    personnel: Edition['channelLevels'][number]['personnel'] = [],
  ): Partial<Edition> => ({
    channelLevels: [
      { id: 'gold', name: 'Gold', rank: 1, term: 'P1Y', renewalWindow: 'P90D', personnel, specializations },
    ],
  });
  const experts = (headcount: number) => [{ id: 'sales-expert', headcount, requires: { certification: 's2/fe' } }];
  const approved = (...ids: readonly string[]) => ({
    holdings: ids.map((id) => ({ specialization: id, approvedOn: '2004-02-01' })),
  });

  test.each<readonly [string, Setup, readonly string[]]>([
    [
      'met',
      { edition: level({ atLeast: 1 }), facts: approved('s1') },
      ['Gold would be met today.', '  Needs one specialization that is held; one is.', '    VPN/Security is held.'],
    ],
    [
      'nobody counts',
      { edition: level({}, experts(2)) },
      ['Gold would not be met today: two sales experts are missing.', '  Needs two sales experts; none counts.'],
    ],
    [
      'too few count',
      { edition: level({}, experts(3)), holds: { a: 's2/fe', b: 's2/fe' } },
      ['Gold would not be met today: one sales expert is missing.', '  Needs three sales experts; two count.'],
    ],
    [
      'one counts',
      { edition: level({}, experts(1)), holds: { a: 's2/fe' } },
      ['Gold would be met today.', '  Needs one sales expert; one counts.'],
    ],
    [
      'a specialization short',
      { edition: level({ atLeast: 2 }), facts: approved('s1') },
      [
        'Gold would not be met today: the specialization S2 is missing.',
        '  Needs two specializations that are held; one is.',
      ],
    ],
    [
      'the one that is ready is named before one that is not',
      {
        roles: { fe: 1 },
        edition: level({ atLeast: 1 }),
        holds: { a: 's2/fe s2/se' },
        allocated: ['a s2/fe', 'a s2/se'],
      },
      ['Gold would not be met today: the specialization S2 is missing.'],
    ],
    [
      'points short',
      { specialization: { points: 3 }, edition: level({ points: 5 }), facts: approved('s1') },
      [
        'Gold would not be met today: two points are missing.',
        '  Needs five points from specializations that are held; there are three.',
      ],
    ],
    [
      'one point',
      { specialization: { points: 1 }, edition: level({ points: 1 }), facts: approved('s1') },
      ['Gold would be met today.', '  Needs one point from specializations that are held; there is one.'],
    ],
  ])('%s', (_, setup, expected) => {
    const text = sentences(setup).level;
    for (const line of expected) expect(text.split('\n')).toContain(line);
  });

  test.each<readonly [string, object]>([
    ['more specializations than there are', { atLeast: 3 }],
    ['one of an empty list', { atLeast: 1, of: [] }],
  ])('a level that nothing could make met says something that can be read: %s', (_, asked) => {
    const facts = approved('s1', 's2');
    expect(sentences({ edition: level(asked), facts }).level.split('\n')[0]).toMatch(
      /^Gold would not be met today(: \S.*|)\.$/,
    );
  });
});
