import { execFile, spawnSync } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../folder.ts';
import type { Engine } from './opened.ts';

const ROUNDS = process.env['STANDING_LONG'] === '1' ? 20 : 1;
vi.setConfig({ testTimeout: 60_000 + ROUNDS * 30_000 });

/**
 * Two disks that really have no room, each made by a shell: $1 is the folder, $2 how much room in kB. The first is a file system
 * of its own, which a namespace of mounts lets anybody have, and which is gone with the shell; the second a limit on how
 * long a file may grow. `fill` runs while there is no room, twice; `look` once there is.
 */
type Disk = {
  readonly name: string;
  readonly possible: string;
  readonly script: string;
  readonly engines: readonly Engine[];
};
const DISKS: readonly Disk[] = [
  {
    name: 'a disk without room (ENOSPC)',
    possible: 'mount -t tmpfs -o size=1m standing /tmp',
    script: `mount -t tmpfs -o size=8m standing "$1" && head -c $(((8192 - $2) * 1024)) /dev/zero >"$1/ballast"
      fill "$1" one; fill "$1" two; ls "$1/data" | sed 's/^/file /'; rm "$1/ballast"; look "$1"`,
    engines: ['journal', 'journal-cut', 'sqlite'],
  },
  {
    name: 'files that may not grow further (EFBIG)',
    possible: 'ulimit -f 100',
    script: `(ulimit -f $(($2 * 2)); fill "$1" one; fill "$1" two); look "$1"`,
    engines: ['journal', 'sqlite'],
  },
];

const STOPPED = /^stopped .*(ENOSPC|EFBIG).* nothing more is taken\. Look after the disk/;
const REFUSED: { readonly [engine in Engine]: RegExp } = {
  journal: STOPPED,
  'journal-cut': STOPPED,
  sqlite:
    /^(full .*no room left\. Free space|broken .*disk I\/O error.*What was answered is kept.* Look after the disk)/,
};

const NODE = `${process.execPath} --conditions=standing-source`;
const program = (name: string) => new URL(`${name}.ts`, import.meta.url).pathname;

function shell(engine: Engine, script: string): string {
  return `set -e\nfill() { ${NODE} ${program('filling')} ${engine} "$@"; }\nlook() { ${NODE} ${program('kept')} ${engine} "$@"; }\n${script}`;
}

/** The words before a shell that has mounts of its own. */
const APART = ['-rm', 'sh', '-c'];
const isApart = (script: string) => script.includes('mount ');
const isPossible = ({ possible }: Disk) =>
  (isApart(possible) ? spawnSync('unshare', [...APART, possible]) : spawnSync('sh', ['-c', possible])).status === 0;

/** What the programs said, by the first word of their lines. */
async function ran(script: string, folder: string, room: number): Promise<(word: string) => string[]> {
  const words = [script, 'sh', folder, String(room)];
  const [file, before] = isApart(script) ? ['unshare', APART] : ['sh', ['-c']];
  const { stdout } = await promisify(execFile)(file, [...before, ...words], { maxBuffer: 2 ** 26 });
  const lines = stdout.split('\n');
  return (word) => lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
}

describe.each(DISKS)('on $name', (disk) => {
  const can = isPossible(disk);
  test.skipIf(!can).each(disk.engines)(
    `%s refuses, loses nothing that was answered, and goes on when there is room${can ? '' : ' (left out: this system lets no such disk be made)'}`,
    async (engine) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const folder = await temporaryFolder();
        const said = await ran(shell(engine, disk.script), folder, 200 + round * 37);
        const [answered = [], refused = [], kept = []] = ['answered', 'refused', 'kept'].map(said);
        expect(answered.length).toBeGreaterThan(5);
        // The second time it may say so at its start.
        expect(
          refused.filter((line) => !REFUSED[engine].test(line) && !/^full .*no room left\. Free space/.test(line)),
        ).toEqual([]);
        expect(refused.length).toBeGreaterThanOrEqual(5);
        const notes = new Set(kept);
        expect(answered.filter((pair) => !(notes.has(`${pair}-a`) && notes.has(`${pair}-b`)))).toEqual([]);
        expect(kept.filter((id) => !notes.has(id.replace(/[ab]$/, (end) => (end === 'a' ? 'b' : 'a'))))).toEqual([]);
        expect(kept).toContain('after-a');
        // Nothing half-written takes what little room there is.
        const files = isApart(disk.script) ? said('file') : await readdir(join(folder, 'data'));
        expect(files).not.toEqual([]);
        expect(files.filter((name) => name.endsWith('.new'))).toEqual([]);
      }
    },
  );
});
