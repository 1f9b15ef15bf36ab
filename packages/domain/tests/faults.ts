import { type Fault, parseProgram } from '../src/index.ts';

/** The faults of one edition as `path code`, its path counted from the edition. */
export function faultsOf(edition: unknown): readonly string[] {
  return faultsOfAll([edition]).map((fault) => fault.replace(/^program\[0\]\.?/, ''));
}

/** The faults of several editions of a program as `path code`. */
export function faultsOfAll(editions: unknown): readonly string[] {
  const outcome = parseProgram(editions, 'program');
  return outcome.ok ? [] : outcome.faults.map(shortly);
}

export const shortly = ({ path, code }: Fault): string => `${path} ${code}`;
