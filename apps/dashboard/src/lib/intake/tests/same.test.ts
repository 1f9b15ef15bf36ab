import { parseRequest } from '@standing/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demo } from '../../demo/partner.ts';
import { type Assembled, assemble } from '../assemble.ts';
import { KINDS, type Kind } from '../kinds.ts';
import { type Reading, read } from '../read.ts';
import { recognize } from '../recognize.ts';
import { open, type Saved, save } from '../saved.ts';
import { openTable } from '../table.ts';
import { record } from './facts.ts';
import { filesOf, type Manner, written } from './files.ts';
import { program, words } from './program.ts';
import { LONG, runs } from './runs.ts';

const manner: fc.Arbitrary<Manner> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  quotesAll: fc.boolean(),
  mark: fc.constantFrom('', '\uFEFF'),
  endsLast: fc.boolean(),
});

/** Drops a file, whatever it is about. */
function dropped(kind: Kind, text: string): Reading {
  const opened = openTable(`${kind}.csv`, text);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const seen = recognize(opened.table.header);
  expect(seen.kind).toBe(kind);
  const reading = read(kind, opened.table, seen.mapping, { words });
  expect(reading.unfit).toEqual([]);
  return reading;
}

function throughFiles(saved: Saved, howOf: (kind: Kind) => Manner): { readings: Reading[]; all: Assembled } {
  const files = filesOf(saved);
  const readings = KINDS.map((kind) => dropped(kind, written(files[kind], howOf(kind))));
  return { readings, all: assemble(readings, saved.facts.partners[0]?.id ?? '') };
}

test('any facts written as CSV and read back are the same, and the contract accepts them', { timeout: LONG }, () => {
  fc.assert(
    fc.property(record, fc.record({ first: manner, others: manner }), (saved, { first, others }) => {
      const { all } = throughFiles(saved, (kind) => (kind === 'people' ? first : others));
      expect(all.facts).toEqual(saved.facts);
      expect(all.names).toEqual(saved.names);
      const request = parseRequest(
        { program: program.id, asOf: '2004-09-15', ...all.facts },
        new Map([[program.id, program]]),
      );
      expect(request.ok ? [] : request.faults).toEqual([]);
    }),
    runs(200, 5000),
  );
});

test('any facts saved and opened are the same', { timeout: LONG }, () => {
  fc.assert(
    fc.property(record, (saved) => {
      expect(open(save(saved, '2004-09-15').text, program)).toEqual({ ok: true, value: saved });
    }),
    runs(200, 5000),
  );
});

test('any file dropped twice, in whatever order, adds nothing', { timeout: LONG }, () => {
  fc.assert(
    fc.property(record, manner, fc.shuffledSubarray([...KINDS]), (saved, how, again) => {
      const { readings, all } = throughFiles(saved, () => how);
      const more = assemble([...readings, ...readings.filter(({ kind }) => again.includes(kind))], 'p1');
      expect(more.facts).toEqual(all.facts);
    }),
    runs(100, 2000),
  );
});

test('the demo partner goes through the files unchanged', () => {
  const simple: Manner = { delimiter: ';', end: '\r\n', quotesAll: false, mark: '\uFEFF', endsLast: true };
  const { all } = throughFiles(demo, () => simple);
  expect(all.facts).toEqual(demo.facts);
  expect(all.notLinked).toEqual(['CSCO10000027']);
  expect(all.unknown).toEqual([]);
});
