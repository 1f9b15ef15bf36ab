import { describe, expect, test } from 'vitest';
import { type Loose, validEdition } from '../../tests/editions.ts';
import { faultsOf } from '../../tests/faults.ts';

const PLACE = 'certifications[0].requires';

/** The faults of the edition with another requirement for its first certification. */
function faultsWith(requires: Loose): readonly string[] {
  const edition = validEdition();
  edition.certifications[0].requires = requires;
  return faultsOf(edition);
}

const exam = { exam: '640-801' };

/** A tree of so many levels with an exam at its end. */
function nested(levels: number, key = 'allOf'): Loose {
  let node: Loose = exam;
  for (let level = 1; level < levels; level += 1) node = key === 'of' ? { atLeast: 1, of: [node] } : { [key]: [node] };
  return node;
}

describe('a requirement that is accepted', () => {
  test.each<[string, Loose]>([
    ['an exam', exam],
    ['an exam with a window that is open on one side', { ...exam, taken: { from: '2003-01-01' } }],
    ['an exam with an empty window', { ...exam, taken: {}, accepted: {} }],
    [
      'a window that ends on the day on which it begins',
      { ...exam, taken: { from: '2003-01-01', until: '2003-01-01' } },
    ],
    ['an exam with an age', { ...exam, within: 'P1Y' }],
    ['a certification', { certification: 'ccda' }],
    ['one of one', { atLeast: 1, of: [exam] }],
    ['two of two', { atLeast: 2, of: [exam, exam] }],
    ['32 levels of allOf', nested(32)],
    ['32 levels of anyOf', nested(32, 'anyOf')],
    ['32 levels of atLeast', nested(32, 'of')],
  ])('%s', (_, requires) => {
    expect(faultsWith(requires)).toEqual([]);
  });
});

describe('a requirement that is refused', () => {
  test.each<[string, Loose, readonly string[]]>([
    ['no shape', {}, [`${PLACE} no-shape`]],
    ['no shape that is known', { never: [] }, [`${PLACE} no-shape`]],
    ['a list without the number', { of: [exam] }, [`${PLACE} no-shape`]],
    ['exam and certification', { ...exam, certification: 'ccda' }, [`${PLACE} two-shapes`]],
    ['exam and anyOf', { ...exam, anyOf: [exam] }, [`${PLACE} two-shapes`]],
    ['allOf and anyOf', { allOf: [exam], anyOf: [exam] }, [`${PLACE} two-shapes`]],
    ['allOf and atLeast', { allOf: [exam], atLeast: 1, of: [exam] }, [`${PLACE} two-shapes`]],
    [
      'two shapes below',
      { allOf: [exam, { anyOf: [{ ...exam, allOf: [exam] }] }] },
      [`${PLACE}.allOf[1].anyOf[0] two-shapes`],
    ],
    ['allOf with of', { allOf: [exam], of: [exam] }, [`${PLACE}.of unknown-key`]],
    ['a window on a certification', { certification: 'ccda', taken: {} }, [`${PLACE}.taken unknown-key`]],
    ['cites on a requirement', { ...exam, cites: [] }, [`${PLACE}.cites unknown-key`]],
    ['an empty allOf', { allOf: [] }, [`${PLACE}.allOf non_empty`]],
    ['an empty anyOf', { anyOf: [] }, [`${PLACE}.anyOf non_empty`]],
    ['an empty list for atLeast', { atLeast: 1, of: [] }, [`${PLACE}.of non_empty`]],
    ['at least none', { atLeast: 0, of: [exam] }, [`${PLACE}.atLeast min_value`]],
    ['at least minus one', { atLeast: -1, of: [exam] }, [`${PLACE}.atLeast min_value`]],
    ['at least two of one', { atLeast: 2, of: [exam] }, [`${PLACE}.atLeast max_value`]],
    ['at least one and a half', { atLeast: 1.5, of: [exam, exam] }, [`${PLACE}.atLeast integer`]],
    ['at least a text', { atLeast: '1', of: [exam] }, [`${PLACE}.atLeast type`]],
    ['an exam that is no text', { exam: 5 }, [`${PLACE}.exam type`]],
    ['an exam without a name', { exam: '' }, [`${PLACE}.exam non_empty`, `${PLACE}.exam undefined`]],
    ['a list', [exam], [`${PLACE} type`]],
    ['a text', '640-801', [`${PLACE} type`]],
    ['nothing', null, [`${PLACE} type`]],
    ['a list of a text', { allOf: ['640-801'] }, [`${PLACE}.allOf[0] type`]],
    ['a list of a list', { allOf: [[exam]] }, [`${PLACE}.allOf[0] type`]],
    ['no such date', { ...exam, taken: { from: '2003-02-29' } }, [`${PLACE}.taken.from date`]],
    ['no such period', { ...exam, within: 'PT1H' }, [`${PLACE}.within period`]],
    ['an exam that nothing defines', { exam: '999-999' }, [`${PLACE}.exam undefined`]],
    ['a certification that nothing defines', { certification: 'ccxx' }, [`${PLACE}.certification undefined`]],
    ['33 levels', nested(33), [`${PLACE}${'.allOf[0]'.repeat(32)} too-deep`]],
    ['33 levels of atLeast', nested(33, 'of'), [`${PLACE}${'.of[0]'.repeat(32)} too-deep`]],
  ])('%s', (_, requires, faults) => {
    expect(faultsWith(requires)).toEqual(faults);
  });

  test.each(['taken', 'accepted'])('a window that ends before it begins: %s', (key) => {
    expect(faultsWith({ ...exam, [key]: { from: '2003-01-02', until: '2003-01-01' } })).toEqual([
      `${PLACE}.${key} window`,
    ]);
  });

  test.each(['allOf', 'anyOf', 'of'])('100,000 levels of %s do not exhaust the stack', (key) => {
    expect(faultsWith(nested(100_000, key))).toEqual([`${PLACE}${`.${key}[0]`.repeat(32)} too-deep`]);
  });

  test('in a recertification, a job role, a presence and a line of a level as well', () => {
    const edition = validEdition();
    const planted = { exam: '640-801', allOf: [] };
    edition.certifications[1].recertification = { requires: planted };
    edition.specializations[0].jobRoles[1].requires = planted;
    edition.specializations[1].presence = [{ id: 'one', name: 'One', headcount: 1, requires: planted }];
    edition.channelLevels[1].personnel[2].requires = planted;
    expect(faultsOf(edition)).toEqual([
      'certifications[1].recertification.requires two-shapes',
      'specializations[0].jobRoles[1].requires two-shapes',
      'specializations[1].presence[0].requires two-shapes',
      'channelLevels[1].personnel[2].requires two-shapes',
    ]);
  });
});
