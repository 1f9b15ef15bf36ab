import { describe, expect, test } from 'vitest';
import { differences, readCases } from './conformance.ts';
import { individualByTheContract } from './oracle.ts';

type Request = {
  readonly program: Parameters<typeof individualByTheContract>[0];
  readonly individuals: readonly Parameters<typeof individualByTheContract>[1][];
  readonly asOf: string;
};

describe('the second implementation of the awards agrees with every published case', () => {
  for (const { name, cites, request, expect: expected } of readCases()) {
    test(`${cites.join(' ')}: ${name}`, () => {
      const { program, individuals, asOf } = request as unknown as Request;
      const answer = { individuals: individuals.map((facts) => individualByTheContract(program, facts, asOf)) };
      expect(differences({ individuals: (expected as { individuals: unknown }).individuals }, answer)).toEqual([]);
    });
  }
});
