import * as v from 'valibot';
import { type Day, readDay } from '../calendar/day.ts';
import { check, date, exact, id, list } from '../edition/check.ts';
import { at, type Fault, MAX_FAULTS, type Result, refuse, shown } from '../edition/fault.ts';
import { editionOn } from '../edition/known.ts';
import { type Program, parseProgram } from '../edition/program.ts';
import { factEntries, type IndividualFacts, type PartnerFacts } from './schema.ts';

/** The facts about individuals and partners (contract, section 2). */
export type Facts = { readonly individuals: readonly IndividualFacts[]; readonly partners: readonly PartnerFacts[] };

/** The programs that can be asked for by id. */
export type Published = ReadonlyMap<string, Program>;

/** One question, checked: where do these individuals and partners stand in this program on this day? */
export type EvaluationRequest = Facts & {
  readonly program: Program;
  readonly asOf: Day;
  readonly allocate: 'given' | 'best' | undefined;
};

/** How a program is named in a question: by the id of a published one, or by its editions. */
export const programName = v.lazy((input) => (typeof input === 'string' ? id : list(v.unknown()))) as v.GenericSchema<
  unknown,
  string | readonly unknown[]
>;

const entries = {
  program: programName,
  asOf: date,
  allocate: v.optional(v.picklist(['given', 'best'])),
  ...factEntries,
};

/**
 * Reads the body of `POST /v1/evaluations`. `published` gives the programs that can be asked for by id; an id that is
 * not among them is the fault `unknown-program`. All faults are named at once, the first hundred of them.
 */
export function parseRequest(input: unknown, published: Published): Result<EvaluationRequest> {
  return readEvaluation(input, published);
}

const readEvaluation = questionReader({});

/**
 * Makes the reader of a question that is an evaluation's with more keys; what their schemas give stands under `more`.
 */
export function questionReader<const M extends v.ObjectEntries>(
  more: M,
): (
  input: unknown,
  published: Published,
) => Result<EvaluationRequest & { readonly more: v.InferOutput<v.StrictObjectSchema<M, undefined>> }> {
  const body = exact({ ...entries, ...more });
  return (input, published) => {
    const outcome = check(body, input);
    const faults: Fault[] = outcome.ok ? [] : [...outcome.faults];
    const sent = typeof input === 'object' && input !== null ? (input as { readonly [key: string]: unknown }) : {};
    const program = readProgram(sent['program'], published, 'program');
    if (program !== undefined && !program.ok) faults.push(...program.faults);
    faults.push(...twice(sent['individuals'], 'individuals'), ...twice(sent['partners'], 'partners'));
    if (!outcome.ok || program === undefined || !program.ok || faults.length > 0) {
      return refuse(...faults.slice(0, MAX_FAULTS));
    }
    const value = outcome.value as v.InferOutput<v.StrictObjectSchema<typeof entries, undefined>> &
      v.InferOutput<v.StrictObjectSchema<M, undefined>>;
    const asOf = readDay(value.asOf);
    if (editionOn(program.value, asOf) === undefined) {
      const first = program.value.editions[0]?.document.effectiveFrom ?? '';
      return refuse({ path: 'asOf', code: 'before-the-first-edition', expected: first, received: value.asOf });
    }
    const { allocate, individuals, partners } = value;
    return { ok: true, value: { program: program.value, asOf, allocate, individuals, partners, more: value } };
  };
}

/** The program that a question names; undefined where it is named in no way that is known. */
export function readProgram(name: unknown, published: Published, path: string): Result<Program> | undefined {
  if (Array.isArray(name)) return parseProgram(name, path);
  if (typeof name !== 'string') return undefined;
  const known = published.get(name);
  if (known !== undefined) return { ok: true, value: known };
  return refuse({ path, code: 'unknown-program', received: shown(name) });
}

function twice(entries: unknown, key: string): readonly Fault[] {
  if (!Array.isArray(entries)) return [];
  const faults: Fault[] = [];
  const seen = new Set<unknown>();
  for (const [index, entry] of entries.entries()) {
    const own: unknown = typeof entry === 'object' && entry !== null ? (entry as { id?: unknown }).id : undefined;
    if (typeof own === 'string' && seen.has(own) && faults.length < MAX_FAULTS) {
      faults.push({ path: at(at(at('', key), index), 'id'), code: 'twice', received: shown(own) });
    }
    seen.add(own);
  }
  return faults;
}
