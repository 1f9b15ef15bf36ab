import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import type { Breach } from './cruise.ts';
import { filesOf } from './files.ts';
import { RULES } from './rules.ts';

const SCRIPT = /<script[^>]*>([\s\S]*?)<\/script>/g;
const LIB = 'apps/dashboard/src/lib/';

/** Where an import of a component leads, as a path from the root; undefined for a package. */
function target(file: string, specifier: string): string | undefined {
  if (specifier.startsWith('#lib/')) return LIB + specifier.slice('#lib/'.length);
  return specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
}

/**
 * The breaches of Svelte components, imports of types included. dependency-cruiser reads components as they are compiled,
 * where those are gone, so that a component could be made for a class of lib/state without anybody noticing.
 */
export function cruiseComponents(root: string): Breach[] {
  const rules = RULES.filter(({ name }) => /^(order|components)/.test(name ?? ''));
  return filesOf(root, ['apps/dashboard/src/**/*.svelte']).flatMap((file) => {
    const scripts = [...readFileSync(join(root, file), 'utf8').matchAll(SCRIPT)].map(([, script = '']) => script);
    const specifiers = scripts.flatMap((script) =>
      ts.preProcessFile(script).importedFiles.map(({ fileName }) => fileName),
    );
    return specifiers.flatMap((specifier) => {
      const to = target(file, specifier);
      if (to === undefined) return [];
      const broken = rules.filter((rule) => matches(rule.from.path, file) && matches(rule.to.path, to));
      return broken.map(({ name = '' }) => ({ rule: name, from: file, to }));
    });
  });
}

function matches(pattern: string | string[] | undefined, path: string): boolean {
  return typeof pattern === 'string' && new RegExp(pattern).test(path);
}
