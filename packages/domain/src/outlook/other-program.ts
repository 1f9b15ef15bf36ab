import { type Result, refuse, shown } from '../edition/fault.ts';
import type { Program } from '../edition/program.ts';
import { type Published, readProgram } from '../record/request.ts';

/** Other editions of the program that a question is about. Under another id nothing could be held against anything. */
export function otherProgram(
  name: string | readonly unknown[],
  id: string,
  published: Published,
  path: string,
): Result<Program> {
  const outcome = readProgram(name, published, path);
  if (outcome === undefined) return refuse({ path, code: 'missing' });
  if (!outcome.ok || outcome.value.id === id) return outcome;
  return refuse({ path, code: 'another-program', expected: shown(id), received: shown(outcome.value.id) });
}
