/** The public names of `@standing/data` that need Node. */

export { openNodeSqlite } from './engines/node-sqlite.ts';
export { readMigrations } from './migrations/files.ts';
