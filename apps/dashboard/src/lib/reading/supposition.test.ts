import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, readSuppositions, type Supposition, without, writeSuppositions } from './supposition.ts';

const on = '2004-09-15';
const move = (kind: 'fills' | 'vacates', individual = 'a'): Supposition => ({
  kind,
  on,
  individual,
  specialization: 's1',
  jobRole: 'fe',
});

const id = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
// Escaped twice, long ids would be more than an address holds.
const short = fc.string({ minLength: 1, maxLength: 4, unit: fc.constantFrom('a', '+', ':', ',', '%', 'é') });
const few = { minLength: 1, maxLength: 3 };
const supposition: fc.Arbitrary<Supposition> = fc.oneof(
  fc.record({ kind: fc.constantFrom('leaves' as const, 'joins' as const), on: fc.constant(on), individual: id }),
  fc.record({
    kind: fc.constant('hires' as const),
    on: fc.constant(on),
    individual: id,
    brings: fc.array(fc.record({ kind: fc.constantFrom('award' as const, 'exam' as const), id: short }), few),
  }),
  fc.record({ kind: fc.constant('edition' as const), on: fc.constant(on), edition: id }),
  fc.record({ kind: fc.constant('passes' as const), on: fc.constant(on), individual: id, exam: id }),
  fc.record({ kind: fc.constant('accepts' as const), on: fc.constant(on), individual: id, agreement: id }),
  fc.record({
    kind: fc.constantFrom('fills' as const, 'vacates' as const),
    on: fc.constant(on),
    individual: id,
    specialization: id,
    jobRole: id,
  }),
);

test('what an address keeps is read again as it was, whatever the ids', () => {
  fc.assert(
    fc.property(fc.array(supposition, { minLength: 1, maxLength: 8 }), (all) => {
      const text = writeSuppositions(all);
      expect(text).toMatch(/^[^&#=\s]+$/);
      expect(readSuppositions(text)).toEqual(all);
    }),
    { seed: 5, numRuns: 300 },
  );
});

test.each([
  '',
  'leaves',
  'leaves,2004-02-30,a',
  'leaves,2004-09-15,',
  'hires,2004-09-15,a',
  'hires,2004-09-15,a,ccna',
  'hires,2004-09-15,a,award%3A',
  'hires,2004-09-15,a,award%3A%25',
  'edition,2004-09-15',
  'leaves,2004-09-15,a,b',
  'leaves,2004-09-15,%',
  'toString,2004-09-15,a',
])('what is no what-if is not read: %j', (text) => {
  expect(readSuppositions(text)).toBeUndefined();
});

test('more than an address holds is not kept there, rather than cut', () => {
  const many = Array.from({ length: 400 }, (_, index) => move('fills', `CSCO${index}`));
  expect(writeSuppositions(many)).toBe('');
});

test('a move and its opposite leave nothing behind, and the same is imagined once', () => {
  expect(added([move('fills')], [move('vacates')])).toEqual([]);
  expect(added([move('vacates')], [move('fills')])).toEqual([]);
  expect(added([move('fills')], [move('fills'), move('fills', 'b')])).toEqual([move('fills'), move('fills', 'b')]);
});

test('of two editions the later word holds', () => {
  const edition = (id: string): Supposition => ({ kind: 'edition', on, edition: id });
  expect(added([edition('a'), move('fills')], [edition('b')])).toEqual([move('fills'), edition('b')]);
});

test('one is dropped alone; with who would join goes all that is imagined of them', () => {
  const hires: Supposition = { kind: 'hires', on, individual: 'new-1', brings: [{ kind: 'award', id: 'ccna' }] };
  const all = [move('fills'), hires, move('fills', 'new-1')];
  expect(without(all, move('fills'))).toEqual(all);
  expect(without(all, all[0] as Supposition)).toEqual(all.slice(1));
  expect(without(all, hires)).toEqual([move('fills')]);
});
