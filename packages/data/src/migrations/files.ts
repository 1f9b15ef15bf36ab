import { readdir, readFile } from 'node:fs/promises';
import type { Migration } from './migration.ts';

/**
 * The migrations of a folder, on Node: the one that this file stands in, as source and as built. A program that is bundled
 * copies the `.sql` files and names their folder, or takes `@standing/data/migrations`, which a bundler puts in as text.
 */
export async function readMigrations(folder: URL = new URL('.', import.meta.url)): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.sql$/, ''),
      sql: await readFile(new URL(file, folder), 'utf8'),
    })),
  );
}
