import type { LackKind } from '../schema.ts';
import type { Fact } from '../statements/kinds.ts';

/** What must be known before a row fits, and the column that names it. */
export type Lack = { readonly kind: LackKind; readonly id: string; readonly column: string };

/** What a people file says of somebody beyond the id: to be sealed, never kept in the open. */
export type OpenProfile = { readonly name?: string | undefined; readonly email?: string | undefined };

/** A well-formed row, as the fact that it would be. */
export type Candidate = {
  /** The partner in whose book the fact stands; empty for facts about individuals. */
  readonly partner: string;
  readonly individual: string;
  /** The id that the fact gets: the file's own, or one that follows from what the row says. */
  readonly id: string;
  /** Rows and facts of one owner with the same identity say the same thing. */
  readonly identity: string;
  /** What they may differ in, and where that stands: `differs` names this column. */
  readonly content: string;
  readonly contentColumn: string;
  readonly needs: readonly Lack[];
  readonly fact: Fact;
  readonly profile?: { readonly from: string; readonly open: OpenProfile } | undefined;
};

/** Why a row does not fit, or why one that is there is not as the file has it. No prose, and no value of the row. */
export type RowFault = { readonly code: string; readonly column?: string | undefined };

/** A row as it was read: its line, its columns without what is personal, and the fact or the fault. */
export type ParsedRow = {
  readonly line: number;
  readonly fields: { readonly [column: string]: string };
  readonly individual: string;
  readonly partner: string;
} & (
  | { readonly candidate: Candidate; readonly fault?: never }
  | { readonly fault: RowFault; readonly candidate?: never }
);
