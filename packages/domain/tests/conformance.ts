import { readdirSync, readFileSync } from 'node:fs';

/** A case of the contract: a request, and the part of the answer that it fixes. */
export type Case = {
  readonly name: string;
  readonly title: string;
  readonly cites: readonly string[];
  readonly request: Record<string, unknown>;
  readonly expect: unknown;
};

const folder = new URL('../conformance/', import.meta.url);

/** All published cases, with "edition.json" in `request.program` replaced by the edition it stands for. */
export function readCases(): readonly Case[] {
  const edition: unknown = JSON.parse(readFileSync(new URL('edition.json', folder), 'utf8'));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.case.json'))
    .sort()
    .map((file) => {
      const read = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Omit<Case, 'name'>;
      const { program } = read.request;
      const editions = Array.isArray(program)
        ? program.map((entry) => (entry === 'edition.json' ? edition : entry))
        : program;
      return { ...read, name: file.replace('.case.json', ''), request: { ...read.request, program: editions } };
    });
}

const KEYS = ['certification', 'id', 'specialization', 'channelLevel'];

/**
 * The parts of `expected` that `actual` does not have, as readable lines. Objects are compared key by key; awards,
 * individuals, partners, specializations and levels by their key; other lists item by item.
 */
export function differences(expected: unknown, actual: unknown, path = ''): readonly string[] {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual)) return [`${path}: expected a list`];
    const key = path.endsWith('.periods')
      ? undefined
      : KEYS.find((name) => expected.every((entry) => isObject(entry) && name in entry));
    if (
      key !== undefined &&
      expected.length > 0 &&
      /(awards|individuals|partners|specializations|channelLevels)$/.test(path)
    ) {
      return expected.flatMap((entry) => {
        const other = actual.find((candidate) => isObject(candidate) && candidate[key] === entry[key]);
        return other === undefined
          ? [`${path}: no ${entry[key]}`]
          : differences(entry, other, `${path}(${entry[key]})`);
      });
    }
    if (expected.length !== actual.length)
      return [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
    return expected.flatMap((entry, index) => differences(entry, actual[index], `${path}[${index}]`));
  }
  if (isObject(expected)) {
    if (!isObject(actual)) return [`${path}: expected an object, got ${JSON.stringify(actual)}`];
    return Object.keys(expected).flatMap((key) => differences(expected[key], actual[key], `${path}.${key}`));
  }
  return expected === actual ? [] : [`${path}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
