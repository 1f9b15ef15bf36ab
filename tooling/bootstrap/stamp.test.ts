import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, readStamp, workspaceFolders, writeStamp } from './stamp.mjs';

let root: string;

function put(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'standing-stamp-'));
  put('pnpm-workspace.yaml', 'packages:\n  - packages/*\n  - tooling/*\n');
  put('pnpm-lock.yaml', 'lockfileVersion: 9.0\n');
  put('.pnpmfile.mjs', '');
  put('package.json', '{"devDependencies":{"vitest":"catalog:"}}');
  put('packages/domain/package.json', '{"dependencies":{"valibot":"catalog:"}}');
  put('packages/data/package.json', '{}');
  put('packages/notes.txt', '');
  mkdirSync(join(root, 'node_modules'));
  mkdirSync(join(root, 'packages/domain/node_modules'));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the stamp of an install', () => {
  it('covers the root and every folder of the workspace with a manifest', () => {
    expect(workspaceFolders(root)).toEqual(['.', 'packages/data', 'packages/domain']);
  });

  it('holds as long as nothing changes', () => {
    writeStamp(root, '/pnpm');
    expect(readStamp(root)).toEqual({ fingerprint: fingerprint(root), pnpm: '/pnpm' });
  });

  it('is not there before the first install', () => expect(readStamp(root)).toBeUndefined());

  it.each([
    ['the lockfile', 'pnpm-lock.yaml'],
    ['the settings', 'pnpm-workspace.yaml'],
    ['the hook', '.pnpmfile.mjs'],
    ['the root manifest', 'package.json'],
    ['a manifest', 'packages/domain/package.json'],
    ['a new package', 'packages/fourth/package.json'],
  ])('ends when %s changes', (_, file) => {
    writeStamp(root, '/pnpm');
    put(file, '{"version":"1"}');
    expect(readStamp(root)).toBeUndefined();
  });

  it('ends when the packages of a folder are gone', () => {
    writeStamp(root, '/pnpm');
    rmSync(join(root, 'packages/domain/node_modules'), { recursive: true });
    expect(readStamp(root)).toBeUndefined();
  });

  it('ends when it cannot be read', () => {
    put('node_modules/.standing.json', '{');
    expect(readStamp(root)).toBeUndefined();
  });
});
