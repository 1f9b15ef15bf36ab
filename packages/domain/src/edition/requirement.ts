import * as v from 'valibot';
import { date, exact, id, inOrder, list, period, refused, wholeNumber } from './check.ts';

/** Days as the edition writes them; `until` is the first day outside. */
export type Window = { readonly from?: string | undefined; readonly until?: string | undefined };

/** What an award or a place asks for (contract, section 1, *Requirement*). */
export type Requirement =
  | {
      readonly exam: string;
      readonly taken?: Window | undefined;
      readonly accepted?: Window | undefined;
      readonly within?: string | undefined;
    }
  | { readonly certification: string }
  | { readonly allOf: readonly Requirement[] }
  | { readonly anyOf: readonly Requirement[] }
  | { readonly atLeast: number; readonly of: readonly Requirement[] };

/** How deep a requirement may be nested. */
export const MAX_DEPTH = 32;

const SHAPES = ['exam', 'certification', 'allOf', 'anyOf', 'atLeast'] as const;

export const window = v.pipe(
  exact({ from: v.optional(date), until: v.optional(date) }),
  v.check(({ from, until }) => inOrder(from, until), 'window'),
);

const exam = exact({
  exam: id,
  taken: v.optional(window),
  accepted: v.optional(window),
  within: v.optional(period),
});
const certification = exact({ certification: id });

/**
 * The schema of a requirement. The depth is counted on the way down, so that no text, however deep, can exhaust the
 * stack; a node of two shapes or of none is a fault of its own.
 */
export const requirement: v.GenericSchema<unknown, Requirement> = atDepth(1);

function atDepth(depth: number): v.GenericSchema<unknown, Requirement> {
  return v.lazy((input: unknown): v.GenericSchema<unknown, Requirement> => {
    if (typeof input !== 'object' || input === null || Array.isArray(input)) return exact({}) as never;
    if (depth > MAX_DEPTH) return refused('too-deep');
    const shapes = SHAPES.filter((shape) => Object.hasOwn(input, shape));
    if (shapes.length !== 1) return refused(shapes.length === 0 ? 'no-shape' : 'two-shapes');
    const parts = () => v.pipe(list(atDepth(depth + 1)), v.nonEmpty());
    switch (shapes[0]) {
      case 'exam':
        return exam;
      case 'certification':
        return certification;
      case 'allOf':
        return exact({ allOf: parts() });
      case 'anyOf':
        return exact({ anyOf: parts() });
      default: {
        const of = (input as { of?: unknown }).of;
        const most = Array.isArray(of) && of.length > 0 ? of.length : 1;
        return exact({ atLeast: wholeNumber(1, most), of: parts() });
      }
    }
  });
}

/** The parts of a requirement that is known to be well formed; empty at a leaf. */
export function partsOf(node: Requirement): readonly Requirement[] {
  if ('allOf' in node) return node.allOf;
  if ('anyOf' in node) return node.anyOf;
  return 'of' in node ? node.of : [];
}
