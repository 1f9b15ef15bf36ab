import { evaluate, parseProgram, parseRequest } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { expect, test } from 'vitest';
import { demo } from '../demo/partner.ts';
import { Entries } from '../reading/entries.ts';
import { rowsOf } from '../reading/rows.ts';
import { causeInWords, riskInWords } from './cause.ts';
import { levelInWords, risksInWords, specializationsInWords } from './standing.ts';

function on(asOf: string) {
  const program = parseProgram(published.find((each) => each.program === demo.program)?.editions);
  if (!program.ok) throw new Error(JSON.stringify(program.faults));
  const request = parseRequest(
    { program: demo.program, asOf, ...demo.facts },
    new Map([[demo.program, program.value]]),
  );
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = evaluate(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const [partner] = answer.value.partners;
  if (partner === undefined) throw new Error('There is no partner.');
  return { partner, entries: new Entries(program.value) };
}

test.each([
  ['2004-08-10', 'Silver is held until 14 March 2005, and would be renewed today.'],
  ['2004-09-15', 'Silver is held until 14 March 2005, but would not be renewed today: one professional is missing.'],
  [
    '2005-01-10',
    'Silver is held until 14 March 2005 and can be renewed now, but would not be renewed today: one professional is missing.',
  ],
  [
    '2005-03-14',
    'Silver lapsed on 14 March 2005 and would not be met today: one professional, one expert and the specialization VPN/Security are missing.',
  ],
])('on %s the page says first: %s', (day, sentence) => {
  const { partner, entries } = on(day);
  expect(levelInWords(partner, day, entries)).toBe(sentence);
});

test.each([
  ['2004-08-10', 'Of three specializations, two are held and one is in renewal; all are ready today.'],
  ['2004-09-15', 'Of three specializations, two are held and one is in renewal; one is ready today.'],
  ['2005-06-01', 'Of three specializations, one is in renewal and two have lapsed; none is ready today.'],
])('on %s the specializations: %s', (day, sentence) => {
  expect(specializationsInWords(on(day).partner)).toBe(sentence);
});

test('every row says its cause in a line, whatever the day', () => {
  const { partner, entries } = on('2004-09-15');
  const { own, others } = rowsOf(partner, entries);
  expect(own.map((row) => `${row.key}: ${causeInWords(row, entries)}`)).toEqual([
    'ip-telephony: 1 of 4 places open: field engineer',
    'wireless-lan: 1 of 3 places open: account manager',
    'vpn-security: all 3 places are filled',
    'level.silver: 1 of 6 people missing: professional',
  ]);
  expect(others.map(({ key }) => key)).toEqual([
    'level.premier',
    'ip-telephony-express',
    'smb',
    'level.gold',
    'routing-switching',
  ]);
});

test.each([
  ['none', 'not-met', 'No specialization is held.'],
  ['in-renewal', 'met', 'One specialization is in renewal; it is ready today.'],
  ['lapsed', 'not-met', 'One specialization has lapsed; it is not ready today.'],
] as const)('of a single specialization that is %s and %s: %s', (holding, readiness, sentence) => {
  const { partner } = on('2004-09-15');
  const [one] = partner.specializations;
  if (one === undefined) throw new Error('There is no specialization.');
  expect(specializationsInWords({ ...partner, specializations: [{ ...one, holding, readiness }] })).toBe(sentence);
});

test('what is ready now and not on its anniversary is at risk, with the day on which it breaks and why', () => {
  expect(riskInWords('2004-12-17', 'Keiko Tanabe: the award of Cisco VPN Specialist ends.')).toBe(
    'ready now; breaks 17 December 2004. Keiko Tanabe: the award of Cisco VPN Specialist ends.',
  );
  expect(risksInWords([])).toBe('');
  expect(risksInWords(['Wireless LAN'])).toBe(
    'Wireless LAN is ready today, but as things stand not on its anniversary.',
  );
  expect(risksInWords(['Wireless LAN', 'VPN/Security'])).toBe(
    'Wireless LAN and VPN/Security are ready today, but as things stand not on their anniversaries.',
  );
});
