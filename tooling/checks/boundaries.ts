// Who may import whom, and what the domain may hold: `node tooling/checks/boundaries.ts`. What the rules are, and that
// they find what they should, stands in boundaries/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findInCode } from './boundaries/contents.ts';
import { type Breach, cruiseCode } from './boundaries/cruise.ts';
import { filesOf } from './boundaries/files.ts';
import { unlisted } from './boundaries/order.ts';
import { cruiseComponents } from './boundaries/svelte-types.ts';
import { type Check, print } from './check.ts';

const root = join(import.meta.dirname, '..', '..');
const sources = filesOf(root, ['{packages,apps}/*/{src,words,editions}/**/*.{ts,svelte}']);

/** What a program prints when it fails; nothing when it succeeds. */
function problemsOf(command: string, args: string[], cwd: string): string[] {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  return status === 0 ? [] : [error ? `${command}: ${error.message}` : `${stdout}${stderr}`.trim()];
}

const told = ({ rule, from, to }: Breach) => `${from}: imports ${to} (${rule})`;
const { breaches, files } = await cruiseCode(root);
const { findings, files: filesRead } = findInCode(root);
const domain = join(root, 'packages', 'domain');

const checks: Check[] = [
  { name: 'imports keep the order of folders and packages', problems: breaches.map(told) },
  { name: 'components keep it in their types too', problems: cruiseComponents(root).map(told) },
  {
    name: 'every source file was read, and has its place in the order',
    problems: [
      ...sources.filter((file) => !files.includes(file)).map((file) => `${file}: dependency-cruiser did not read it`),
      ...unlisted(sources).map((file) => `${file}: give it a place in tooling/checks/boundaries/order.ts`),
      ...(filesRead === 0 ? ['no file of the domain was read'] : []),
    ],
  },
  {
    name: 'no clock, chance, input, output, locale, prose or module state where there must be none',
    problems: findings.map(({ file, line, column, rule, message }) => `${file}:${line}:${column} ${rule}: ${message}`),
  },
  {
    name: 'the domain compiles with the language alone',
    problems: problemsOf('node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noEmit'], domain),
  },
  // It reads no .svelte files; it sees what leaves a package's folder and what a manifest does not name.
  { name: 'packages import what their manifests name', problems: problemsOf('turbo', ['boundaries'], root) },
];

print(checks);
