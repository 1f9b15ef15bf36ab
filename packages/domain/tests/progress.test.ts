import { describe, expect, test } from 'vitest';
import type { AwardStanding } from '../src/index.ts';
import { answerTo } from './answers.ts';
import { type Loose, validEdition } from './editions.ts';

const pass = (exam: string, takenOn: string) => ({ exam, takenOn, result: 'pass' });
const accepted = (acceptedOn: string) => ({ agreement: 'career-certifications', acceptedOn });

function award(certification: string, asOf: string, facts: Loose, edition = validEdition()): AwardStanding {
  const individual = { id: 'i1', exams: [], ...facts };
  const answer = answerTo({ program: [edition], asOf, individuals: [individual], partners: [] });
  const found = answer.individuals[0]?.awards.find((entry) => entry.certification === certification);
  if (found === undefined) throw new Error(`No ${certification}`);
  return found;
}

const FIREWALL = [pass('640-801', '2003-11-10'), pass('642-501', '2003-12-01'), pass('642-521', '2003-12-10')];

type Row = readonly [what: string, certification: string, asOf: string, facts: Loose, status: string, missing: Loose];

const ROWS: readonly Row[] = [
  [
    'in progress: the first of the certifications and of the exams that would do, which has a window that closes',
    ...['firewall', '2004-06-30', { exams: [pass('642-501', '2003-12-01')] }, 'in-progress'],
    [{ certification: 'ccna' }, { exam: '642-521', until: '2004-09-01' }],
  ] as unknown as Row,
  [
    'in progress once that window has closed: the other exam',
    ...['firewall', '2004-09-01', { exams: [pass('642-501', '2003-12-01')] }, 'in-progress'],
    [{ certification: 'ccna' }, { exam: '642-522' }],
  ] as unknown as Row,
  [
    'in progress with the certification there',
    ...['firewall', '2004-06-30', { exams: [pass('640-861', '2004-01-01'), pass('642-501', '2003-12-01')] }],
    ...['in-progress', [{ exam: '642-521', until: '2004-09-01' }]],
  ] as unknown as Row,
  [
    'active: what recertifying takes, agreement included; the certification is active and counts',
    ...['firewall', '2004-06-30', { exams: FIREWALL, agreements: [accepted('2003-12-10')] }, 'active'],
    [{ exam: '642-501' }, { exam: '642-521', until: '2004-09-01' }, { agreement: 'career-certifications' }],
  ] as unknown as Row,
  [
    'active with one of the exams passed again and the agreement accepted again',
    ...['firewall', '2004-10-30'],
    { exams: [...FIREWALL, pass('642-501', '2004-10-01')], agreements: [accepted('2004-10-01')] },
    ...['active', [{ exam: '642-522' }]],
  ] as unknown as Row,
  [
    'expired: all exams once more, without the agreement',
    ...['firewall', '2006-02-01', { exams: FIREWALL, agreements: [accepted('2003-12-10')] }, 'expired'],
    [{ exam: '642-501' }, { exam: '642-522' }],
  ] as unknown as Row,
  [
    'expired: an exam from before the end no longer counts, one from the day of the end does',
    ...[
      'firewall',
      '2006-02-01',
      { exams: [...FIREWALL, pass('642-522', '2005-12-09'), pass('642-501', '2005-12-10')] },
    ],
    ...['expired', [{ exam: '642-522' }]],
  ] as unknown as Row,
  [
    'suspended: what recertifying takes',
    ...[
      'ccie',
      '2005-09-01',
      { awards: [{ certification: 'ccie', validFrom: '2003-06-01', validUntil: '2005-06-01' }] },
    ],
    ...['suspended', [{ exam: '350-001' }]],
  ] as unknown as Row,
  [
    'expired after its grace: what the whole process takes',
    ...[
      'ccie',
      '2006-06-01',
      { awards: [{ certification: 'ccie', validFrom: '2003-06-01', validUntil: '2005-06-01' }] },
    ],
    ...['expired', [{ exam: '350-001' }]],
  ] as unknown as Row,
];

describe('progress', () => {
  test.each(ROWS)('qa#3.1 qa#3.6 qa#3.10: %s', (_, certification, asOf, facts, status, missing) => {
    const { progress, ...standing } = award(certification, asOf, facts);
    expect(standing.status).toBe(status);
    expect(progress).toMatchObject({ met: false, missing });
  });

  test('qa#3.10: an award without an end has a progress that is met, with nothing in it', () => {
    const { progress, status } = award('sales-expert', '2004-06-30', { exams: [pass('646-203', '2004-01-01')] });
    expect(status).toBe('active');
    expect(progress).toMatchObject({ met: true, missing: [], by: [], of: [] });
  });

  test('qa#3.10: an award that awards alone could recertify waits for an exam', () => {
    const edition = validEdition();
    edition.certifications[2].recertification = {
      requires: { anyOf: [{ certification: 'ccie' }, { exam: '642-801' }] },
    };
    const awards = [
      { certification: 'ccnp', validFrom: '2003-01-10', validUntil: '2006-01-10' },
      { certification: 'ccie', validFrom: '2003-01-10', validUntil: '2006-01-10' },
    ];
    const { progress } = award('ccnp', '2004-06-30', { awards }, edition);
    expect(progress).toMatchObject({ met: false, missing: [{ exam: '642-801' }] });
    expect(progress.of.map(({ met }) => met)).toEqual([true, false]);
  });

  test('qa#3.10: an exam that comes with another certification is offered together with it', () => {
    const edition = validEdition();
    const either = { anyOf: [{ certification: 'ccda' }, { exam: '642-801' }] };
    edition.certifications[2].recertification = {
      requires: { anyOf: [{ certification: 'ccie' }, { allOf: [{ certification: 'ccna' }, either] }] },
    };
    const awards = ['ccnp', 'ccie', 'ccda'].map((certification) => ({
      ...{ certification, validFrom: '2003-01-10', validUntil: '2006-01-10' },
    }));
    const { progress } = award('ccnp', '2004-06-30', { awards }, edition);
    expect(progress).toMatchObject({ met: false, missing: [{ certification: 'ccna' }, { exam: '642-801' }] });
  });
});

describe('the nodes of an explanation', () => {
  const facts = { exams: [pass('642-501', '2003-12-01'), pass('640-861', '2004-01-01')] };

  test('qa#3.1: mirror the requirement, with evidence at its leaves and the count at atLeast', () => {
    const edition = validEdition();
    edition.certifications[5].requires.allOf[2] = { atLeast: 2, of: [{ exam: '642-521' }, { exam: '642-522' }] };
    const { progress } = award('firewall', '2004-06-30', facts, edition);
    const common = { cites: ['qa#3.1'], basis: 'sourced' };
    const exam = (id: string) => ({
      ...{ met: false, rule: 'exam', subject: { exam: id }, ...common, by: [], missing: [{ exam: id }], of: [] },
    });
    const holds = { individual: 'i1', certification: 'ccda', validFrom: '2004-01-01', validUntil: '2007-01-01' };
    expect(progress).toEqual({
      ...{ met: false, rule: 'all-of', ...common, by: [], missing: [{ exam: '642-521' }, { exam: '642-522' }] },
      of: [
        {
          ...{ met: true, rule: 'any-of', ...common, by: [], missing: [] },
          of: [
            {
              ...{ met: false, rule: 'certification', subject: { certification: 'ccna' }, ...common, by: [] },
              ...{ missing: [{ certification: 'ccna' }], of: [] },
            },
            {
              ...{ met: true, rule: 'certification', subject: { certification: 'ccda' }, ...common, by: [holds] },
              ...{ missing: [], of: [] },
            },
          ],
        },
        {
          ...{ met: true, rule: 'exam', subject: { exam: '642-501' }, ...common },
          ...{ by: [{ individual: 'i1', exam: '642-501', takenOn: '2003-12-01' }], missing: [], of: [] },
        },
        {
          ...{ met: false, rule: 'at-least', needed: 2, have: 0, ...common, by: [] },
          ...{ missing: [{ exam: '642-521' }, { exam: '642-522' }], of: [exam('642-521'), exam('642-522')] },
        },
      ],
    });
  });

  test('carry the citation of the entry whose requirement it is, and the basis of its parent where it has none', () => {
    const edition = validEdition();
    const [, , , , , firewall] = edition.certifications;
    firewall.recertification = { agreements: ['career-certifications'], cites: ['qa#3.10'] };
    const facts = { exams: FIREWALL, agreements: [accepted('2004-02-01')] };
    const { progress } = award('firewall', '2004-06-30', facts, edition);
    const [requirement, agreement] = progress.of;
    expect(requirement).toMatchObject({ rule: 'all-of', cites: ['qa#3.1'], basis: 'sourced' });
    expect(agreement).toEqual({
      ...{ met: true, rule: 'agreement', subject: { agreement: 'career-certifications' } },
      ...{ cites: ['qa#3.10'], basis: 'sourced', missing: [], of: [] },
      by: [{ individual: 'i1', agreement: 'career-certifications', acceptedOn: '2004-02-01' }],
    });

    firewall.recertification.requires = { exam: '642-522' };
    firewall.recertification.basis = 'assumed';
    const own = award('firewall', '2004-06-30', facts, edition).progress.of[0];
    expect(own).toMatchObject({ rule: 'exam', cites: ['qa#3.10'], basis: 'assumed' });
  });

  test('are stated and cite nothing where the edition says nothing', () => {
    const { progress } = award('ccnp', '2004-06-30', { exams: [pass('642-801', '2004-01-01')] });
    expect(progress).toMatchObject({ cites: [], basis: 'stated', missing: [{ certification: 'ccna' }] });
  });

  test.each([
    [{ taken: { until: '2005-01-01' } }, '2005-01-01'],
    [{ accepted: { until: '2005-02-01' } }, '2005-02-01'],
    [{ taken: { until: '2005-01-01' }, accepted: { until: '2004-12-01' } }, '2004-12-01'],
    [{ taken: { until: '2004-12-01' }, accepted: { until: '2005-01-01' } }, '2004-12-01'],
    [{ taken: { from: '2004-01-01' }, within: 'P1Y' }, undefined],
  ])('qa#3.9: an exam that is missing says until when it helps: %j', (windows, until) => {
    const edition = validEdition();
    edition.certifications[5].requires.allOf[2] = { exam: '642-521', ...windows };
    const { progress } = award('firewall', '2004-06-30', facts, edition);
    expect(progress.missing).toEqual([until === undefined ? { exam: '642-521' } : { exam: '642-521', until }]);
  });
});
