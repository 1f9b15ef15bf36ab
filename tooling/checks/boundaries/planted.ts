// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the planted code is text, and some of it is templates.

import { posix } from 'node:path';
import { forbiddenByOrder, ORDER } from './order.ts';

/** A file that breaks one rule, put into a copy of the house's layout: the checks must report that rule for that file. */
export type Planted = { rule: string; file: string; text: string };

/** What the planted files import, and the shape of a house in order: nothing here may be reported. */
export const HOUSE: Readonly<Record<string, string>> = {
  'packages/domain/src/calendar/day.ts': `export type Day = number;\nexport const zero: Day = 0;`,
  'packages/domain/src/record/schema.ts': `import * as v from 'valibot';\nimport { zero } from '../calendar/day.ts';\nexport const day = v.fallback(v.number(), zero);`,
  'packages/domain/src/award/replay.ts': `import type { Day } from '../calendar/day.ts';\nexport const replay = (on: Day) => on;`,
  'packages/domain/src/evaluate.ts': `import { replay } from './award/replay.ts';\nexport const evaluate = replay;`,
  'packages/domain/src/index.ts': `export { evaluate } from './evaluate.ts';`,
  'packages/domain/src/award/replay.test.ts': `import { readFileSync } from 'node:fs';\nimport { evaluate } from '../evaluate.ts';\nexport const seen = [readFileSync, evaluate, new Date(), Intl];`,
  'packages/domain/words/index.ts': `import { evaluate } from '../src/index.ts';\nexport const words = { evaluate, text: 'Passed on the day.' };`,
  'packages/domain/editions/index.ts': `export const editions = ['2003-11-04'];`,
  'packages/data/src/ledger.ts': `export const ledger = 1;`,
  'apps/api/src/problem.ts': `export const problem = { status: 422 };`,
  'apps/api/src/access/viewer.ts': `export const viewer = 1;`,
  'apps/api/src/resources/evaluations.ts': `import { evaluate } from '@standing/domain';\nimport { problem } from '../problem.ts';\nexport const evaluations = [evaluate, problem];`,
  'apps/api/src/app.ts': `import { evaluations } from './resources/evaluations.ts';\nexport const app = evaluations;\nexport type App = typeof app;`,
  'apps/api/src/node.ts': `import { createServer } from 'node:http';\nimport { app } from './app.ts';\nexport const server = [createServer, app];`,
  'apps/dashboard/src/lib/texts/en.ts': `export const texts = { title: 'Where you stand' };`,
  'apps/dashboard/src/lib/state/today.svelte.ts': `export class Today {}`,
  'apps/dashboard/src/lib/components/Award.svelte': `<script lang="ts">\n  import { texts } from '#lib/texts/en.ts';\n  let { name }: { name: string } = $props();\n</script>\n\n<p>{name} {texts.title}</p>`,
  'apps/dashboard/src/lib/components/client.ts': `import type { App } from '../../../../api/src/app.ts';\nexport type Client = App;`,
  'apps/dashboard/src/routes/+page.svelte': `<script lang="ts">\n  import Award from '#lib/components/Award.svelte';\n  import { Today } from '#lib/state/today.svelte.ts';\n  const today = new Today();\n</script>\n\n<Award name={String(today)} />`,
};

const DOMAIN = 'packages/domain/src';
const inDomain = (text: string): Omit<Planted, 'rule'> => ({ file: `${DOMAIN}/award/planted.ts`, text });
const imports = (rule: string, file: string, specifier: string): Planted => ({
  rule,
  file,
  text: `import * as planted from '${specifier}';\nexport const kept = planted;`,
});
const importsType = (rule: string, file: string, name: string, specifier: string): Planted => ({
  rule,
  file,
  text: `import type { ${name} } from '${specifier}';\nexport type Kept = ${name};`,
});
const component = (rule: string, file: string, line: string, use: string): Planted => ({
  rule,
  file,
  text: `<script lang="ts">\n  ${line}\n</script>\n\n<p>{${use}}</p>`,
});
const impure = (code: string): Planted => ({ rule: 'purity', ...inDomain(`export const kept = ${code};`) });
const sentence = (code: string): Planted => ({
  rule: 'prose',
  ...inDomain(`export const kept = (day: string) => ${code};`),
});

/** Who may import whom. */
export const PLANTED_IMPORTS: readonly Planted[] = [
  imports('domain: valibot and itself only', `${DOMAIN}/award/planted.ts`, 'node:fs'),
  imports('domain: valibot and itself only', `${DOMAIN}/award/planted.ts`, 'hono'),
  imports('domain: valibot and itself only', `${DOMAIN}/award/planted.ts`, '../../words/index.ts'),
  imports('domain: valibot and itself only', `${DOMAIN}/award/planted.ts`, '../../editions/index.ts'),
  imports('words: the domain and themselves only', 'packages/domain/words/planted.ts', '../editions/index.ts'),
  imports('words: the domain and themselves only', 'packages/domain/words/planted.ts', 'valibot'),
  imports('editions: the domain and themselves only', 'packages/domain/editions/planted.ts', '../words/index.ts'),
  imports('packages: domain below everything', `${DOMAIN}/award/planted.test.ts`, '../../../data/src/ledger.ts'),
  imports('packages: data knows the domain', 'packages/data/src/engines/planted.ts', '../../../../apps/api/src/app.ts'),
  imports('packages: api knows no dashboard', 'apps/api/src/planted.ts', '../../dashboard/src/lib/texts/en.ts'),
  imports(
    'packages: dashboard knows the domain',
    'apps/dashboard/src/lib/state/planted.ts',
    '../../../../api/src/problem.ts',
  ),
  imports(
    'packages: no code of the api in the dashboard',
    'apps/dashboard/src/lib/state/planted.ts',
    '../../../../api/src/app.ts',
  ),
  imports(
    'packages: the domain by its public names',
    'apps/api/src/resources/planted.ts',
    '../../../../packages/domain/src/award/replay.ts',
  ),
  imports('packages: no tooling in the product', 'apps/api/src/planted.ts', '../../../tooling/checks/tool.ts'),
  imports(`order: ${DOMAIN}/calendar`, `${DOMAIN}/calendar/planted.ts`, '../award/replay.ts'),
  importsType(`order: ${DOMAIN}/calendar`, `${DOMAIN}/calendar/planted.ts`, 'replay', '../award/replay.ts'),
  imports(`order: ${DOMAIN}/award`, `${DOMAIN}/award/planted.ts`, '../evaluate.ts'),
  imports(`order: ${DOMAIN}/evaluate.ts`, `${DOMAIN}/evaluate.ts`, './index.ts'),
  imports('order: packages/data/src/engines', 'packages/data/src/engines/planted.ts', '../ledger.ts'),
  imports('order: apps/api/src/problem.ts', 'apps/api/src/problem.ts', './access/viewer.ts'),
  imports('order: apps/api/src/access', 'apps/api/src/access/planted.ts', '../resources/evaluations.ts'),
  imports('order: apps/api/src/worker.ts', 'apps/api/src/worker.ts', './node.ts'),
  imports(
    'order: apps/dashboard/src/lib/texts',
    'apps/dashboard/src/lib/texts/planted.ts',
    '#lib/state/today.svelte.ts',
  ),
  component(
    'components: props only',
    'apps/dashboard/src/lib/components/Planted.svelte',
    `import { Today } from '#lib/state/today.svelte.ts';`,
    'new Today()',
  ),
  component(
    'components: props only',
    'apps/dashboard/src/lib/components/Planted.svelte',
    `import type { Today } from '../state/today.svelte.ts';`,
    '1 as unknown as Today',
  ),
  component(
    'order: apps/dashboard/src/lib/components',
    'apps/dashboard/src/lib/components/Planted.svelte',
    `import Page from '../../routes/+page.svelte';`,
    'Page',
  ),
  imports('no tests in code', `${DOMAIN}/award/planted.ts`, './replay.test.ts'),
  imports('every import leads somewhere', `${DOMAIN}/award/planted.ts`, './nowhere.ts'),
];

const fileOf = (folder: string, entry: string): string =>
  `${folder}/${entry}${entry.endsWith('.ts') ? '' : '/step.ts'}`;

/** In every entry of every order a file that imports the entry next below it. */
export const PLANTED_ORDER: readonly Planted[] = Object.keys(ORDER).flatMap((folder) =>
  forbiddenByOrder(folder).map(({ entry, below: [next] }) => {
    const file = fileOf(folder, entry);
    const to = next && posix.relative(posix.dirname(file), fileOf(folder, next));
    const text = to ? `import * as next from './${to}';\nexport const kept = next;` : 'export const last = 1;';
    return { rule: `order: ${folder}/${entry}`, file, text };
  }),
);

/** Two files that know each other, by their types alone. */
export const CYCLE: readonly Planted[] = [
  importsType('no import cycles', `${DOMAIN}/calendar/one.ts`, 'Kept', './two.ts'),
  importsType('no import cycles', `${DOMAIN}/calendar/two.ts`, 'Kept', './one.ts'),
];

/** What a file may hold. */
export const PLANTED_CONTENTS: readonly Planted[] = [
  ...[
    'new Date()',
    'Date.now()',
    '(on: Date) => on',
    'Temporal.Now.plainDateISO()',
    'new Intl.DateTimeFormat()',
    'performance.now()',
    'Math.random()',
    'Math.pow(2, 0.5)',
    "Math['random']()",
    '[Math].map(({ random }) => random())',
    'crypto.randomUUID()',
    'globalThis',
    'process.env',
    'console.log',
    'fetch',
    'setTimeout',
    'eval',
    "new Function('1')",
    "import('valibot')",
    'import.meta.url',
    "'a'.localeCompare('b')",
    "(1)['toLocaleString']()",
    '(1).toLocaleString()',
  ].map(impure),
  { rule: 'purity', ...inDomain(`import { readFileSync } from 'node:fs';\nexport const kept = readFileSync;`) },
  { rule: 'purity', ...inDomain('const { now } = Date;\nexport const kept = now;') },
  { rule: 'purity', file: 'packages/domain/words/planted.ts', text: 'export const kept = new Intl.PluralRules();' },
  { rule: 'purity', file: 'packages/domain/editions/planted.ts', text: 'export const kept = new Date();' },
  ...[
    "'Passed on the day'",
    '`Passed on the day`',
    '`passed ${day}`',
    '`${day} passed`',
    "'passed ' + day",
    'new Error(`Not a day: ${day} is out`)',
  ].map(sentence),
  { rule: 'module state', ...inDomain('let kept = 0;\nexport const next = () => (kept += 1);') },
  { rule: 'module state', ...inDomain('export const cache = new Map<string, number>();') },
  {
    rule: 'module state',
    ...inDomain('const seen: string[] = [];\nexport const see = (id: string) => seen.push(id);'),
  },
  { rule: 'module state', ...inDomain('export class Counter {\n  static count = 0;\n}') },
  { rule: 'module state', file: 'apps/api/src/resources/planted.ts', text: 'export let requests = 0;' },
];

/** What looks like a breach and is none. */
export const ALLOWED_CONTENTS: readonly string[] = [
  'export const kept = (document: { window: string }) => document.window;',
  'export const kept = (process: number) => ({ process });',
  'export const kept = { Date: 1, fetch: 2 };',
  'export type Kept = { readonly performance: string };',
  'export const kept = Math.max(1, Math.floor(2.5));',
  "export const kept = ['all-of', 'P18M', 'qa#2.11', '2003-11-04', ', ', ' ', 'partners[0].id'];",
  'export const kept = (id: string, on: string) => [`${id}:${on} ${id}`, `e ${id}`];',
  'export const kept = () => {\n  throw new RangeError(`This day is not in the calendar: ${1}`);\n};',
  "export class Lost extends Error {\n  constructor() {\n    super('The way is lost');\n  }\n}",
  "export const kept: ReadonlySet<string> = new Set(['held', 'in-renewal']);",
  'export const kept = () => {\n  let count = 0;\n  count += 1;\n  return count;\n};',
  'export class Kept {\n  static readonly most = 3;\n}',
  'export const kept = new RegExp(String(1));',
];
