import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = import.meta.dirname;

/** Installs CP-SAT from its own lockfile where it is not there yet; the reason why not where that fails. */
export function installed(say: (text: string) => void): string | undefined {
  if (existsSync(join(folder, 'node_modules', 'or-tools-wasm', 'package.json'))) return undefined;
  say('installing CP-SAT (or-tools-wasm, 318 MB) for the benchmark alone');
  try {
    execFileSync('pnpm', ['install', '--frozen-lockfile', '--prefer-offline'], {
      cwd: folder,
      env: { ...process.env, CI: 'true' },
    });
    return undefined;
  } catch {
    return 'or-tools-wasm could not be installed: run "pnpm install" in tooling/bench/peers/cp-sat';
  }
}
