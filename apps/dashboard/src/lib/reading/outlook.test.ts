import type { Edition, Repair } from '@standing/domain';
import { expect, test } from 'vitest';
import { renewedBy, suppositionsOf } from './outlook.ts';
import type { Row } from './rows.ts';

const on = '2004-09-15';
const edition = {
  specializations: [{ id: 's1', jobRoles: [{ id: 'fe', requires: { certification: 'ccnp' } }] }],
  channelLevels: [{ id: 'silver', personnel: [{ id: 'expert', requires: { certification: 'ccie' } }] }],
} as unknown as Edition;
const specialization = { kind: 'specialization', standing: { specialization: 's1' } } as Row;
const level = { kind: 'channel-level', standing: { channelLevel: 'silver' } } as Row;
const about = { row: specialization, on, edition, isGiven: true, known: new Set(['new-1', 'a']) };
const place = { specialization: 's1', jobRole: 'fe' };

test('moves and exams are imagined from the day on, what is given up first', () => {
  const repair: Repair = {
    kind: 'exams',
    before: '2004-12-01',
    exams: 1,
    steps: [{ individual: 'a', before: null, exams: ['642-501'], agreements: ['career'], certifications: [] }],
    allocate: [{ individual: 'a', ...place }],
    release: [{ individual: 'b', ...place }],
    renew: ['s1'],
  };
  expect(suppositionsOf(repair, about)).toEqual([
    { kind: 'passes', on, individual: 'a', exam: '642-501' },
    { kind: 'accepts', on, individual: 'a', agreement: 'career' },
    { kind: 'vacates', on, individual: 'b', ...place },
    { kind: 'fills', on, individual: 'a', ...place },
  ]);
  expect(renewedBy(repair)).toEqual(['s1']);
});

const refill = (missing: { places: number; jobRole: string } | { places: number; personnel: string }): Repair => ({
  kind: 'refill',
  before: '2005-01-20',
  exams: null,
  places: [missing],
  renew: [],
});

test('places are refilled by people whom nobody knows yet, with what they ask for, and put there where allocations are given', () => {
  const brings = [{ kind: 'award', id: 'ccnp' }];
  expect(suppositionsOf(refill({ places: 2, jobRole: 'fe' }), about)).toEqual([
    { kind: 'hires', on, individual: 'new-2', brings },
    { kind: 'fills', on, individual: 'new-2', ...place },
    { kind: 'hires', on, individual: 'new-3', brings },
    { kind: 'fills', on, individual: 'new-3', ...place },
  ]);
  expect(suppositionsOf(refill({ places: 1, jobRole: 'fe' }), { ...about, isGiven: false })).toEqual([
    { kind: 'hires', on, individual: 'new-2', brings },
  ]);
  expect(suppositionsOf(refill({ places: 1, personnel: 'expert' }), { ...about, row: level })).toEqual([
    { kind: 'hires', on, individual: 'new-2', brings: [{ kind: 'award', id: 'ccie' }] },
  ]);
});

test('a renewal cannot be tried: it is named instead', () => {
  const renew: Repair = { kind: 'renew', before: '2005-01-20', exams: 0, specializations: ['s1'] };
  expect(suppositionsOf(renew, about)).toBeUndefined();
  expect(renewedBy(renew)).toEqual(['s1']);
});
