import { describe, expect, test } from 'vitest';
import { evaluate, parseRequest } from '../src/index.ts';
import { differences, readCases } from './conformance.ts';

describe('conformance cases', () => {
  for (const { name, title, cites, request, expect: expected } of readCases()) {
    test(`${cites.join(' ')}: ${title} (${name})`, () => {
      const parsed = parseRequest(request, new Map());
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
      const answer = evaluate(parsed.value);
      expect(answer.ok ? differences(expected, answer.value) : answer.faults).toEqual([]);
    });
  }
});
