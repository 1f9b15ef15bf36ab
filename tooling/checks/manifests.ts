// Versions, the lockfile and releases: `node tooling/checks/manifests.ts`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workspaceFolders } from '@standing-tooling/bootstrap/stamp';
import { parse } from 'yaml';
import { type Check, print } from './check.ts';
import { catalogFaults, type Manifest, outsideCatalog, type Workspace } from './manifests/catalog.ts';
import { releaseFaults } from './manifests/releases.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const workspace = parse(read('pnpm-workspace.yaml')) as Workspace & { nodeVersion: string };
const manifests = workspaceFolders(root).map((folder) => JSON.parse(read(`${folder}/package.json`)) as Manifest);
const nodes = Object.entries(manifests[0]?.optionalDependencies ?? {}).filter(([name]) => name.startsWith('node-'));

const checks: Check[] = [
  { name: 'every version comes from the catalog', problems: outsideCatalog(manifests, workspace) },
  {
    name: 'the catalog names exact versions, and none that nothing uses',
    problems: catalogFaults(manifests, workspace),
  },
  {
    name: 'one Node is pinned for every platform',
    problems: nodes
      .filter(([, version]) => version !== workspace.nodeVersion)
      .map(
        ([name, version]) =>
          `package.json: ${name} is ${version}, nodeVersion of pnpm-workspace.yaml ${workspace.nodeVersion}`,
      )
      .concat(nodes.length > 0 ? [] : ['package.json: no Node is pinned']),
  },
  {
    name: 'the lockfile holds no address',
    problems: [...read('pnpm-lock.yaml').matchAll(/^.*(https?:|tarball:).*$/gm)].map(
      ([line]) => `pnpm-lock.yaml: ${line.trim()}`,
    ),
  },
  { name: 'the four packages are released together', problems: await releaseFaults(root) },
];

print(checks);
