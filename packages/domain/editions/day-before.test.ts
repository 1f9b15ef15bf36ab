import { describe, expect, test } from 'vitest';
import { readDay } from '../src/calendar/day.ts';
import { addPeriod, readPeriod } from '../src/calendar/period.ts';
import type { Requirement } from '../src/edition/requirement.ts';
import type { Edition } from '../src/edition/schema.ts';
import { published } from './index.ts';

const [before, after] = (published.find(({ program }) => program === 'cisco-channel')?.editions ?? []) as [
  Edition,
  Edition,
];

describe('qa#2.4: from edition 2003-11-03 to 2003-11-04 no requirement changed', () => {
  test('every job role asks for what its CQS was made of', () => {
    const made = new Map(
      after.certifications.filter(({ kind }) => kind === 'specialist').map(({ id, requires }) => [id, requires]),
    );
    const opened = after.specializations.map((specialization) => ({
      ...specialization,
      jobRoles: specialization.jobRoles.map((role) => ({ ...role, requires: opening(role.requires, made) })),
    }));
    expect(rulesOf(before.specializations)).toEqual(rulesOf(opened));
  });

  test('no exam serves a job role for longer than it makes a CQS last', () => {
    const day = readDay('2003-11-04');
    const shortest = Math.min(
      ...after.certifications
        .filter(({ kind }) => kind === 'specialist')
        .map(({ validity }) => addPeriod(day, readPeriod(validity ?? 'P100Y'))),
    );
    const ages = [...JSON.stringify(before.specializations).matchAll(/"within":"([^"]+)"/g)].map(([, age = '']) => age);
    expect(ages.length).toBeGreaterThan(0);
    expect(ages.filter((age) => addPeriod(day, readPeriod(age)) > shortest)).toEqual([]);
  });

  test.each(['allocation', 'affiliation', 'channelLevels', 'reminders', 'certificate'] as const)(
    '%s is alike in both',
    (key) => {
      expect(rulesOf(before[key])).toEqual(rulesOf(after[key]));
    },
  );

  test('career certifications and the Cisco Sales Expert are alike in both', () => {
    expect(before.certifications).toEqual(after.certifications.filter(({ kind }) => kind !== 'specialist'));
  });
});

/** A requirement with each CQS replaced by what the CQS itself requires. */
function opening(requirement: Requirement, made: ReadonlyMap<string, Requirement>): Requirement {
  if ('certification' in requirement) return made.get(requirement.certification) ?? requirement;
  if ('allOf' in requirement) return { allOf: requirement.allOf.map((part) => opening(part, made)) };
  if ('anyOf' in requirement) return { anyOf: requirement.anyOf.map((part) => opening(part, made)) };
  if ('of' in requirement) return { ...requirement, of: requirement.of.map((part) => opening(part, made)) };
  return requirement;
}

/** Without the ages of exams, and without bases and citations, which may differ. */
function rulesOf(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, part) => (['within', 'cites', 'basis'].includes(key) ? undefined : part)),
  );
}
