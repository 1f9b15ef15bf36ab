import { describe, expect, test } from 'vitest';
import { fullEdition, type Loose, validEdition } from '../../tests/editions.ts';
import { faultsOf } from '../../tests/faults.ts';

type Row = readonly [what: string, spoil: (edition: Loose) => void, faults: readonly string[]];

const UNDEFINED: readonly Row[] = [
  [
    'an agreement of a certification',
    (e) => (e.certifications[1].agreements = ['x']),
    ['certifications[1].agreements[0]'],
  ],
  [
    'an agreement of a recertification',
    (e) => e.certifications[0].recertification.agreements.push('x'),
    ['certifications[0].recertification.agreements[1]'],
  ],
  [
    'an exam below a recertification',
    (e) => (e.certifications[0].recertification.requires.of[1].allOf[0].exam = 'x'),
    ['certifications[0].recertification.requires.of[1].allOf[0].exam'],
  ],
  [
    'a certification that is required',
    (e) => (e.certifications[2].requires.allOf[0].certification = 'x'),
    ['certifications[2].requires.allOf[0].certification'],
  ],
  ['an exam of an extension', (e) => (e.extensions[0].exams = ['640-801', 'x']), ['extensions[0].exams[1]']],
  [
    'a certification of an extension',
    (e) => e.extensions[0].certifications.push('x'),
    ['extensions[0].certifications[2]'],
  ],
  [
    'the requirement of a job role',
    (e) => (e.specializations[0].jobRoles[1].requires = { exam: 'x' }),
    ['specializations[0].jobRoles[1].requires.exam'],
  ],
  [
    'the requirement of a presence',
    (e) => (e.specializations[0].presence[0].requires = { certification: 'x' }),
    ['specializations[0].presence[0].requires.certification'],
  ],
  [
    'the requirement of a line of a level',
    (e) => (e.channelLevels[0].personnel[0].requires = { exam: 'x' }),
    ['channelLevels[0].personnel[0].requires.exam'],
  ],
  [
    'a specialization of a level',
    (e) => e.channelLevels[0].specializations.of.push('x'),
    ['channelLevels[0].specializations.of[1]'],
  ],
  ['an exempt specialization', (e) => e.allocation.exempt.push('x'), ['allocation.exempt[1]']],
  [
    'an id of another kind',
    (e) => (e.certifications[0].requires = { exam: 'ccda' }),
    ['certifications[0].requires.exam'],
  ],
  [
    'a name that every object has',
    (e) => (e.certifications[0].requires = { exam: 'constructor' }),
    ['certifications[0].requires.exam'],
  ],
  ['a document of an edition', (e) => (e.reminders.cites = ['x#1.1']), ['reminders.cites[0]']],
  [
    'a document of a job role',
    (e) => (e.specializations[0].jobRoles[0].cites = ['qa#2.1', 'x#1.1']),
    ['specializations[0].jobRoles[0].cites[1]'],
  ],
];

const TWICE: readonly Row[] = [
  ['documents', (e) => e.documents.push(e.documents[0]), ['documents[1].id']],
  ['exams', (e) => e.exams.push(e.exams[0]), ['exams[11].id']],
  ['agreements', (e) => e.agreements.push(e.agreements[0]), ['agreements[1].id']],
  ['certifications', (e) => (e.certifications[7].id = 'ccda'), ['certifications[7].id']],
  ['extensions', (e) => e.extensions.push(e.extensions[0]), ['extensions[1].id']],
  ['specializations', (e) => (e.specializations[2].id = 'ip-telephony'), ['specializations[2].id']],
  ['job roles', (e) => (e.specializations[0].jobRoles[2].id = 'se'), ['specializations[0].jobRoles[2].id']],
  [
    'presence',
    (e) => e.specializations[0].presence.push(e.specializations[0].presence[0]),
    ['specializations[0].presence[1].id'],
  ],
  ['channel levels', (e) => (e.channelLevels[1].id = 'premier'), ['channelLevels[1].id']],
  ['personnel', (e) => (e.channelLevels[1].personnel[3].id = 'associate'), ['channelLevels[1].personnel[3].id']],
  ['interpretations', (e) => e.interpretations.push(e.interpretations[0]), ['interpretations[1].id']],
];

/** The faults of the full edition once spoiled. Renaming an entry can leave its old name undefined: only `code` is asked for. */
function spoiled(spoil: Row[1], code: string): readonly string[] {
  const edition = fullEdition();
  spoil(edition);
  return faultsOf(edition).filter((fault) => fault.endsWith(` ${code}`));
}

describe('an id that the edition does not define', () => {
  test.each(UNDEFINED)('%s', (_, spoil, paths) => {
    expect(spoiled(spoil, 'undefined')).toEqual(paths.map((path) => `${path} undefined`));
  });
});

describe('an id that is defined twice', () => {
  test.each(TWICE)('%s', (_, spoil, paths) => {
    expect(spoiled(spoil, 'defined-twice')).toEqual(paths.map((path) => `${path} defined-twice`));
  });

  test('the same job role in two specializations, and one id for things of two kinds, are fine', () => {
    const edition = validEdition();
    edition.specializations[0].id = 'ccna';
    edition.agreements[0].id = '640-801';
    for (const certification of edition.certifications) {
      if (certification.agreements) certification.agreements = ['640-801'];
      if (certification.recertification?.agreements) certification.recertification.agreements = ['640-801'];
    }
    expect(faultsOf(edition)).toEqual([]);
  });
});

const NUMBERS: readonly (readonly [value: unknown, code: string | undefined])[] = [
  [1, undefined],
  [10_000, undefined],
  [0, 'min_value'],
  [-1, 'min_value'],
  [10_001, 'max_value'],
  [1e300, 'max_value'],
  [1.5, 'integer'],
  ['1', 'type'],
  [null, 'type'],
  [true, 'type'],
];

describe.each(['specializations[0].jobRoles[0]', 'specializations[0].presence[0]', 'channelLevels[0].personnel[0]'])(
  'the headcount of %s',
  (place) => {
    test.each(NUMBERS)('%j', (value, code) => {
      const edition = fullEdition();
      const [owner, list] = place.split('.') as [string, string];
      edition[owner.slice(0, -3)][0][list.slice(0, -3)][0].headcount = value;
      expect(faultsOf(edition)).toEqual(code === undefined ? [] : [`${place}.headcount ${code}`]);
    });
  },
);

test('faults of every kind are named at once, each with its path', () => {
  const edition = fullEdition();
  edition.effectiveFrom = '2003-11-31';
  delete edition.name;
  edition.exams[2].technical = 'yes';
  edition.certifications[1].requires = { exam: 'x' };
  edition.certifications[3].requires = { exam: '350-001', certification: 'ccna' };
  edition.certifications[4].requires = { exam: '646-203', taken: { from: '2004-01-02', until: '2004-01-01' } };
  edition.certifications[6].validity = 'P101Y';
  edition.certifications[7].id = 'ccnp';
  edition.specializations[1].jobRoles[1].headcount = 0;
  edition.channelLevels[1].term = 'PT1H';
  edition.allocation.limit = 2;
  edition.interpretations[0].basis = 'guessed';
  expect([...faultsOf(edition)].sort()).toEqual(
    [
      'effectiveFrom date',
      'name missing',
      'exams[2].technical type',
      'certifications[1].requires.exam undefined',
      'certifications[3].requires two-shapes',
      'certifications[4].requires.taken window',
      'certifications[6].validity period',
      'certifications[7].id defined-twice',
      'specializations[0].jobRoles[0].requires.anyOf[0].certification undefined',
      'specializations[1].jobRoles[1].headcount min_value',
      'channelLevels[1].term period',
      'allocation.limit unknown-key',
      'interpretations[0].basis type',
    ].sort(),
  );
});
