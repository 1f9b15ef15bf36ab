import { DatabaseFailure } from '../port/database.ts';
import { placeOf } from './place.ts';
import type { Setting } from './setting.ts';

const FILE_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'this user may not use it: give it to the user, or name another',
  EPERM: 'this user may not use it: give it to the user, or name another',
  EROFS: 'it is on a disk that is read only: name another',
  ENOTDIR: 'a part of its path is a file, not a folder: name another',
  EISDIR: 'it is a folder: name a file',
  ENOENT: 'it is not there, or its folder is not',
  EEXIST: 'a file is in the way: name another',
  ENOSPC: 'its disk is full: free some space',
  EFBIG: 'it may not grow further: raise the limit of the size of files',
  EDQUOT: 'the quota of this user is used up: free some space',
};

/**
 * What to tell an operator of an error of the ledger or of a file, with the place and what to do; undefined for what is
 * neither: our own mistake.
 */
export function sentenceOf(error: unknown, setting: Setting): string | undefined {
  if (error instanceof DatabaseFailure) {
    const { database } = setting;
    // The others name their file themselves.
    const isAway = database.engine === 'libsql' || database.engine === 'sqlite';
    return isAway ? `${placeOf(database)}: ${error.message}` : error.message;
  }
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : setting.folder;
  const why = FILE_ERRORS[error.code];
  return why === undefined ? undefined : `${path} cannot be used (${error.code}): ${why}.`;
}
