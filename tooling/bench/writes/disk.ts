import { closeSync, fdatasyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, figuresOf } from '../race/figures.ts';

/** Linux's numbers of file systems. In memory nothing is durable, however it is synced. */
const NAMES: { readonly [number: string]: string } = {
  '61267': 'ext4',
  '1481003842': 'XFS',
  '2435016766': 'Btrfs',
  '801189825': 'ZFS',
  '2035054128': 'overlay',
  '16914836': 'memory',
};

/** Where a folder lies, and how long the disk takes to answer that four kilobytes are on it, in milliseconds. */
export function diskOf(folder: string): { readonly name: string; readonly sync: Figures } {
  const { type } = statfsSync(folder);
  const path = join(folder, 'sync');
  const file = openSync(path, 'w', 0o600);
  const block = Buffer.alloc(4096, 1);
  const took = Array.from({ length: 100 }, () => {
    writeSync(file, block);
    const since = performance.now();
    fdatasyncSync(file);
    return performance.now() - since;
  });
  closeSync(file);
  rmSync(path);
  return { name: NAMES[String(type)] ?? `number ${type.toString(16)}`, sync: figuresOf(took) };
}
