import * as v from 'valibot';
import { parseDay } from '../calendar/day.ts';
import { parsePeriod } from '../calendar/period.ts';
import { at, type Fault, MAX_FAULTS, type Result, shown } from './fault.ts';

/** An id as the contract has it: any text that is not empty. The bound keeps answers, which repeat ids, in proportion. */
export const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
/** What something is called; it is said again and again. */
export const name = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300));
/** A text that people read. */
export const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4000));
export const date = v.pipe(
  v.string(),
  v.check((value) => parseDay(value) !== undefined, 'date'),
);
export const period = v.pipe(
  v.string(),
  v.check((value) => parsePeriod(value) !== undefined, 'period'),
);

/** Whether two days, where both are given and are days at all, do not stand the wrong way round. */
export function inOrder(from: unknown, until: unknown): boolean {
  if (typeof from !== 'string' || typeof until !== 'string') return true;
  const [begin, end] = [parseDay(from), parseDay(until)];
  return begin === undefined || end === undefined || begin <= end;
}

export function wholeNumber(from: number, to: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to));
}

/**
 * An object with exactly these keys. Valibot's own strict object names only the first key too many and takes
 * `constructor` for a key that it knows, and its plain object takes a list for an object.
 */
export function exact<const E extends v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> {
  const schema = v.strictObject(entries);
  const known = v.object(entries);
  type Outcome = ReturnType<(typeof schema)['~run']>;
  return {
    ...schema,
    '~run'(dataset, config) {
      const value: unknown = dataset.value;
      if (Array.isArray(value)) {
        v._addIssue(schema, 'type', dataset, config, { received: 'Array' });
        return dataset as unknown as Outcome;
      }
      const outcome = known['~run'](dataset, config) as unknown as Outcome;
      if (typeof value !== 'object' || value === null) return outcome;
      for (const key of Object.keys(value)) {
        if ((outcome.issues?.length ?? 0) >= MAX_FAULTS) break;
        if (Object.hasOwn(entries, key)) continue;
        const path = [
          {
            type: 'object' as const,
            origin: 'key' as const,
            input: value as Record<string, unknown>,
            key,
            value: undefined,
          },
        ];
        v._addIssue(schema, 'key', outcome, config, { input: key, expected: 'never', path: path as never });
      }
      return outcome;
    },
  };
}

/** A list of up to `most` items. Unlike valibot's own it stops looking once enough faults are known. */
export function list<const S extends v.GenericSchema>(
  item: S,
  most = Number.POSITIVE_INFINITY,
): v.ArraySchema<S, undefined> {
  const schema = v.array(item);
  type Outcome = ReturnType<(typeof schema)['~run']>;
  return {
    ...schema,
    '~run'(dataset, config) {
      const value: unknown = dataset.value;
      if (!Array.isArray(value)) {
        v._addIssue(schema, 'type', dataset, config);
        return dataset as unknown as Outcome;
      }
      if (value.length > most) {
        v._addIssue(schema, 'length', dataset, config, { expected: `<=${most}`, received: String(value.length) });
        return dataset as unknown as Outcome;
      }
      const outcome = { typed: true, value: [] as unknown[] } as {
        typed: boolean;
        value: unknown[];
        issues?: v.BaseIssue<unknown>[];
      };
      for (const [key, entry] of value.entries()) {
        const part = item['~run']({ value: entry }, config);
        for (const issue of part.issues ?? []) {
          const step = { type: 'array' as const, origin: 'value' as const, input: value, key, value: entry };
          outcome.issues ??= [];
          outcome.issues.push({ ...issue, path: [step, ...(issue.path ?? [])] });
        }
        if (!part.typed) outcome.typed = false;
        outcome.value.push(part.value);
        if ((outcome.issues?.length ?? 0) >= MAX_FAULTS) break;
      }
      return outcome as unknown as Outcome;
    },
  };
}

/** An object whose keys are data (languages, kinds of job role), of at most 200 keys. */
export function dictionary<const S extends v.GenericSchema>(item: S) {
  return v.lazy((input): v.RecordSchema<v.GenericSchema<string>, S, undefined> => {
    if (Array.isArray(input)) return exact({}) as never;
    const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
    if (keys.length > 200) return refused('too-many') as never;
    // Valibot's record passes over these keys without a word; here they are keys too many.
    const readable = keys.filter((key) => !['__proto__', 'prototype', 'constructor'].includes(key));
    if (readable.length < keys.length) return exact(Object.fromEntries(readable.map((key) => [key, item]))) as never;
    return v.record(v.string(), item);
  });
}

/** A schema that nothing fits, with the code of the fault. */
export function refused(code: string): v.GenericSchema<unknown, never> {
  const schema = v.pipe(
    v.unknown(),
    v.check(() => false, code),
  );
  return schema as v.GenericSchema<unknown, unknown> as v.GenericSchema<unknown, never>;
}

/** What is wrong with a value by its schema, every fault with its path below `path`. */
export function check<S extends v.GenericSchema>(schema: S, value: unknown, path = ''): Result<v.InferOutput<S>> {
  const outcome = v.safeParse(schema, value);
  if (outcome.success) return { ok: true, value: outcome.output };
  return { ok: false, faults: outcome.issues.map((issue) => faultOf(issue, path)) };
}

function faultOf(issue: v.BaseIssue<unknown>, base: string): Fault {
  const path = (issue.path ?? []).reduce((sum, item) => at(sum, item.key as string | number), base);
  if (issue.type === 'check') return { path, code: issue.message, received: shown(issue.input) };
  if (issue.kind === 'validation')
    return { path, code: issue.type, expected: String(issue.requirement ?? issue.expected) };
  if (issue.type === 'array' && issue.expected?.startsWith('<=') === true) {
    return { path, code: 'too-many', expected: issue.expected.slice(2), received: issue.received };
  }
  if (issue.expected === 'never') return { path, code: 'unknown-key', received: shown(issue.input) };
  if (issue.received === 'undefined') return { path, code: 'missing' };
  return { path, code: 'type', expected: issue.expected ?? '', received: shown(issue.received) };
}
