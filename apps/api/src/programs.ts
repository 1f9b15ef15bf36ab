import { type Edition, type Program, parseProgram } from '@standing/domain';
import { issuesOf } from './problem.ts';

/** A published program: ready for use, and its editions as they were published, the first in force first. */
export type PublishedProgram = { readonly program: Program; readonly editions: readonly Edition[] };
export type Programs = ReadonlyMap<string, PublishedProgram>;

/**
 * Reads what is published, once, at the start.
 * @throws {Error} naming every fault: with a faulty edition nothing is served
 */
export function readPrograms(
  published: readonly { readonly program: string; readonly editions: readonly unknown[] }[],
): Programs {
  const programs = new Map<string, PublishedProgram>();
  for (const { program: id, editions } of published) {
    const parsed = parseProgram(editions, `${id}.editions`);
    if (!parsed.ok) {
      const lines = issuesOf(parsed.faults).map(({ path, message }) => `  ${path}: ${message}`);
      throw new Error([`The published program "${id}" has faults:`, ...lines].join('\n'));
    }
    if (parsed.value.id !== id) throw new Error(`The editions published as "${id}" say program "${parsed.value.id}".`);
    if (programs.has(id)) throw new Error(`The program "${id}" is published twice.`);
    // Parsed without a fault, so they are what the schema says.
    const documents = (editions as readonly Edition[]).toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
    programs.set(id, { program: parsed.value, editions: documents });
  }
  return programs;
}
