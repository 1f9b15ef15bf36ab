import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A published case of the contract: a request, and the part of the answer that it fixes. */
export type Case = {
  readonly name: string;
  readonly title: string;
  readonly cites: readonly string[];
  readonly request: Readonly<Record<string, unknown>>;
  readonly expect: unknown;
};

/** All cases that the domain publishes, with "edition.json" in `request.program` replaced by the edition. */
export function readCases(): readonly Case[] {
  const folder = dirname(createRequire(import.meta.url).resolve('@standing/domain/conformance/edition.json'));
  const edition: unknown = JSON.parse(readFileSync(join(folder, 'edition.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => file.endsWith('.case.json'));
  if (files.length === 0) throw new Error(`There are no cases in ${folder}`);
  return files.sort().map((file) => {
    const read = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Omit<Case, 'name'>;
    const { program } = read.request;
    const editions = Array.isArray(program)
      ? program.map((entry: unknown) => (entry === 'edition.json' ? edition : entry))
      : program;
    return { ...read, name: file.replace('.case.json', ''), request: { ...read.request, program: editions } };
  });
}

/**
 * Whether an answer has the part that a case fixes. Cases list some entries of a list only, so an entry is looked for in
 * any place; the order is held by the bytes of the domain's own answer, and by the domain's own tests of the cases.
 */
export function holds(expected: unknown, actual: unknown): boolean {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return false;
    if (!expected.some(isObject)) return JSON.stringify(expected) === JSON.stringify(actual);
    return expected.every((entry) => actual.some((candidate) => holds(entry, candidate)));
  }
  if (!isObject(expected)) return expected === actual;
  return isObject(actual) && Object.keys(expected).every((key) => holds(expected[key], actual[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
