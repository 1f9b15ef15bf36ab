import { describe, expect, test } from 'vitest';
import { evaluate, parseRequest, verdictsOf } from '../src/index.ts';
import { readCases } from './conformance.ts';
import { largeQuestion } from './partners/large-partners.ts';

const REASONS = new Set(['explanation', 'progress', 'bottlenecks']);

/** An answer without its reasons. */
function without(answer: unknown): unknown {
  return JSON.parse(JSON.stringify(answer, (key, value: unknown) => (REASONS.has(key) ? undefined : value)));
}

function requestOf(body: unknown) {
  const parsed = parseRequest(body, new Map());
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.value;
}

describe('contract, section 3: verdicts without why', () => {
  for (const { name, request } of readCases()) {
    test(`are those of the evaluation, in the same order (${name})`, () => {
      const parsed = requestOf(request);
      expect(JSON.stringify(verdictsOf(parsed))).toBe(JSON.stringify(without(evaluate(parsed))));
    });
  }

  test.each(['given', 'best'] as const)('of a large partner cost a part of its evaluation (%s)', (allocate) => {
    const parsed = requestOf(
      largeQuestion({ people: 200, specializations: 12, seed: 1, ability: 1, given: 60, allocate, allocation: {} }),
    );
    const [all, verdicts] = [{ left: 64_000_000 }, { left: 64_000_000 }];
    expect(without(evaluate(parsed, { steps: all }))).toEqual(verdictsOf(parsed, { steps: verdicts }));
    expect(64_000_000 - verdicts.left).toBeLessThan((64_000_000 - all.left) * 0.75);
  });
});
