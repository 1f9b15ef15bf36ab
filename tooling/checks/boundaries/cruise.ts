import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allExtensions, cruise, type ICruiseResult } from 'dependency-cruiser';
import { RULES } from './rules.ts';

/** Where the product's code lies, with what reads it there. */
export const CODE = ['packages', 'apps'] as const;

/** One import that a rule forbids. */
export type Breach = { rule: string; from: string; to: string };

/**
 * Runs the rules over the code under `root`.
 * @throws when TypeScript or Svelte cannot be read: dependency-cruiser would skip those files and find nothing wrong
 */
export async function cruiseCode(root: string): Promise<{ breaches: Breach[]; files: string[] }> {
  for (const needed of ['.ts', '.svelte']) {
    if (!allExtensions.some(({ extension, available }) => extension === needed && available)) {
      throw new Error(`dependency-cruiser cannot read ${needed} files here: it needs TypeScript 6 and svelte.`);
    }
  }
  const { output } = await cruise(
    CODE.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: RULES },
      doNotFollow: { path: 'node_modules' },
      // Only of the product: what is excluded is no dependency either, and libraries have a dist too.
      exclude: { path: String.raw`^(packages|apps)/[^/]+/(dist|build|\.svelte-kit|coverage|test-results)/` },
      // An import of a type is a dependency too.
      tsPreCompilationDeps: true,
      outputType: 'json',
    },
    {
      conditionNames: ['standing-source', 'svelte', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  );
  const result = (typeof output === 'string' ? JSON.parse(output) : output) as ICruiseResult;
  return {
    // A component that shows itself within itself, as a tree does, imports itself: that is no cycle of files.
    breaches: result.summary.violations
      .filter(({ from, to }) => from !== to)
      .map(({ rule, from, to, cycle }) => ({
        rule: rule.name,
        from,
        to: cycle ? cycle.map(({ name }) => name).join(' -> ') : to,
      })),
    files: result.modules.map(({ source }) => source),
  };
}
