import { compare } from '../calendar/compare.ts';
import { check } from './check.ts';
import { type CompiledEdition, compileEdition } from './compiled.ts';
import { at, type Fault, MAX_FAULTS, type Result, refuse, shown } from './fault.ts';
import { type ProgramNames, programNames } from './names.ts';
import { references } from './references.ts';
import { type Edition, editionSchema } from './schema.ts';

/** A program: its editions by the day on which they take effect, checked and ready for use. */
export type Program = {
  readonly id: string;
  readonly editions: readonly CompiledEdition[];
  /** The ids that they know. */
  readonly names: ProgramNames;
};

/**
 * Reads the editions of one program. Everything that is wrong in any of them is named at once, with its path below
 * `path`.
 */
export function parseProgram(documents: unknown, path = ''): Result<Program> {
  if (!Array.isArray(documents)) return refuse({ path, code: 'type', expected: 'Array', received: shown(documents) });
  if (documents.length === 0) return refuse({ path, code: 'non_empty' });
  const faults: Fault[] = [];
  const editions: Edition[] = [];
  for (const [index, document] of documents.entries()) {
    const place = at(path, index);
    const outcome = check(editionSchema, document, place);
    const own = [...(outcome.ok ? [] : outcome.faults), ...references(document, place)];
    if (outcome.ok && own.length === 0) editions.push(outcome.value);
    faults.push(...own);
    if (faults.length >= MAX_FAULTS) break;
  }
  faults.push(...betweenEditions(documents, path));
  const [first] = editions;
  if (faults.length > 0 || first === undefined) return refuse(...faults.slice(0, MAX_FAULTS));
  const names = programNames();
  const inOrder = editions.sort((a, b) => compare(a.effectiveFrom, b.effectiveFrom));
  return {
    ok: true,
    value: { id: first.program, editions: inOrder.map((edition) => compileEdition(edition, names)), names },
  };
}

function betweenEditions(documents: readonly unknown[], path: string): readonly Fault[] {
  const faults: Fault[] = [];
  const seen = { edition: new Set<unknown>(), effectiveFrom: new Set<unknown>() };
  let program: unknown;
  for (const [index, document] of documents.entries()) {
    if (typeof document !== 'object' || document === null || faults.length >= MAX_FAULTS) continue;
    const entry = document as { readonly [key: string]: unknown };
    const fault = (key: string, code: string): void => {
      faults.push({ path: at(at(path, index), key), code, received: shown(entry[key]) });
    };
    if (typeof entry['program'] === 'string') {
      program ??= entry['program'];
      if (entry['program'] !== program) fault('program', 'two-programs');
    }
    for (const [key, code] of [
      ['edition', 'edition-twice'],
      ['effectiveFrom', 'two-editions-of-a-day'],
    ] as const) {
      if (typeof entry[key] !== 'string') continue;
      if (seen[key].has(entry[key])) fault(key, code);
      seen[key].add(entry[key]);
    }
  }
  return faults;
}
