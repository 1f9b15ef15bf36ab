import type { Fault } from '@standing/domain';

const SENTENCES: Readonly<Record<string, string>> = {
  'another-file': 'an import of this id began with another file or kind. Give the same file, or another --id',
  'no-columns': 'it has no line with the names of its columns',
  'unknown-column': 'it has a column that is not known',
  'double-column': 'it has a column twice',
  'missing-column': 'it lacks a column',
  'not-sealed': 'it has names or addresses, and there is nothing to seal them with',
};

/** Why a file is refused as a whole, in words. */
export function importFaults(faults: readonly Fault[]): string {
  return faults
    .map(({ code, path, expected }) => {
      const which = path === 'id' || path === '' ? '' : ` (${path})`;
      const known = expected === undefined ? '' : `; it may have ${expected}`;
      return `${SENTENCES[code] ?? code}${which}${known}.`;
    })
    .join(' ');
}
