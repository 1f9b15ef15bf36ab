import { describe, expect, it } from 'vitest';
import { environmentFor } from './environment.mjs';

describe('the environment of what the bootstrap starts', () => {
  it("leaves out npm's own variables, and NODE_ENV", () => {
    const given = { npm_config_yes: '', npm_lifecycle_event: 'start', NODE_ENV: 'production', HOME: '/home/me' };
    const names = Object.keys(environmentFor(given, []));
    expect(names.filter((name) => /^npm_|^NODE_ENV$/.test(name))).toEqual([]);
    expect(names).toContain('HOME');
  });

  it('keeps where packages come from', () => {
    const given = { npm_config_registry: 'https://packages.example', npm_config_https_proxy: 'http://proxy.example' };
    expect(environmentFor(given, [])).toMatchObject(given);
  });

  it('puts folders before what is on PATH, and lets nothing phone home', () => {
    expect(environmentFor({ PATH: '/usr/bin' }, ['/one', '/two'])).toMatchObject({
      PATH: '/one:/two:/usr/bin',
      TURBO_TELEMETRY_DISABLED: '1',
    });
  });
});
