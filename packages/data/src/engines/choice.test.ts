import { inspect } from 'node:util';
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
  ['libsql:', 'url'],
  ['libsql:host', 'url'],
  ['https://', 'url'],
  ['https:///path', 'url'],
  ['http://a b', 'url'],
  ['libsql://name:secret@host', 'credentials'],
  ['libsql://name@host', 'credentials'],
  ['libsql://host?tls=0', 'parameters'],
  ['https://host#x', 'parameters'],
])('%j is refused: %s', (text, code) => {
  const fault = { path: 'STANDING_DATABASE', code, expected: 'memory: file: sqlite: libsql: https: http:' };
  expect(parseDatabase(text, '/data')).toEqual({ ok: false, faults: [fault] });
});

test('an engine that is not here is named, and nothing that follows it', () => {
  const outcome = parseDatabase('postgres://standing:secret@host/db', '/data');
  expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'unknown-engine', received: 'postgres' }] });
  expect(JSON.stringify(outcome)).not.toMatch(/secret|host/);
});

test.each([
  ['libsql://ledger.example', undefined, 'https://ledger.example/', undefined],
  ['libsql://ledger.example', 'secret', 'https://ledger.example/', 'secret'],
  ['LIBSQL://ledger.example?authToken=secret', '', 'https://ledger.example/', 'secret'],
  ['https://ledger.example:8443/team/', undefined, 'https://ledger.example:8443/team/', undefined],
  ['http://127.0.0.1:8080', undefined, 'http://127.0.0.1:8080/', undefined],
  ['http://[::1]:8080?authToken=', 'secret', 'http://[::1]:8080/', 'secret'],
])('%s with the token %s is a libSQL server', (text, token, url, kept) => {
  const outcome = parseDatabase(text, '/data', token);
  expect(outcome).toMatchObject({ ok: true, value: { engine: 'libsql', url } });
  expect(outcome.ok && outcome.value.engine === 'libsql' && outcome.value.token()).toBe(kept);
  for (const written of [JSON.stringify(outcome), inspect(outcome, { depth: 9 })])
    expect(written).not.toMatch(/secret/);
});

test('two tokens are refused, and neither is told', () => {
  const outcome = parseDatabase('libsql://host?authToken=secret', '/data', 'secret2');
  expect(outcome).toMatchObject({ ok: false, faults: [{ code: 'two-tokens' }] });
  expect(JSON.stringify(outcome)).not.toMatch(/secret|host/);
});

test.each(['d1:LEDGER', 'durable-object:LEDGER', 'D1:'])('%s exists at the edge only', (text) => {
  const [received] = text.split(':');
  expect(parseDatabase(text, '/data')).toMatchObject({ ok: false, faults: [{ code: 'edge-only', received }] });
});
