import { parseRequest } from '@standing/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assemble } from '../assemble.ts';
import type { DateOrder } from '../dates.ts';
import { decode } from '../decode.ts';
import { FILES, KINDS } from '../kinds.ts';
import { read } from '../read.ts';
import { recognize } from '../recognize.ts';
import { open } from '../saved.ts';
import { openTable } from '../table.ts';
import { templates } from '../templates.ts';
import { program, words } from './program.ts';
import { LONG, runs } from './runs.ts';

const fragments = fc.constantFrom(
  ...['individual', 'exam', 'taken on', 'result', 'from', 'until', 'specialization', 'job role', 'approved on'],
  ...[',', ',', ';', '\t', '"', '""', '\n', '\n', '\r\n', '\r', ' ', '\uFEFF', 'sep=;\n', '\u0000', '\uD800'],
  ...['2004-02-10', '1/2/2004', '13/2/2004', '2/13/2004', 'pass', 'yes', 'I1', 'VPN/Security', 'silver', '1'],
);
const pieces = fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join(''));
/** Anything, and what comes near a table. */
const anything = fc.oneof(
  pieces,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.tuple(fc.constantFrom(...templates), pieces).map(([{ text }, more]) => text + more),
);
const order = fc.constantFrom<DateOrder | undefined>(undefined, 'dmy', 'mdy', 'ymd');
const fields = [...new Set(KINDS.flatMap((kind) => FILES[kind].columns.map(({ field }) => field)))];
const byHand = fc.dictionary(fc.constantFrom(...fields), fc.integer({ min: 0, max: 5 }), { noNullPrototype: true });

test('whatever the file and the mapping: every row fits or does not, and what fits the contract accepts', {
  timeout: LONG,
}, () => {
  fc.assert(
    fc.property(anything, order, fc.constantFrom(...KINDS), fc.option(byHand), (text, dateOrder, kind, hand) => {
      const opened = openTable('x', text);
      if (!opened.ok) return;
      const { table } = opened;
      const mapping = hand ?? recognize(table.header, kind).mapping;
      const reading = read(kind, table, mapping, { words, ...(dateOrder === undefined ? {} : { dateOrder }) });
      const lines = [...reading.fit, ...reading.unfit].map(({ line }) => line).sort((a, b) => a - b);
      expect(lines).toEqual(table.rows.map(({ line }) => line));
      expect(reading.rows).toBe(table.rows.length);
      expect(reading.unfit.filter(({ faults }) => faults.length === 0)).toEqual([]);
      expect(reading.fit.filter(({ facts }) => facts.length === 0)).toEqual([]);
      const { facts } = assemble([reading], 'p');
      const request = parseRequest(
        { program: program.id, asOf: '2004-09-15', ...facts },
        new Map([[program.id, program]]),
      );
      expect(request.ok ? [] : request.faults).toEqual([]);
    }),
    runs(1000, 50_000),
  );
});

test('whatever the header: it is taken for a kind or for none', { timeout: LONG }, () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fragments, fc.string())), (header) => {
      const { mapping, unmapped } = recognize(header);
      expect([...Object.values(mapping), ...unmapped].sort((a, b) => a - b)).toEqual([...header.keys()]);
    }),
    runs(300, 10_000),
  );
});

test('whatever is opened as a saved file, or decoded, is refused or read', { timeout: LONG }, () => {
  const near = fc
    .tuple(fc.jsonValue(), fc.jsonValue())
    .map(([facts, names]) => JSON.stringify({ format: 'standing', version: 1, facts, names }));
  fc.assert(
    fc.property(fc.oneof(anything, fc.json(), near), fc.uint8Array({ maxLength: 64 }), (text, bytes) => {
      const opened = open(text, program);
      expect(opened.ok ? opened.value.facts : opened.refusal.code).toBeTruthy();
      expect(typeof decode(bytes).text).toBe('string');
    }),
    runs(500, 10_000),
  );
});
