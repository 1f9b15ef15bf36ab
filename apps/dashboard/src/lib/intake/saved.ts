import { type Facts, type Fault, type Program, parseRequest } from '@standing/domain';
import type { Names } from './assemble.ts';

/** What is saved and opened again: the facts, and how the individuals are called. */
export type Saved = { readonly facts: Facts; readonly names: Names };

/** The largest saved file that is opened: 32 MB. */
export const MAX_SAVED = 32 * 1024 * 1024;

/** Why a file is not opened. `invalid-facts` has what the contract says against it, with paths. */
export type OpenRefusal =
  | { readonly code: 'too-large'; readonly most: number }
  | { readonly code: 'not-json' | 'not-saved-here' | 'invalid-names' }
  | { readonly code: 'other-version'; readonly version: string }
  | { readonly code: 'invalid-facts'; readonly faults: readonly Fault[] };

export type OpenedSaved =
  | { readonly ok: true; readonly value: Saved }
  | { readonly ok: false; readonly refusal: OpenRefusal };

const FORMAT = 'standing';
const VERSION = 1;
const KEYS = ['format', 'version', 'facts', 'names'];
const FACTS = ['individuals', 'partners'];

/** The file to hand to the user; `on` is the day for its name (`2004-09-15`). */
export function save({ facts, names }: Saved, on: string): { readonly file: string; readonly text: string } {
  const document = { format: FORMAT, version: VERSION, facts, names: Object.fromEntries(names) };
  const partner = (facts.partners[0]?.id ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const file = `${['standing', partner, on].filter((part) => part !== '').join('-')}.json`;
  return { file, text: `${JSON.stringify(document, null, 2)}\n` };
}

/** Opens such a file again, checked against the contract as any stranger's would be. Never throws. */
export function open(text: string, program: Program): OpenedSaved {
  const refuse = (refusal: OpenRefusal): OpenedSaved => ({ ok: false, refusal });
  if (text.length > MAX_SAVED) return refuse({ code: 'too-large', most: MAX_SAVED });
  const document = parsed(text.replace(/^\uFEFF/, ''));
  if (document === undefined) return refuse({ code: 'not-json' });
  if (!isRecord(document) || document['format'] !== FORMAT) return refuse({ code: 'not-saved-here' });
  const { version, facts, names } = document;
  if (version !== VERSION) return refuse({ code: 'other-version', version: String(version).slice(0, 20) });
  if (!isRecord(facts) || !hasOnly(document, KEYS) || !hasOnly(facts, FACTS)) return refuse({ code: 'not-saved-here' });
  const called = namesOf(names);
  if (called === undefined) return refuse({ code: 'invalid-names' });
  // Any day of the program will do: facts are valid or not whatever the day.
  const asOf = program.editions[0]?.document.effectiveFrom;
  const request = parseRequest({ program: program.id, asOf, ...facts }, new Map([[program.id, program]]));
  if (!request.ok) return refuse({ code: 'invalid-facts', faults: request.faults });
  const { individuals, partners } = request.value;
  return { ok: true, value: { facts: { individuals, partners }, names: called } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

function namesOf(names: unknown): Names | undefined {
  if (!isRecord(names)) return undefined;
  const called = new Map<string, string>();
  for (const [id, name] of Object.entries(names)) {
    if (typeof name !== 'string') return undefined;
    called.set(id, name);
  }
  return called;
}

function hasOnly(document: object, keys: readonly string[]): boolean {
  return Object.keys(document).every((key) => keys.includes(key));
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
