import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';

const MADE = /(^|\/)(node_modules|dist|build|\.svelte-kit|coverage|test-results)(\/|$)/;

/** The files of a repository that match, as paths from its root with slashes; nothing that a tool has made. */
export function filesOf(root: string, patterns: readonly string[]): string[] {
  const found = globSync([...patterns], { cwd: root, exclude: (path) => MADE.test(String(path)) });
  return found
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => existsSync(join(root, path)))
    .sort();
}
