import type { Choice } from '../engines/choice.ts';

/** Where an engine keeps its data, for the operator's eyes: a path or a server's host, never a token. */
export function placeOf(database: Choice): string {
  switch (database.engine) {
    case 'memory':
      return 'memory, gone at the end';
    case 'journal':
      return database.folder;
    case 'sqlite':
      return database.file;
    case 'libsql':
      return new URL(database.url).host;
  }
}
