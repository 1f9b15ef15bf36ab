import { describe, expect, test } from 'vitest';
import { type Loose, validEdition } from '../../tests/editions.ts';
import { faultsOf, faultsOfAll } from '../../tests/faults.ts';
import { parseProgram } from './program.ts';

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const SLOW = 60_000;

const certification = (id: string, requires: Loose = { exam: '640-801' }) => ({
  id,
  name: id,
  kind: 'career',
  requires,
});

describe('how much an edition may have', () => {
  test('500 certifications, and not one more', () => {
    const edition = validEdition();
    const more = times(500 - edition.certifications.length, (index) => certification(`c${index}`));
    edition.certifications.push(...more);
    expect(faultsOf(edition)).toEqual([]);
    edition.certifications.push(certification('one-more'));
    expect(faultsOf(edition)).toEqual(['certifications too-many']);
  });

  test('200 specializations, and not one more', () => {
    const edition = validEdition();
    const specialization = (index: number) => ({ ...edition.specializations[2], id: `s${index}` });
    edition.specializations.push(...times(197, specialization));
    expect(faultsOf(edition)).toEqual([]);
    edition.specializations.push(specialization(197));
    expect(faultsOf(edition)).toEqual(['specializations too-many']);
  });

  test('10,000 nodes of requirements, and not one more, wherever they stand', () => {
    const edition = validEdition();
    Object.assign(edition, { extensions: [], channelLevels: [], certifications: [], specializations: [] });
    const leaves = (count: number) => ({ anyOf: times(count, () => ({ exam: '640-801' })) });
    // 2,500 nodes each: at a certification, its recertification, a job role and a line of a level.
    edition.certifications.push({ ...certification('one', leaves(2499)), recertification: { requires: leaves(2499) } });
    const place = { id: 'p', name: 'P', headcount: 1, requires: leaves(2499) };
    edition.specializations.push({
      ...{ id: 's', name: 'S', term: 'P1Y', renewalWindow: 'P90D' },
      jobRoles: [{ ...place, kind: 'any' }],
    });
    const { name: _, ...line } = structuredClone(place);
    edition.channelLevels.push({ id: 'l', name: 'L', rank: 1, term: 'P1Y', renewalWindow: 'P90D', personnel: [line] });
    expect(faultsOf(edition)).toEqual([]);
    line.requires.anyOf = leaves(2500).anyOf;
    expect(faultsOf(edition)).toEqual([' too-many-nodes']);
  });
});

describe('faults without number', () => {
  test('one hundred are named, no more', () => {
    const edition = validEdition();
    edition.exams.push(...times(150, () => ({ id: '640-801', title: 'CCNA', technical: true })));
    expect(faultsOf(edition)).toHaveLength(100);
  });

  test('one hundred over all editions', { timeout: SLOW }, () => {
    const edition = { ...validEdition(), exams: times(60, () => 0) };
    expect(faultsOfAll([edition, { ...edition, edition: 'b', effectiveFrom: '2004-01-01' }])).toHaveLength(100);
  });

  /** Documents of some megabytes, each wrong in hundreds of thousands of places. */
  const HOSTILE: readonly (readonly [string, () => unknown])[] = [
    ['entries that are no entries', () => ({ ...validEdition(), exams: times(2_000_000, () => 0) })],
    ['unknown keys', () => Object.fromEntries(times(300_000, (index) => [`key${index}`, 0]))],
    ['unknown keys in entries', () => ({ ...validEdition(), exams: times(400_000, () => ({ a: 0 })) })],
    ['ids that nothing defines', () => ({ ...validEdition(), allocation: { exempt: times(400_000, (i) => `s${i}`) } })],
    [
      'ids defined twice',
      () => ({ ...validEdition(), exams: times(100_000, () => ({ id: '640-801', title: 'CCNA', technical: true })) }),
    ],
    [
      'leaves of a requirement',
      () => {
        const edition = validEdition();
        edition.certifications[0].requires = { anyOf: times(400_000, () => ({ a: 0 })) };
        return edition;
      },
    ],
    [
      'certifications that all require all',
      () => {
        const all = times(100, (index) => ({ certification: `c${index}` }));
        const certifications = times(100, (index) => certification(`c${index}`, { anyOf: all.slice(0, 99) }));
        return { ...validEdition(), certifications };
      },
    ],
    [
      'languages',
      () => ({ ...validEdition(), names: Object.fromEntries(times(400_000, (index) => [`l${index}`, 0])) }),
    ],
    [
      'languages of a certification',
      () => {
        const edition = validEdition();
        edition.certifications[0].names = Object.fromEntries(times(400_000, (index) => [`l${index}`, 0]));
        return edition;
      },
    ],
    [
      'citations',
      () => ({ ...validEdition(), reminders: { award: [], renewal: [], cites: times(400_000, () => 'x#1') } }),
    ],
  ];

  test.each(HOSTILE)('%s: refused, with a hundred faults at most', { timeout: SLOW }, (_, make) => {
    const document = make();
    const faults = faultsOf(document);
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.length).toBeLessThanOrEqual(100);
  });

  /** A hundred faults must not repeat what a stranger sent a hundred times. */
  test.each<[string, () => Loose]>([
    ['a long text for a list', () => ({ ...validEdition(), exams: 'x'.repeat(4_000_000) })],
    ['a long id that nothing defines', () => ({ ...validEdition(), allocation: { exempt: ['x'.repeat(4_000_000)] } })],
    ['a long unknown key', () => ({ ...validEdition(), ['x'.repeat(4_000_000)]: 1 })],
    [
      'a long kind of job role with many faults below it',
      () => {
        const below = Object.fromEntries(times(100, (index) => [`k${index}`, 0]));
        return { ...validEdition(), allocation: { kinds: { ['x'.repeat(4_000_000)]: below } } };
      },
    ],
  ])('%s is shown by its beginning', { timeout: SLOW }, (_, make) => {
    const faults = parseProgram([make()], 'program');
    expect(faults.ok).toBe(false);
    const sizes = faults.ok ? [] : faults.faults.map((fault) => Object.values(fault).join('').length);
    expect(Math.max(...sizes)).toBeLessThan(1000);
  });

  test('a hundred thousand editions', { timeout: SLOW }, () => {
    const faults = faultsOfAll(times(100_000, () => ({})));
    expect(faults).toHaveLength(100);
  });
});
