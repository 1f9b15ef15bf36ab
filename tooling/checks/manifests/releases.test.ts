import { validateConfig } from '@changesets/config';
import type { Config, NewChangeset, Packages } from '@changesets/types';
import { describe, expect, it } from 'vitest';
import { PRODUCT, planFaults } from './releases.ts';

const packagesOf = (versions: readonly string[]) =>
  ({
    tool: { type: 'pnpm' },
    rootDir: '/',
    rootPackage: { dir: '/', relativeDir: '.', packageJson: { name: 'standing', version: '0.0.0' } },
    packages: PRODUCT.map((name, at) => ({
      dir: `/${name}`,
      relativeDir: name,
      packageJson: { name, version: versions[at] ?? '0.0.0', private: true },
    })),
  }) as unknown as Packages;

const packages = packagesOf([]);

function configOf(fixed: string[][]): Config {
  const { config, errors } = validateConfig({ fixed, privatePackages: { version: true, tag: false } }, packages);
  if (!config) throw new Error(errors.join('\n'));
  return config;
}

const changeset: NewChangeset = { id: 'one', summary: '', releases: [{ name: '@standing/domain', type: 'minor' }] };

describe('planFaults', () => {
  it('finds nothing where a change of one releases all four', () => {
    expect(planFaults(packages, configOf([PRODUCT]), [changeset])).toEqual([]);
  });

  it.each([
    ['no group', []],
    ['a group that lacks one', [PRODUCT.slice(1)]],
    ['two groups', [PRODUCT.slice(2), PRODUCT.slice(0, 2)]],
  ])('finds %s', (_, fixed) => {
    expect(planFaults(packages, configOf(fixed), []).join()).toContain('"fixed" must be one group');
  });

  it('finds a release that leaves packages out', () => {
    expect(planFaults(packages, configOf([]), [changeset]).join()).toContain('leaves out @standing/api');
  });

  it('finds versions that differ', () => {
    expect(planFaults(packagesOf(['0.1.0']), configOf([PRODUCT]), []).join()).toContain('several versions');
  });

  it('throws at a changeset of a package that is not there', () => {
    const releases = [{ name: '@standing/other', type: 'minor' as const }];
    expect(() => planFaults(packages, configOf([PRODUCT]), [{ ...changeset, releases }])).toThrow('@standing/other');
  });
});
