import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the last install left behind, so that a command that finds nothing changed need not install again.
 * @typedef {object} Stamp
 * @property {string} fingerprint of everything that an install depends on
 * @property {string} pnpm the folder of the pnpm that made it
 */

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules', '.standing.json');

/**
 * The folders of the workspace that have a package.json, the root (`.`) first: `packages:` of pnpm-workspace.yaml, whose
 * entries all have the form `folder/*`.
 * @param {string} root @returns {string[]}
 */
export function workspaceFolders(root) {
  const globs = [...readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8').matchAll(/^ {2}- ([\w-]+)\/\*$/gm)];
  const folders = globs.flatMap(([, folder = '']) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
  );
  return ['.', ...folders.sort()].filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/**
 * A digest of the lockfile, the workspace's settings and every manifest: the same as long as an install would change
 * nothing. The pinned Node and pnpm are in the root's manifest.
 * @param {string} root @returns {string} 64 hexadecimal digits
 */
export function fingerprint(root) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
  const manifests = workspaceFolders(root).map((folder) => join(folder, 'package.json'));
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.pnpmfile.mjs', ...manifests]) {
    const content = readFileSync(join(root, file));
    hash.update(`\0${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * The stamp of the last install if it still holds: nothing changed since, and every folder that needs packages has them.
 * @param {string} root @returns {Stamp | undefined}
 */
export function readStamp(root) {
  /** @type {Partial<Stamp>} */
  let stamp;
  try {
    stamp = JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return undefined;
  }
  if (typeof stamp.pnpm !== 'string' || stamp.fingerprint !== fingerprint(root)) return undefined;
  const isComplete = workspaceFolders(root).every((folder) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return (!dependencies && !devDependencies) || existsSync(join(root, folder, 'node_modules'));
  });
  return isComplete ? { fingerprint: stamp.fingerprint, pnpm: stamp.pnpm } : undefined;
}

/** @param {string} root @param {string} pnpm the folder of the pnpm that installed */
export function writeStamp(root, pnpm) {
  writeFileSync(stampFile(root), JSON.stringify({ fingerprint: fingerprint(root), pnpm }));
}
