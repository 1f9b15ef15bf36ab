import type { Fact } from '../statements/kinds.ts';
import type { Profile } from '../statements/profile.ts';
import type { Candidate, Lack, ParsedRow, RowFault } from './candidate.ts';
import { type Found, ownerOf } from './found.ts';
import { hashOf } from './hash.ts';
import type { Known } from './known.ts';
import type { Seen } from './seen.ts';

/**
 * What becomes of a row. `accepted`: its facts are written. `already`: what it says is there, or was there and was taken
 * back (`taken-back`), which no file undoes. `unfit`: why not, and what it lacks where that may still come.
 */
export type Verdict =
  | { readonly outcome: 'accepted'; readonly facts: readonly Fact[]; readonly fault?: never }
  | { readonly outcome: 'already'; readonly facts: readonly Fact[]; readonly fault?: RowFault | undefined }
  | {
      readonly outcome: 'unfit';
      readonly facts: readonly Fact[];
      readonly fault: RowFault;
      readonly lack?: Lack | undefined;
    };

/** What rows are held against. */
export type Evidence = {
  readonly known: Known;
  readonly found: ReadonlyMap<string, readonly Found[]>;
  readonly profiles: ReadonlyMap<Candidate, Profile>;
  /**
   * The number of the first row that this import has not finished. What it recorded from there on was cut off: it is
   * judged as if it were not there, and then not written again.
   */
  readonly firstRow: number;
};

/** What the rows before have said, for one list of rows: written to `Seen` once they are settled. */
export type Said = Map<string, { readonly content: string; readonly id: string }>;

/** What earlier rows of the file said: the hash of a content, and in the same list of rows the id of the fact. */
type Earlier = {
  content(key: string): number | undefined;
  id(key: string): string | undefined;
  /** Said by a row that is settled. */
  isWritten(key: string): boolean;
};

/** Judges rows in their order; each sees those before it. */
export function judge(rows: readonly ParsedRow[], evidence: Evidence, seen: Seen, said: Said): Verdict[] {
  const earlier: Earlier = {
    content(key) {
      const now = said.get(key);
      return now === undefined ? seen.get(key) : hashOf(now.content);
    },
    id: (key) => said.get(key)?.id,
    isWritten: (key) => seen.get(key) !== undefined,
  };
  return rows.map((row) => {
    if (row.candidate === undefined) return unfit(row.fault);
    const verdict = judgeOne(row.candidate, evidence, earlier);
    if (verdict.outcome === 'accepted') remember(row.candidate, verdict.facts, said);
    return verdict;
  });
}

function remember(row: Candidate, facts: readonly Fact[], said: Said): void {
  const [byId, byIdentity] = keysOf(row);
  const { content } = row;
  // Most rows have what they say as their id, and one key is enough for a million of them.
  if (facts.includes(row.fact) && row.id !== row.identity) said.set(byId, { content, id: row.id });
  said.set(byIdentity, { content, id: said.get(byIdentity)?.id ?? row.id });
  for (const fact of facts) if (fact.kind === 'profile') said.set(profileKey(fact), { content: '', id: fact.id });
}

/** Under which a row is remembered: by its id and by its identity. */
function keysOf(row: Candidate): [byId: string, byIdentity: string] {
  const owner = ownerOf(row);
  return [idKey(owner, row.id), identityKey(owner, row.identity)];
}

function idKey(owner: string, id: string): string {
  return JSON.stringify(['id', owner, id]);
}

function identityKey(owner: string, identity: string): string {
  return JSON.stringify(['is', owner, identity]);
}

function profileKey({ individual, id }: Profile): string {
  return JSON.stringify(['profile', individual, id]);
}

function judgeOne(row: Candidate, evidence: Evidence, earlier: Earlier): Verdict {
  const lack = row.needs.find((need) => !evidence.known.isThere(need));
  if (lack) return unfit({ code: `unknown-${lack.kind}`, column: lack.column }, lack);
  const [byId, byIdentity] = keysOf(row);
  const owner = ownerOf(row);
  const made = evidence.profiles.get(row);
  const profile = made !== undefined && earlier.content(profileKey(made)) === undefined ? made : undefined;
  const facts = (evidence.found.get(owner) ?? []).filter(
    ({ id, firstRow }) =>
      firstRow < evidence.firstRow || [idKey(owner, id), identityKey(owner, id)].some(earlier.isWritten),
  );
  const same = facts.filter(({ identity }) => identity === row.identity);
  const match = same.find(({ isVoided }) => !isVoided) ?? same[0];
  const now = earlier.content(byIdentity);
  if (now !== undefined || match !== undefined) {
    return judgeAgain(row, { match, now, profile, id: match?.id ?? earlier.id(byIdentity) }, evidence);
  }
  const isTaken =
    facts.some(({ id }) => id === row.id) ||
    [byId, identityKey(owner, row.id)].some((key) => earlier.content(key) !== undefined);
  return isTaken ? unfit({ code: 'differs', column: 'id' }) : accepted(row.fact, profile);
}

/** What has been said before: by a fact, by an earlier row (the hash of its content), or by both. */
type Before = {
  readonly match: Found | undefined;
  readonly now: number | undefined;
  /** The id of the fact; undefined where an earlier part of a dry run would have written it. */
  readonly id: string | undefined;
  readonly profile: Profile | undefined;
};

/** A row that says what another row or a fact says, but for its content. */
function judgeAgain(row: Candidate, { match, now, id, profile }: Before, { firstRow }: Evidence): Verdict {
  if (match?.isVoided === true) return { outcome: 'already', facts: [], fault: { code: 'taken-back' } };
  const has = now ?? hashOf(match === undefined ? '' : contentOf(match, firstRow));
  if (has === hashOf(row.content)) return again(profile);
  if (row.fact.kind !== 'affiliation') return unfit({ code: 'differs', column: row.contentColumn });
  // An open row says nothing of an end that came later.
  if (row.content === '') return again(profile);
  if (match?.ends.some(({ until, isVoided }) => isVoided && until === row.content) === true) {
    return { outcome: 'already', facts: [], fault: { code: 'taken-back', column: row.contentColumn } };
  }
  if (has !== hashOf('')) return unfit({ code: 'differs', column: row.contentColumn });
  if (id === undefined) return accepted();
  return accepted({
    ...{ kind: 'end', partner: row.partner, id: `${id}:${row.content}` },
    ...{ of: 'affiliation', fact: id, until: row.content },
  });
}

/** What holds of a fact now: the earliest of its own end and those that are not taken back. */
function contentOf({ content, ends }: Found, firstRow: number): string {
  const open = ends.filter((end) => !end.isVoided && end.firstRow < firstRow).map(({ until }) => until);
  return [...(content === '' ? [] : [content]), ...open].sort()[0] ?? '';
}

function accepted(...facts: readonly (Fact | undefined)[]): Verdict {
  return { outcome: 'accepted', facts: facts.filter((fact) => fact !== undefined) };
}

function again(profile: Profile | undefined): Verdict {
  return profile === undefined ? { outcome: 'already', facts: [] } : accepted(profile);
}

export function unfit(fault: RowFault, lack?: Lack): Verdict {
  return { outcome: 'unfit', facts: [], fault, lack };
}
