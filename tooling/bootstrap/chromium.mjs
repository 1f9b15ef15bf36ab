import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CannotGoOn } from './problem.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * A Chromium that the machine has already.
 * @param {NodeJS.ProcessEnv} env @returns {string | undefined} its path
 */
export function chromiumOnMachine(env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC].find(isExecutable);
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^ID(_LIKE)?=.*\bdebian\b/m.test(readFileSync('/etc/os-release', 'utf8'));

/**
 * A Chromium for the journeys: STANDING_CHROMIUM if it is set, the machine's, or Playwright's; installed if there is none,
 * by apt-get for root on Debian, else by Playwright into its own cache.
 * @param {import('./install.mjs').Workshop} workshop @param {NodeJS.ProcessEnv} env @returns {Promise<string>} its path
 */
export async function findChromium({ root, processes, say }, env) {
  const asked = env['STANDING_CHROMIUM'];
  if (asked && !isExecutable(asked)) throw new CannotGoOn(`STANDING_CHROMIUM names no program: ${asked}`);
  const present = asked ?? chromiumOnMachine(env);
  if (present) return present;

  const dashboard = join(root, 'apps', 'dashboard');
  const ask = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const playwrights = async () => (await processes.run('node', ['-e', ask], { cwd: dashboard, env })).output.trim();
  const cached = await playwrights();
  if (isExecutable(cached)) return cached;

  if (isDebian() && process.getuid?.() === 0) {
    const done = say.step('Installing Chromium for the journeys with apt-get');
    const script = 'apt-get update && apt-get install -y --no-install-recommends chromium';
    const noQuestions = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await processes.run('sh', ['-c', script], { cwd: root, env: noQuestions });
    const installed = chromiumOnMachine(env);
    if (code !== 0 || !installed) throw new CannotGoOn('apt-get could not install chromium.', output);
    done();
    return installed;
  }

  const done = say.step("Installing Chromium for the journeys into Playwright's cache");
  const cli = join('node_modules', '@playwright', 'test', 'cli.js');
  const { code, output } = await processes.run('node', [cli, 'install', 'chromium'], { cwd: dashboard, env });
  const installed = await playwrights();
  if (code !== 0 || !isExecutable(installed)) {
    throw new CannotGoOn(
      'Playwright could not install Chromium.',
      "Install Chromium with your system's package manager, or name one in STANDING_CHROMIUM, and run the same command again.",
      output,
    );
  }
  done();
  return installed;
}
