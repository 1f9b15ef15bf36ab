import { describe, expect, test } from 'vitest';
import { type Bottleneck, type Edition, parseProgram } from '../src/index.ts';
import { editionOf, specialization } from '../tests/partners/staff.ts';
import { bottleneckSentence } from './en-bottlenecks.ts';
import { namesOf } from './names.ts';

function names() {
  const entries = [specialization('s1', { fe: 2, se: 1 }), specialization('s2', { am: 1 })];
  const named = entries.map((entry) => ({
    ...entry,
    jobRoles: entry.jobRoles.map((role) => (role.id === 'fe' ? { ...role, name: 'Field engineer' } : role)),
  })) as Edition['specializations'];
  const program = parseProgram([editionOf(named)]);
  if (!program.ok) throw new Error(JSON.stringify(program.faults));
  return namesOf(program.value, 'en');
}

const role = (name: string) => {
  const [specialization = '', jobRole = ''] = name.split('/');
  return { specialization, jobRole };
};
const people = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `i${index}`);

describe('qa#2.11: a bottleneck in English', () => {
  test.each<readonly [string, Omit<Bottleneck, 'specialization'>]>([
    [
      'These three places in S1 (field engineer and SE) can only be filled by these two individuals (i0 and i1), who have one free job role for them between them.',
      { jobRoles: [role('s1/fe'), role('s1/se')], needed: 3, available: 1, individuals: people(2) },
    ],
    [
      'This place in S1 (SE) can be filled by nobody.',
      { jobRoles: [role('s1/se')], needed: 1, available: 0, individuals: [] },
    ],
    [
      'These two places in S1 (field engineer) can be filled by nobody.',
      { jobRoles: [role('s1/fe')], needed: 2, available: 0, individuals: [] },
    ],
    [
      'This place in S1 (SE) can only be filled by i0, who has no free job role for it.',
      { jobRoles: [role('s1/se')], needed: 1, available: 0, individuals: people(1) },
    ],
    [
      'These two places in S1 (field engineer) can only be filled by i0, who has one free job role for them.',
      { jobRoles: [role('s1/fe')], needed: 2, available: 1, individuals: people(1) },
    ],
    [
      'These 14 places in S1 (SE and AM in S2) can only be filled by these six individuals, who have 13 free job roles for them between them.',
      { jobRoles: [role('s1/se'), role('s2/am')], needed: 14, available: 13, individuals: people(6) },
    ],
  ])('%s', (sentence, bottleneck) => {
    expect(bottleneckSentence(names())({ specialization: 's1', ...bottleneck })).toBe(sentence);
  });
});
