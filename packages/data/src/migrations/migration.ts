import type { Statement } from '../port/database.ts';

/** One numbered file: `0001_recordings` and its text. */
export type Migration = { readonly name: string; readonly sql: string };

/** The number a migration is known by; the schema's version once it is applied. */
export function versionOf(migration: Migration): number {
  return Number(/^(\d{4})_[a-z_]+$/.exec(migration.name)?.[1]);
}

/**
 * The statements of a migration. In our files a statement is a paragraph: blank lines part them, and none stands inside
 * one, so that triggers need no parser. A paragraph of comments alone belongs to what follows.
 */
export function statementsOf(migration: Migration): Statement[] {
  const paragraphs = migration.sql.replaceAll(/^--.*$/gm, '').split(/\n\s*\n/);
  return paragraphs.flatMap((paragraph) => {
    const sql = paragraph.trim();
    if (sql === '') return [];
    if (!sql.endsWith(';')) throw new TypeError(`${migration.name}: a statement has a blank line in it: ${sql}`);
    return [{ sql: sql.slice(0, -1), parameters: [] }];
  });
}

/** Throws where the files are not in the order of their numbers, from 1. Numbers may be left out: work meets from two sides. */
export function checkNumbers(migrations: readonly Migration[]): void {
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1];
    const isNext = before === undefined ? versionOf(migration) === 1 : versionOf(migration) > versionOf(before);
    if (!isNext)
      throw new TypeError(`${migration.name} should ${before ? `not follow ${before.name}` : 'be number 1'}`);
  });
}
