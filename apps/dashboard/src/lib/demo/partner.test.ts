import { type Evaluation, evaluate, parseProgram, parseRequest } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { describe, expect, test } from 'vitest';
import { demo } from './partner.ts';

function on(asOf: string): Evaluation {
  const program = parseProgram(published.find((each) => each.program === demo.program)?.editions);
  if (!program.ok) throw new Error(JSON.stringify(program.faults));
  const request = parseRequest(
    { program: demo.program, asOf, ...demo.facts },
    new Map([[demo.program, program.value]]),
  );
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = evaluate(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

/** The partner's rows, as `id holding anniversary readiness possible`. */
function rows(asOf: string): string[] {
  const [partner] = on(asOf).partners;
  return (partner?.specializations ?? [])
    .filter(({ holding }) => holding !== 'none')
    .map((each) =>
      [each.specialization, each.holding, each.anniversary, each.readiness, each.possible ? 'possible' : '-'].join(' '),
    );
}

function level(id: string, asOf: string) {
  return on(asOf).partners[0]?.channelLevels.find(({ channelLevel }) => channelLevel === id);
}

describe('the demo partner on its day', () => {
  const [partner] = on(demo.day).partners;

  test('holds one specialization, renews one, and has one that cannot be renewed as things stand', () => {
    expect(rows(demo.day)).toEqual([
      'vpn-security held 2005-02-10 met possible',
      'ip-telephony in-renewal 2004-10-21 not-met possible',
      'wireless-lan held 2005-01-20 not-met -',
    ]);
  });

  test('qa#2.11: one individual is all there is for three job roles, and may fill two', () => {
    expect(partner?.bottlenecks.find(({ specialization }) => specialization === 'wireless-lan')).toEqual({
      specialization: 'wireless-lan',
      jobRoles: ['account-manager', 'systems-engineer', 'field-engineer'].map((jobRole) => ({
        specialization: 'wireless-lan',
        jobRole,
      })),
      needed: 3,
      available: 2,
      individuals: ['CSCO10000005'],
    });
    expect(partner?.allocations.filter(({ individual }) => individual === 'CSCO10000005')).toHaveLength(2);
  });

  test('holds Silver and would not get it again: one professional is missing', () => {
    expect(partner?.channelLevel).toEqual({ held: 'silver', ready: 'premier' });
    const silver = level('silver', demo.day);
    expect([silver?.holding, silver?.anniversary, silver?.readiness]).toEqual(['held', '2005-03-14', 'not-met']);
    expect(silver?.personnel.filter(({ short }) => short > 0).map(({ id, short }) => [id, short])).toEqual([
      ['professional', 1],
    ]);
  });

  test('has one allocation that does not count, a waiver, and a place that somebody free could fill', () => {
    expect(partner?.violations).toEqual([
      {
        code: 'requirement-not-met',
        individual: 'CSCO10000008',
        specialization: 'ip-telephony',
        jobRole: 'field-engineer',
      },
    ]);
    const places = partner?.specializations.find(({ specialization }) => specialization === 'ip-telephony')?.jobRoles;
    expect(places?.map(({ jobRole, waived, short }) => [jobRole, waived, short])).toEqual([
      ['account-manager', 1, 0],
      ['systems-engineer', 0, 0],
      ['field-engineer', 0, 1],
    ]);
    expect(partner?.allocations.some(({ individual }) => individual === 'CSCO10000009')).toBe(false);
    const free = on(demo.day).individuals.find(({ id }) => id === 'CSCO10000009');
    expect(
      free?.awards.find(({ certification }) => certification === 'ip-telephony-operations-specialist')?.status,
    ).toBe('active');
  });

  test('leaves nothing unrecognized but exams and awards of before', () => {
    expect(partner?.unrecognized).toEqual([]);
    expect(
      on(demo.day).individuals.flatMap(({ unrecognized }) =>
        unrecognized.map((one) => ('exam' in one ? one.exam : 'certification' in one ? one.certification : '')),
      ),
    ).toEqual(['sna-ip-specialist', '640-607', '640-607']);
  });

  test('has a name for everybody, and awards that end in ten or more of the next twelve months', () => {
    expect(demo.facts.individuals.map(({ id }) => id)).toEqual([...demo.names.keys()]);
    const ends = on(demo.day)
      .individuals.flatMap(({ awards }) => awards)
      .flatMap(({ status, validUntil }) => (status === 'active' && validUntil !== null ? [validUntil] : []))
      .filter((end) => end > demo.day && end <= '2005-09-30');
    expect(new Set(ends.map((end) => end.slice(0, 7))).size).toBeGreaterThanOrEqual(10);
  });

  test('knows nothing that happened later; only ends lie ahead', () => {
    const ahead = [...JSON.stringify(demo.facts).matchAll(/"(\w+)":"(\d{4}-\d{2}-\d{2})"/g)]
      .filter(([, , day = '']) => day > demo.day)
      .map(([, key]) => key);
    expect(new Set(ahead)).toEqual(new Set(['until', 'validUntil']));
  });
});

describe('the demo partner on other days', () => {
  test.each([
    ['2003-02-03', 'vpn-security'],
    ['2003-10-06', 'ip-telephony'],
    ['2004-01-20', 'wireless-lan'],
    ['2004-02-04', 'vpn-security'],
  ])('on %s, when %s was approved, it was ready for it', (day, specialization) => {
    expect(rows(day).find((row) => row.startsWith(specialization))).toMatch(/ met possible$/);
  });

  test.each(['2003-03-06', '2004-03-09'])('on %s, when Silver was approved, it was ready for it', (day) => {
    expect(level('silver', day)?.readiness).toBe('met');
  });

  test('a month earlier all was well', () => {
    expect(rows('2004-08-10').filter((row) => row.includes('not-met'))).toEqual([]);
    expect(level('silver', '2004-08-10')?.readiness).toBe('met');
  });

  test('by December the windows are open, the waiver is over and an award has run out', () => {
    expect(rows('2004-12-01')).toEqual([
      'vpn-security in-renewal 2005-02-10 met possible',
      'ip-telephony in-renewal 2004-10-21 not-met -',
      'wireless-lan in-renewal 2005-01-20 not-met -',
    ]);
  });

  test('by June what nobody renewed has lapsed; a renewal that was submitted has not', () => {
    expect(rows('2005-06-01')).toEqual([
      'vpn-security lapsed 2005-02-10 not-met -',
      'ip-telephony in-renewal 2004-10-21 not-met -',
      'wireless-lan lapsed 2005-01-20 not-met -',
    ]);
    expect(level('silver', '2005-06-01')?.holding).toBe('lapsed');
  });
});
