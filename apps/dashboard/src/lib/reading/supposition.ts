import type { Allocation } from '@standing/domain';
import type { Brought } from './brings.ts';
import { isDay } from './calendar.ts';

/** Something that somebody imagines of the record; `on` is the first day on which it would be so. */
export type Supposition = { readonly on: string } & (
  | { readonly kind: 'leaves' | 'joins'; readonly individual: string }
  /** Somebody whom no record knows joins; `individual` is what they are called by meanwhile. */
  | { readonly kind: 'hires'; readonly individual: string; readonly brings: readonly Brought[] }
  | { readonly kind: 'passes'; readonly individual: string; readonly exam: string }
  | { readonly kind: 'accepts'; readonly individual: string; readonly agreement: string }
  | ({ readonly kind: 'fills' | 'vacates' } & Allocation)
  /** The rules of another edition. */
  | { readonly kind: 'edition'; readonly edition: string }
);

type Kind = Supposition['kind'];

/** What stands behind the kind and the day, in this order. */
const KEYS = {
  leaves: ['individual'],
  joins: ['individual'],
  hires: ['individual', 'brings'],
  passes: ['individual', 'exam'],
  accepts: ['individual', 'agreement'],
  fills: ['individual', 'specialization', 'jobRole'],
  vacates: ['individual', 'specialization', 'jobRole'],
  edition: ['edition'],
} as const satisfies { readonly [K in Kind]: readonly string[] };

/** Characters that an address keeps; of more than a few hundred moves a link would be cut by others anyway. */
const LONGEST = 6_000;

/** One line for an address: `leaves,2004-09-15,CSCO1;fills,…`. Empty where there is nothing, or more than an address holds. */
export function writeSuppositions(all: readonly Supposition[]): string {
  const text = all
    .map((each) => {
      const values: Readonly<Record<string, string | readonly Brought[]>> = each;
      const written = KEYS[each.kind].map((key) => {
        const value = values[key] ?? '';
        return encodeURIComponent(typeof value === 'string' ? value : writeBrought(value));
      });
      return [each.kind, each.on, ...written].join(',');
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
    const entries = KEYS[kind].map((key, index) => {
      const value = decoded[index] ?? '';
      return [key, key === 'brings' ? readBrought(value) : value] as const;
    });
    if (entries.some(([, value]) => value === undefined)) return undefined;
    all.push({ kind, on, ...Object.fromEntries(entries) } as Supposition);
  }
  return all;
}

/** Adds to what is imagined; a move and its opposite leave nothing behind, and of editions the last one holds. */
export function added(all: readonly Supposition[], more: readonly Supposition[]): readonly Supposition[] {
  let list = [...all];
  for (const next of more) {
    const rest = list.filter((each) => !undoes(each, next));
    if (next.kind === 'edition') list = [...list.filter(({ kind }) => kind !== 'edition'), next];
    else if (rest.length < list.length) list = rest;
    else if (!list.some((each) => isSame(each, next))) list.push(next);
  }
  return list;
}

/** Drops one of what is imagined, and with somebody who would join all that is imagined of them. */
export function without(all: readonly Supposition[], dropped: Supposition): readonly Supposition[] {
  const isOf = (each: Supposition): boolean =>
    dropped.kind === 'hires' && 'individual' in each && each.individual === dropped.individual;
  return all.filter((each) => each !== dropped && !isOf(each));
}

export function isSameMove(one: Allocation, other: Allocation): boolean {
  return (
    one.individual === other.individual && one.specialization === other.specialization && one.jobRole === other.jobRole
  );
}

function isKind(text: string): text is Kind {
  return Object.hasOwn(KEYS, text);
}

function undoes(one: Supposition, other: Supposition): boolean {
  if (one.kind === 'fills' && other.kind === 'vacates') return isSameMove(one, other);
  return one.kind === 'vacates' && other.kind === 'fills' && isSameMove(one, other);
}

function isSame(one: Supposition, other: Supposition): boolean {
  const timeless = ({ on: _, ...rest }: Supposition): string => JSON.stringify(Object.entries(rest).sort());
  return timeless(one) === timeless(other);
}

/** `award:ccna+exam:646-203`, each id escaped. */
function writeBrought(brings: readonly Brought[]): string {
  return brings.map(({ kind, id }) => `${kind}:${encodeURIComponent(id)}`).join('+');
}

function readBrought(text: string): readonly Brought[] | undefined {
  const brings = text.split('+').map((part): Brought | undefined => {
    const [kind = '', escaped = '', ...more] = part.split(':');
    const id = decodedOrEmpty(escaped);
    return (kind === 'award' || kind === 'exam') && id !== '' && more.length === 0 ? { kind, id } : undefined;
  });
  return brings.every((one) => one !== undefined) ? brings : undefined;
}

function decodedOrEmpty(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return '';
  }
}
