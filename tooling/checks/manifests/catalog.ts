/** A package.json, as far as it is looked at here. */
export type Manifest = {
  name: string;
  private?: boolean;
  version?: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
};

/** pnpm-workspace.yaml, as far as it is looked at here. */
export type Workspace = { catalog: Record<string, string>; catalogs: Record<string, Record<string, string>> };

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** The versions that a catalog cannot hold, with the reason; every other one comes from the catalog. */
function exception(manifest: Manifest, name: string, version: string, workspace: Workspace): boolean {
  // One Node for each platform, read by the bootstrap, which has no parser for YAML: see the next check.
  if (manifest.name === 'standing' && /^node-(bin-)?(linux|darwin)-/.test(name)) return EXACT.test(version);
  // svelte-check --tsgo looks for the native compiler under this name, and an alias cannot be written in a catalog.
  if (name === '@typescript/native')
    return version === `npm:typescript@${workspace.catalogs['native']?.['typescript']}`;
  return false;
}

function dependenciesOf(manifest: Manifest): [name: string, version: string][] {
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest;
  return [dependencies, devDependencies, optionalDependencies, peerDependencies].flatMap((list) =>
    Object.entries(list ?? {}),
  );
}

/** Dependencies whose version is not the catalog's, or of a package of ours not the workspace's. */
export function outsideCatalog(manifests: readonly Manifest[], workspace: Workspace): string[] {
  const ours = new Set(manifests.map(({ name }) => name));
  return manifests.flatMap((manifest) =>
    dependenciesOf(manifest).flatMap(([name, version]) => {
      if (ours.has(name)) return version === 'workspace:*' ? [] : [`${manifest.name}: ${name} should be "workspace:*"`];
      const catalog = version === 'catalog:' ? workspace.catalog : workspace.catalogs[version.replace('catalog:', '')];
      if (version.startsWith('catalog:') && catalog?.[name]) return [];
      return exception(manifest, name, version, workspace)
        ? []
        : [`${manifest.name}: ${name} is "${version}"; state the version in pnpm-workspace.yaml and "catalog:" here`];
    }),
  );
}

/** Entries of the catalogs that are not one exact version, or that no manifest uses. */
export function catalogFaults(manifests: readonly Manifest[], workspace: Workspace): string[] {
  const used = new Set(manifests.flatMap(dependenciesOf).map(([name, version]) => `${name} ${version}`));
  const catalogs = { '': workspace.catalog, ...workspace.catalogs };
  return Object.entries(catalogs).flatMap(([catalog, entries]) =>
    Object.entries(entries).flatMap(([name, version]) => [
      ...(EXACT.test(version) ? [] : [`pnpm-workspace.yaml: ${name} is "${version}"; name one exact version`]),
      ...(used.has(`${name} catalog:${catalog}`)
        ? []
        : [`pnpm-workspace.yaml: nothing uses ${name} of catalog:${catalog}`]),
    ]),
  );
}
