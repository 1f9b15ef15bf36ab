import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Result } from './line.ts';

/** A row as it was last written: its result, when, and on what kind of machine. */
export type Stored = Result & { readonly date: string; readonly machine: string; readonly command: string };
/** By the row's name. */
export type Store = { readonly [row: string]: Stored };

const file = (root: string): string => join(root, 'docs', 'benchmarks.json');

export function readStore(root: string): Store {
  return JSON.parse(readFileSync(file(root), 'utf8')) as Store;
}

export function writeStore(root: string, store: Store): void {
  writeFileSync(file(root), written(store));
}

/** The file as it stands; no formatter of ours touches it (biome.jsonc). */
export function written(store: Store): string {
  return `${JSON.stringify(store, undefined, 2)}\n`;
}

/** The kind of machine and no name of it: `2 cores, linux x64, Node 26.10.0`. */
export function machineKind(): string {
  const { platform, arch, versions } = process;
  return `${availableParallelism()} cores, ${platform} ${arch}, Node ${versions.node}`;
}
