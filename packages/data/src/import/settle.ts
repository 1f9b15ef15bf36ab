import { type Database, DatabaseFailure, type Outcome, type Statement } from '../port/database.ts';
import type { ImportName } from '../schema.ts';
import { compiler } from '../statements/compiler.ts';
import { THIS_RECORDING } from '../statements/kind.ts';
import { type Fact, insertFacts } from '../statements/kinds.ts';
import { insertRecording } from '../statements/recording.ts';
import type { ParsedRow } from './candidate.ts';
import { withoutCutOff } from './cut-off.ts';
import { findFacts } from './found.ts';
import { type Evidence, judge, type Said, unfit, type Verdict } from './judge.ts';
import { type Catalogue, knownOf } from './known.ts';
import { newProfiles, type Sealer } from './profiles.ts';
import type { Seen } from './seen.ts';

/** What every row of an import is judged and written with. */
export type Setting = {
  readonly database: Database;
  readonly name: ImportName;
  readonly importId: string;
  readonly author: string;
  readonly source: 'testing-center' | 'operator';
  readonly now: () => string;
  readonly catalogue: Catalogue;
  readonly partners: 'known' | 'any';
  readonly sealer: Sealer | undefined;
  readonly isDry: boolean;
  readonly seen: Seen;
};

export type Settled = { readonly row: ParsedRow; readonly verdict: Verdict };
/** What the last batch writes beside facts, once every verdict is there. */
type Finish = (settled: readonly Settled[]) => Promise<Statement[]>;

/**
 * Judges rows and writes those that are accepted, a batch for each partner's book and one for the program's, whose end
 * `finish` gives. `firstRow` is the number of the first of them in the file; undefined where they come from no file.
 */
export async function settle(
  setting: Setting,
  rows: readonly ParsedRow[],
  firstRow: number | undefined,
  finish: Finish,
): Promise<Settled[]> {
  const settled = new Map<ParsedRow, Verdict>();
  const isPartners = setting.name === 'affiliations';
  const books = Map.groupBy(rows, (row) => (isPartners && row.candidate ? row.partner : ''));
  for (const [partner, some] of books) {
    if (partner !== '') await settleBook(setting, { partner, firstRow, rows: some }, settled);
  }
  const all = (): Settled[] =>
    rows.flatMap((row) => {
      const verdict = settled.get(row);
      return verdict === undefined ? [] : [{ row, verdict }];
    });
  await settleBook(setting, { partner: '', firstRow, rows: books.get('') ?? [] }, settled, () => finish(all()));
  return all();
}

type Part = { readonly partner: string; readonly firstRow: number | undefined; readonly rows: readonly ParsedRow[] };

/**
 * One book's rows in one batch. Where the database refuses it, for what another writer has written meanwhile or for a
 * row that no check here foresaw, each half is judged anew, down to the one row that it is.
 */
async function settleBook(
  setting: Setting,
  part: Part,
  settled: Map<ParsedRow, Verdict>,
  finish?: () => Promise<Statement[]>,
): Promise<void> {
  const { rows } = part;
  const said: Said = new Map();
  const evidence = await evidenceOf(setting, part);
  const verdicts = judge(rows, evidence, setting.seen, said);
  rows.forEach((row, index) => {
    settled.set(row, verdicts[index] ?? unfit({ code: 'columns' }));
  });
  const accepted = verdicts.flatMap((verdict) => verdict.facts);
  const facts = withoutCutOff(accepted, evidence);
  const statements = [...(facts.length === 0 ? [] : recorded(setting, part, facts)), ...((await finish?.()) ?? [])];
  const outcome: Outcome = statements.length === 0 ? { ok: true, rows: [] } : await setting.database.batch(statements);
  if (isDone(outcome, setting)) {
    for (const [key, { content }] of said) setting.seen.set(key, content);
    return;
  }
  const [only] = rows;
  if (only === undefined || facts.length === 0) throw new DatabaseFailure('broken', whyNot(outcome));
  if (rows.length === 1) {
    const { code, detail } = outcome.refusal;
    settled.set(only, unfit({ code: `refused-${detail || code}` }));
    if (finish) await settleBook(setting, { ...part, rows: [] }, settled, finish);
    return;
  }
  const half = Math.ceil(rows.length / 2);
  await settleBook(setting, { ...part, rows: rows.slice(0, half) }, settled);
  await settleBook(setting, { ...part, rows: rows.slice(half) }, settled, finish);
}

/** A dry run's batch is taken back by the constraint at its end, having passed all others. */
function isDone(outcome: Outcome, { isDry }: Setting): outcome is Extract<Outcome, { ok: true }> {
  return outcome.ok || (isDry && outcome.refusal.detail === 'dry_run');
}

function whyNot(outcome: Outcome): string {
  const why = outcome.ok ? 'nothing' : `${outcome.refusal.code} ${outcome.refusal.detail}`;
  return `The import could not note how far it is: ${why}. Nothing of this part was written.`;
}

async function evidenceOf(setting: Setting, { rows, firstRow }: Part): Promise<Evidence> {
  const { database, name, importId, catalogue, partners, sealer, isDry } = setting;
  const candidates = rows.flatMap(({ candidate }) => (candidate === undefined ? [] : [candidate]));
  return {
    known: await knownOf(database, candidates, catalogue, partners),
    found: candidates.length === 0 ? new Map() : await findFacts(database, name, candidates, importId),
    profiles: await newProfiles(database, candidates, sealer, isDry),
    firstRow: firstRow ?? Number.POSITIVE_INFINITY,
  };
}

function recorded(setting: Setting, { partner, firstRow }: Part, facts: readonly Fact[]): Statement[] {
  const { author, source, importId, isDry } = setting;
  const recording = insertRecording({ partner, recordedAt: setting.now(), author, source });
  const trace = compiler
    .insertInto('import_recordings')
    .values({
      ...{ partner_id: partner, sequence: THIS_RECORDING, import_id: importId },
      ...{ first_row: firstRow ?? 0, dry: isDry ? 1 : 0 },
    })
    .compile();
  return [recording, ...insertFacts(facts), trace];
}
