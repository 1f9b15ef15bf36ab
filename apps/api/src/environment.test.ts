import { describe, expect, test } from 'vitest';
import { readEnvironment } from './environment.ts';

const setting = (folder: string) => ({ folder, database: { engine: 'journal', folder: `${folder}/ledger` } });
const DEFAULTS = {
  ...{ port: 8787, host: '127.0.0.1', today: '2004-09-15', dashboard: undefined },
  setting: setting('/checkout/.standing'),
};
const read = (given: Readonly<Record<string, string | undefined>>) => readEnvironment(given, '/checkout/.standing');

describe('reads the environment', () => {
  test.each<[string, Record<string, string | undefined>, Partial<typeof DEFAULTS> | object]>([
    ['nothing', {}, {}],
    ['empty variables', { PORT: '', HOST: '', STANDING_TODAY: '', STANDING_DASHBOARD: '' }, {}],
    ['what is no concern of ours', { HOME: '/root', LANG: undefined }, {}],
    ['a port', { PORT: '65535' }, { port: 65_535 }],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['an IPv4 address', { HOST: '0.0.0.0' }, { host: '0.0.0.0' }],
    ['an IPv6 address', { HOST: '::1' }, { host: '::1' }],
    ['a host name', { HOST: 'standing.example' }, { host: 'standing.example' }],
    ['a day', { STANDING_TODAY: '2004-02-29' }, { today: '2004-02-29' }],
    ['the first and the last day', { STANDING_TODAY: '1900-01-01' }, { today: '1900-01-01' }],
    ['a folder of pages', { STANDING_DASHBOARD: '/srv/pages' }, { dashboard: '/srv/pages' }],
    ['a data folder', { STANDING_DATA: '/srv/standing' }, { setting: setting('/srv/standing') }],
    ['an empty data folder', { STANDING_DATA: '', STANDING_DATABASE: '' }, {}],
    [
      'an engine',
      { STANDING_DATA: '/srv/standing', STANDING_DATABASE: 'sqlite:/srv/ledger.sqlite' },
      { setting: { folder: '/srv/standing', database: { engine: 'sqlite', file: '/srv/ledger.sqlite' } } },
    ],
    ['production', { NODE_ENV: 'production' }, { today: null }],
    ['production with an empty day', { NODE_ENV: 'production', STANDING_TODAY: '' }, { today: null }],
    ['development', { NODE_ENV: 'development', STANDING_TODAY: '2004-01-01' }, { today: '2004-01-01' }],
  ])('%s', (_, given, expected) => {
    expect(read(given)).toEqual({ ok: true, value: { ...DEFAULTS, ...expected } });
  });
});

describe('refuses it, and names the variable with what it is', () => {
  test.each<[string, string]>([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', '1e3'],
    ['PORT', 'http'],
    ['PORT', ' 80'],
    ['HOST', 'two words'],
    ['HOST', 'http://localhost'],
    ['STANDING_TODAY', 'today'],
    ['STANDING_TODAY', '2005-02-29'],
    ['STANDING_TODAY', '2004-9-15'],
    ['STANDING_TODAY', '2200-01-01'],
    ['STANDING_TODAY', '1899-12-31'],
    ['STANDING_TODAY', '2004-09-15T00:00'],
  ])('%s=%s', (name, value) => {
    const outcome = read({ [name]: value });
    expect(outcome).toEqual({ ok: false, lines: [expect.stringMatching(new RegExp(`^${name} .*"${value}"`))] });
  });

  test('a day in production', () => {
    const outcome = read({ NODE_ENV: 'production', STANDING_TODAY: '2004-09-15' });
    expect(outcome).toEqual({ ok: false, lines: [expect.stringMatching(/^STANDING_TODAY .*NODE_ENV.*unset/)] });
  });

  test('all that is wrong, at once', () => {
    const outcome = read({ PORT: 'x', HOST: '/', STANDING_TODAY: 'x', STANDING_DATABASE: 'x' });
    const names = outcome.ok ? [] : outcome.lines.map((line) => line.split(' ')[0]);
    expect(names).toEqual(['PORT', 'HOST', 'STANDING_TODAY', 'STANDING_DATABASE']);
  });
});
