import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate, parseRequest } from '../src/index.ts';
import { readCases } from './conformance.ts';
import { runs } from './runs.ts';
import { smallQuestion } from './small-programs.ts';

/** Freezes all that can be reached; a write to it then throws. Maps and sets are locked by taking their writers away. */
function deepFreeze(value: unknown, seen = new Set<unknown>()): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof Map || value instanceof Set) {
    for (const key of ['set', 'add', 'delete', 'clear']) {
      Object.defineProperty(value, key, { value: () => expect.fail(`${key} was called on the input`) });
    }
    for (const entry of value instanceof Map ? value.entries() : value.values()) deepFreeze(entry, seen);
  }
  for (const key of Reflect.ownKeys(value)) deepFreeze(Reflect.get(value, key), seen);
  Object.freeze(value);
}

function frozenTwice(body: unknown): void {
  deepFreeze(body);
  const request = parseRequest(body, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  deepFreeze(request.value);
  const first = evaluate(request.value);
  expect(first.ok).toBe(true);
  expect(JSON.stringify(evaluate(request.value))).toBe(JSON.stringify(first));
}

test('reading and evaluating generated questions writes to nothing that was given, and gives the same bytes again', {
  timeout: 300_000,
}, () => {
  fc.assert(fc.property(smallQuestion, frozenTwice), runs(150, 5000));
});

test('the same with every published case', () => {
  for (const { request } of readCases()) frozenTwice(structuredClone(request));
});
