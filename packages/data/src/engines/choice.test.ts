import { expect, test } from 'vitest';
import { type Choice, parseDatabase } from './choice.ts';

test.each<[string | undefined, Choice]>([
  [undefined, { engine: 'journal', folder: '/data' }],
  ['', { engine: 'journal', folder: '/data' }],
  ['memory:', { engine: 'memory' }],
  ['MEMORY:', { engine: 'memory' }],
  ['file:./data', { engine: 'journal', folder: './data' }],
  ['file:/var/lib/standing', { engine: 'journal', folder: '/var/lib/standing' }],
  ['file:///var/lib/standing', { engine: 'journal', folder: '/var/lib/standing' }],
  ['file:a folder/ä', { engine: 'journal', folder: 'a folder/ä' }],
  ['sqlite:ledger.sqlite', { engine: 'sqlite', file: 'ledger.sqlite' }],
  ['sqlite:///srv/ledger.sqlite', { engine: 'sqlite', file: '/srv/ledger.sqlite' }],
])('%s is read', (text, choice) => {
  expect(parseDatabase(text, '/data')).toEqual({ ok: true, value: choice });
});

test.each([
  ['./data', 'no-engine'],
  ['ledger.sqlite', 'no-engine'],
  [' memory:', 'no-engine'],
  [':memory:', 'no-engine'],
  ['memory:x', 'path-unexpected'],
  ['file:', 'path-missing'],
  ['file://', 'path-missing'],
  ['sqlite:', 'path-missing'],
  ['file://server/data', 'host'],
  ['sqlite:x?mode=ro', 'parameters'],
  ['file:x#1', 'parameters'],
  ['file:x\0', 'parameters'],
])('%j is refused: %s', (text, code) => {
  const fault = { path: 'STANDING_DATABASE', code, expected: 'memory: file: sqlite:' };
  expect(parseDatabase(text, '/data')).toEqual({ ok: false, faults: [fault] });
});

test('an engine that is not here is named, and nothing that follows it', () => {
  const outcome = parseDatabase('postgres://standing:secret@host/db', '/data');
  expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'unknown-engine', received: 'postgres' }] });
  expect(JSON.stringify(outcome)).not.toMatch(/secret|host/);
});
