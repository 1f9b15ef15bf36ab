import type { Allocation } from '@standing/domain';
import { isDay } from './calendar.ts';

/** Something that somebody imagines of the record; `on` is the first day on which it would be so. */
export type Supposition = { readonly on: string } & (
  | { readonly kind: 'leaves'; readonly individual: string }
  | { readonly kind: 'passes'; readonly individual: string; readonly exam: string }
  | { readonly kind: 'accepts'; readonly individual: string; readonly agreement: string }
  | ({ readonly kind: 'fills' | 'vacates' } & Allocation)
);

type Kind = Supposition['kind'];

/** What stands behind the kind and the day, in this order. */
const KEYS = {
  leaves: ['individual'],
  passes: ['individual', 'exam'],
  accepts: ['individual', 'agreement'],
  fills: ['individual', 'specialization', 'jobRole'],
  vacates: ['individual', 'specialization', 'jobRole'],
} as const satisfies { readonly [K in Kind]: readonly string[] };

/** Characters that an address keeps; of more than a few hundred moves a link would be cut by others anyway. */
const LONGEST = 6_000;

/** One line for an address: `leaves,2004-09-15,CSCO1;fills,…`. Empty where there is nothing, or more than an address holds. */
export function writeSuppositions(all: readonly Supposition[]): string {
  const text = all
    .map((each) => {
      const values: Readonly<Record<string, string>> = each;
      return [each.kind, each.on, ...KEYS[each.kind].map((key) => encodeURIComponent(values[key] ?? ''))].join(',');
    })
    .join(';');
  return text.length > LONGEST ? '' : text;
}

/** Reads such a line; undefined where it is none. */
export function readSuppositions(text: string): readonly Supposition[] | undefined {
  if (text.length > LONGEST) return undefined;
  const all: Supposition[] = [];
  for (const part of text.split(';')) {
    const [kind = '', on = '', ...values] = part.split(',');
    if (!isKind(kind) || !isDay(on) || values.length !== KEYS[kind].length) return undefined;
    const decoded = values.map(decodedOrEmpty);
    if (decoded.some((value) => value === '')) return undefined;
    const entries = KEYS[kind].map((key, index) => [key, decoded[index]] as const);
    all.push({ kind, on, ...Object.fromEntries(entries) } as Supposition);
  }
  return all;
}

/** Adds to what is imagined; a move and its opposite leave nothing behind. */
export function added(all: readonly Supposition[], more: readonly Supposition[]): readonly Supposition[] {
  let list = [...all];
  for (const next of more) {
    const rest = list.filter((each) => !undoes(each, next));
    if (rest.length < list.length) list = rest;
    else if (!list.some((each) => isSame(each, next))) list.push(next);
  }
  return list;
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(KEYS, text);
}

function undoes(one: Supposition, other: Supposition): boolean {
  if (one.kind === 'fills' && other.kind === 'vacates') return isSameMove(one, other);
  return one.kind === 'vacates' && other.kind === 'fills' && isSameMove(one, other);
}

function isSame(one: Supposition, other: Supposition): boolean {
  const without = ({ on: _, ...rest }: Supposition): string => JSON.stringify(Object.entries(rest).sort());
  return without(one) === without(other);
}

export function isSameMove(one: Allocation, other: Allocation): boolean {
  return (
    one.individual === other.individual && one.specialization === other.specialization && one.jobRole === other.jobRole
  );
}

function decodedOrEmpty(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return '';
  }
}
