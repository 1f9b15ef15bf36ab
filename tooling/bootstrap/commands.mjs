import './parent.mjs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { findChromium } from './chromium.mjs';
import { install } from './install.mjs';
import { CannotGoOn } from './problem.mjs';
import { codeOf, createProcesses } from './processes.mjs';
import { createSay } from './say.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
// Node wants an address here where a path may hold spaces.
const watchParent = ['--import', pathToFileURL(join(root, 'tooling', 'bootstrap', 'parent.mjs')).href];

const LEDGER = 'standing-ledger.mjs';

/** @typedef {import('./install.mjs').Workshop} Workshop */

/** Builds what has changed and serves API and dashboard until it is told to stop. @param {Workshop} workshop */
async function start({ root, processes, say }, env = process.env) {
  const done = say.step('Building what has changed');
  const built = await processes.run('turbo', ['run', 'build', '--output-logs=errors-only'], { cwd: root, env });
  if (processes.stopping) return codeOf(processes.stopping);
  if (built.code !== 0) throw new CannotGoOn(built.output, 'The build failed: see above.');
  done();
  // Spawned as it is, not under npm: signals do not pass through the shell that npm puts between.
  const { NODE_ENV } = process.env;
  const serverEnv = NODE_ENV === undefined ? env : { ...env, NODE_ENV };
  const server = [...watchParent, join(root, 'apps', 'api', 'dist', 'node.js')];
  return (await processes.run('node', server, { cwd: root, env: serverEnv, output: 'show' })).code;
}

/** Runs every check of the repository. @param {Workshop} workshop @param {NodeJS.ProcessEnv} env @param {boolean} isLong */
async function test({ root, processes, say }, env, isLong) {
  const chromium = await findChromium({ root, processes, say }, env);
  const checks = [...watchParent, join(root, 'tooling', 'checks', 'run.ts')];
  const checksEnv = { ...env, STANDING_CHROMIUM: chromium, ...(isLong && { STANDING_LONG: '1' }) };
  return (await processes.run('node', checks, { cwd: root, env: checksEnv, output: 'show' })).code;
}

/** Compares the engine with others. @param {Workshop} workshop @param {NodeJS.ProcessEnv} env @param {string[]} args */
async function bench({ root, processes, say }, env, args) {
  const chromium = await findChromium({ root, processes, say }, env);
  const program = ['--conditions=standing-source', ...watchParent, join(root, 'tooling', 'bench', 'bench.ts'), ...args];
  return (
    await processes.run('node', program, { cwd: root, env: { ...env, STANDING_CHROMIUM: chromium }, output: 'show' })
  ).code;
}

/**
 * Runs one of the operator's commands on the ledger. Files that are named without a whole path are looked for where npm was
 * called, as everybody expects; the data folder is the server's.
 * @param {Workshop} workshop @param {NodeJS.ProcessEnv} env @param {string[]} args
 */
async function ledger({ root, processes }, env, args) {
  const program = ['--conditions=standing-source', ...watchParent, join(root, 'packages', 'data', 'bin', LEDGER)];
  const ledgerEnv = { ...env, STANDING_CALLED_FROM: env['INIT_CWD'] ?? process.cwd() };
  return (await processes.run('node', [...program, ...args], { cwd: root, env: ledgerEnv, output: 'show' })).code;
}

/** @type {Record<string, (workshop: Workshop, env: NodeJS.ProcessEnv, args: string[]) => Promise<number>>} */
const COMMANDS = {
  bench,
  ledger,
  start,
  test: (workshop, env) => test(workshop, env, false),
  'test:long': (workshop, env) => test(workshop, env, true),
};

/**
 * Sets the exit code of this process: 0 after a clean end.
 * @param {string | undefined} name of the command @param {string[]} args what follows it, for `bench` and `ledger`
 */
export async function main(name = '', args = []) {
  const command = COMMANDS[name];
  const processes = createProcesses();
  // What the ledger's commands print on the standard output is for programs.
  const workshop = { root, processes, say: createSay(name === 'ledger' ? console.error : console.log) };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => processes.stop(signal));
  }
  try {
    if (!command)
      throw new CannotGoOn(`Usage: node tooling/bootstrap/bootstrap.mjs ${Object.keys(COMMANDS).join(' | ')}`);
    process.exitCode = await command(workshop, await install(workshop), args);
  } catch (error) {
    if (processes.stopping) {
      process.exitCode = codeOf(processes.stopping);
    } else if (error instanceof CannotGoOn) {
      console.error(error.message);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}
