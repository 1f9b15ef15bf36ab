import { join, resolve } from 'node:path';
import type { Fault } from '@standing/domain';
import { type Choice, parseDatabase } from '../engines/choice.ts';

/** Where a ledger is: the data folder, which has the keys of individuals in it, and the engine, whose default is in that folder too. */
export type Setting = { readonly folder: string; readonly database: Choice };

/** What is wrong with the variables, a line for each; no line has any part of a token or a path of `STANDING_DATABASE`. */
export type SettingRead =
  | { readonly ok: true; readonly value: Setting }
  | { readonly ok: false; readonly lines: readonly string[] };

/**
 * Reads `STANDING_DATA` (a folder), `STANDING_DATABASE` (which engine, see `parseDatabase`) and `STANDING_DATABASE_TOKEN`.
 * An empty variable counts as none.
 */
export function readSetting(given: Readonly<Record<string, string | undefined>>, defaultFolder: string): SettingRead {
  const folder = given['STANDING_DATA'] || defaultFolder;
  const token = given['STANDING_DATABASE_TOKEN'] || undefined;
  const text = given['STANDING_DATABASE'];
  const database = parseDatabase(text, join(folder, 'ledger'), token);
  const lines = [
    ...folderFaults(folder),
    ...(database.ok ? tokenFaults(database.value, token) : database.faults.map(sentenceOf)),
  ];
  if (!database.ok || lines.length > 0) return { ok: false, lines };
  return { ok: true, value: { folder: resolve(folder), database: absolute(database.value) } };
}

function folderFaults(folder: string): string[] {
  if (/^[a-z]{2,}[a-z+-]*:/i.test(folder)) {
    return ['STANDING_DATA is a folder, and it begins as a URL does: an engine is named in STANDING_DATABASE.'];
  }
  return folder.includes('\0') ? ['STANDING_DATA has a character that no path may have.'] : [];
}

/** A header could not carry it, and the error that says so would quote it. */
function tokenFaults(database: Choice, given: string | undefined): string[] {
  if (database.engine !== 'libsql') {
    return given === undefined
      ? []
      : ['STANDING_DATABASE_TOKEN is set, and STANDING_DATABASE names no server that would ask for it: unset one.'];
  }
  const token = database.token() ?? '';
  return /^[\x21-\x7e]*$/.test(token)
    ? []
    : ['STANDING_DATABASE_TOKEN has a space, a line break or another character that no token has.'];
}

/** What the choice is from wherever a program runs later. */
function absolute(database: Choice): Choice {
  if (database.engine === 'journal') return { ...database, folder: resolve(database.folder) };
  if (database.engine === 'sqlite') return { ...database, file: resolve(database.file) };
  return database;
}

const HOW =
  'Write memory:, file:<folder>, sqlite:<file>, libsql://<host> or https://<host>; unset it for the folder STANDING_DATA.';

const SENTENCES: Readonly<Record<string, string>> = {
  'no-engine': 'does not begin with an engine and a colon',
  'unknown-engine': 'names an engine that is not here',
  'edge-only': 'names a binding of a worker, which has no URL: it is for the edge alone',
  'path-missing': 'names no path behind the colon',
  'path-unexpected': 'has a path, and memory: has none',
  host: 'names another machine: a path has one slash or three behind the colon',
  parameters: 'has a ? or # that means nothing here',
  url: 'is no URL of a server',
  credentials: 'has a name or password in it: a token goes into STANDING_DATABASE_TOKEN',
  'two-tokens': 'has a token in it beside STANDING_DATABASE_TOKEN: give one of them',
};

function sentenceOf({ path, code, received }: Fault): string {
  // What is no word could be the beginning of a secret that was put in the wrong variable.
  const word = typeof received === 'string' && /^[a-z][a-z0-9-]{0,19}$/i.test(received) ? ` (${received}:)` : '';
  return `${path} ${SENTENCES[code] ?? `cannot be read (${code})`}${word}. ${HOW}`;
}
