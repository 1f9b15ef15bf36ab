import { parseProgram } from '@standing/domain';
import { expect, test } from 'vitest';
import { program, words } from './tests/program.ts';
import { vocabularyOf } from './vocabulary.ts';

test.each([
  [words.exam('642-521'), '642-521'],
  [words.exam('9e0-601'), '9E0-601'],
  [words.exam('Cisco Sales Expert'), '646-203'],
  [words.exam('cspfa: cisco secure pix firewall advanced'), '642-521'],
  [words.exam('642-9999'), '642-9999'],
  [words.certification('CCNA'), 'ccna'],
  [words.certification('Cisco VPN Specialist'), 'vpn-specialist'],
  [words.agreement('CISCO CAREER CERTIFICATIONS AGREEMENT'), 'career-certifications'],
  [words.specialization('vpn/security'), 'vpn-security'],
  [words.specialization('VPN-Security'), 'vpn-security'],
  [words.channelLevel('GOLD'), 'gold'],
  [words.jobRole('account Manager', 'smb'), 'account-manager'],
  [words.jobRole('Pilot', 'smb'), 'Pilot'],
  [words.jobRole('Account manager', 'novel'), 'Account manager'],
  [words.exam('constructor'), 'constructor'],
])('%s', (read, expected) => {
  expect(read).toBe(expected);
});

test('a name that two entries share stands for neither; an id stands for itself', () => {
  const edition = program.editions.at(-1)?.document;
  const exams = edition?.exams.map((exam, index) => (index < 2 ? { ...exam, title: 'One for all' } : exam));
  const changed = parseProgram([{ ...edition, exams }]);
  if (!changed.ok) throw new Error(JSON.stringify(changed.faults));
  const shared = vocabularyOf(changed.value);
  expect([shared.exam('one for all'), shared.exam('640-801')]).toEqual(['one for all', '640-801']);
});
