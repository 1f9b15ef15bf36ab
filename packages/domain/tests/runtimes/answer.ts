import { evaluate, parseRequest } from '../../src/index.ts';

/** The bytes of the answer to a request; of the faults, where it is refused. Runs alike in Node, workerd and a browser. */
export function answer(request: unknown): string {
  const parsed = parseRequest(request, new Map());
  return JSON.stringify(parsed.ok ? evaluate(parsed.value) : parsed);
}
