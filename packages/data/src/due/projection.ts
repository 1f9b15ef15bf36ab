import type { Program, Result } from '@standing/domain';
import { cutAt, load } from '../ledger.ts';
import { type Database, DatabaseFailure, type Statement } from '../port/database.ts';
import { compiler } from '../statements/compiler.ts';
import { type DueDay, keyOf } from './due-day.ts';
import { ownersSince } from './owners.ts';
import { dueDays } from './project.ts';
import { deleteDueDays, insertDueDays, readDueDay, type Some, selectDueDaysOf, selectStrays } from './rows.ts';

/** So many individuals and partners are worked out together. */
const PAGE = 500;
const MAX_DIFFERENCES = 100;

/** For which program, from which day on; `now` is the caller's instant `2004-06-30T12:00:00.000Z`. */
export type DueQuestion = {
  readonly program: Program;
  readonly from: string;
  readonly now: string;
  /** Told how many individuals and partners are worked out; what it throws ends the work, which begins anew the next time. */
  readonly onProgress?: ((owners: number) => void) | undefined;
};

/** Makes the projection anew, of every fact: after an edition is published, and to move its first day. */
export async function rebuild(database: Database, question: DueQuestion): Promise<void> {
  const { id } = question.program;
  await write(database, [
    compiler.deleteFrom('due_projections').where('program', '=', id).compile(),
    compiler.deleteFrom('due_days').where('program', '=', id).compile(),
  ]);
  await bringUp(database, question, 0);
}

/**
 * Brings the projection up to the last recording: those alone are replayed of whom something was recorded since. Made anew
 * where it is of other editions, or begins later than asked for. To be called before `dueBetween`.
 */
export async function refresh(database: Database, question: DueQuestion): Promise<void> {
  const made = await usable(database, question);
  if (made === undefined) return rebuild(database, question);
  return bringUp(database, { ...question, from: made.from }, made.sequence);
}

/** How many individuals and partners `refresh` would work out, counted up to `most` of each. */
export async function countWaiting(
  database: Database,
  question: Pick<DueQuestion, 'program' | 'from'>,
  most: number,
): Promise<number> {
  const range = { after: (await usable(database, question))?.sequence ?? 0, until: (await cutAt(database)).sequence };
  const { individuals, partners } = await ownersSince(database, range, { individual: '', partner: '', limit: most });
  return individuals.length + partners.length;
}

/** From which day on the projection of a program (by its id) is there; undefined where there is none. */
export async function projectedFrom(database: Database, program: string): Promise<string | undefined> {
  const [row] = await database.all(
    compiler.selectFrom('due_projections').select('from_day').where('program', '=', program).compile(),
  );
  return row === undefined ? undefined : String(row['from_day']);
}

/** From which day on and up to which recording the projection is there; undefined where it has to be made anew. */
async function usable(
  database: Database,
  { program, from }: Pick<DueQuestion, 'program' | 'from'>,
): Promise<{ readonly from: string; readonly sequence: number } | undefined> {
  const [row] = await database.all(
    compiler.selectFrom('due_projections').selectAll().where('program', '=', program.id).compile(),
  );
  const isUsable = row?.['editions'] === editionsOf(program) && String(row['from_day']) <= from;
  return isUsable ? { from: String(row['from_day']), sequence: Number(row['sequence']) } : undefined;
}

async function bringUp(
  database: Database,
  { program, from, now, onProgress }: DueQuestion,
  after: number,
): Promise<void> {
  const { sequence } = await cutAt(database);
  let owners = 0;
  for await (const { some, due } of pages(database, { program, from }, { after, until: sequence })) {
    await write(database, [...deleteDueDays(program.id, some), ...insertDueDays(program.id, due)]);
    owners += some.individuals.length + some.partners.length;
    onProgress?.(owners);
  }
  const state = { sequence, editions: editionsOf(program), from_day: from, made_at: now };
  // Last: a program that ends on the way leaves the old sequence, and the same people are worked out again.
  await write(database, [
    compiler
      .insertInto('due_projections')
      .values({ program: program.id, ...state })
      .onConflict((conflict) => conflict.column('program').doUpdateSet(state))
      .compile(),
  ]);
}

/** Which due days of a program (by its id) are asked for, and on which day. */
export type DueDays = { readonly program: string; readonly from: string; readonly by: string; readonly asOf: string };

/** What is due by a day, from another day on, for those who ask on a third: who is to be looked at, by due day. */
export async function dueBetween(database: Database, { program, from, by, asOf }: DueDays): Promise<DueDay[]> {
  const rows = await database.all(
    compiler
      .selectFrom('due_days')
      .selectAll()
      .where('program', '=', program)
      .where('due_on', '>=', from)
      .where('due_on', '<=', by)
      .where('from_day', '<=', asOf)
      .where(({ or, eb }) => or([eb('until_day', 'is', null), eb('until_day', '>', asOf)]))
      .orderBy('due_on')
      .orderBy('partner_id')
      .orderBy('individual_id')
      .orderBy('subject')
      .orderBy('detail')
      .compile(),
  );
  return rows.map(readDueDay);
}

/** Where the projection and a replay differ: what one has and the other has not. */
export type DueDifference = { readonly stored?: DueDay | undefined; readonly replayed?: DueDay | undefined };

/**
 * Holds the whole projection against a replay of everybody, and names up to 100 differences. Refused with `stale` where
 * facts were recorded since: `refresh` comes first.
 */
export async function verify(database: Database, program: Program): Promise<Result<readonly DueDifference[]>> {
  const [row] = await database.all(
    compiler.selectFrom('due_projections').selectAll().where('program', '=', program.id).compile(),
  );
  const { sequence } = await cutAt(database);
  const isFresh = row?.['editions'] === editionsOf(program) && row['sequence'] === sequence;
  if (row === undefined || !isFresh) return { ok: false, faults: [{ path: 'projection', code: 'stale' }] };
  const differences: DueDifference[] = [];
  const from = String(row['from_day']);
  for await (const { some, due } of pages(database, { program, from }, { after: 0, until: sequence })) {
    const stored = (await database.all(selectDueDaysOf(program.id, some))).map(readDueDay);
    differences.push(...differencesOf(stored, due));
  }
  const strays = (await database.all(selectStrays(program.id))).map(readDueDay);
  differences.push(...strays.map((stored) => ({ stored })));
  return { ok: true, value: differences.slice(0, MAX_DIFFERENCES) };
}

function differencesOf(stored: readonly DueDay[], replayed: readonly DueDay[]): DueDifference[] {
  const key = (day: DueDay) => JSON.stringify([keyOf(day), day.from]);
  const left = new Map(stored.map((day) => [key(day), day]));
  const differences: DueDifference[] = [];
  for (const day of replayed) {
    const other = left.get(key(day));
    left.delete(key(day));
    const isSame = other?.dueOn === day.dueOn && other.about === day.about && other.until === day.until;
    if (!isSame) differences.push({ stored: other, replayed: day });
  }
  return [...differences, ...[...left.values()].map((day) => ({ stored: day }))];
}

type Page = { readonly some: Some; readonly due: readonly DueDay[] };

/** Page by page those of whom something was recorded, all ids of one person together, and what is due for them. */
async function* pages(
  database: Database,
  { program, from }: { readonly program: Program; readonly from: string },
  range: { readonly after: number; readonly until: number },
): AsyncGenerator<Page> {
  for (let page = { individual: '', partner: '', limit: PAGE }; ; ) {
    const owners = await ownersSince(database, range, page);
    if (owners.individuals.length + owners.partners.length === 0) return;
    const people = await load(database, { individuals: owners.individuals });
    const { facts } = await load(database, { partners: owners.partners });
    const individuals = [...new Set([...owners.individuals, ...people.aliases.keys()])];
    yield {
      some: { individuals, partners: owners.partners },
      due: dueDays(program, { individuals: people.facts.individuals, partners: facts.partners }, from),
    };
    page = {
      individual: owners.individuals.at(-1) ?? page.individual,
      partner: owners.partners.at(-1) ?? page.partner,
      limit: PAGE,
    };
  }
}

function editionsOf(program: Program): string {
  return JSON.stringify(program.editions.map(({ document }) => [document.edition, document.effectiveFrom]));
}

async function write(database: Database, statements: readonly Statement[]): Promise<void> {
  const outcome = await database.batch(statements);
  if (outcome.ok) return;
  const { code, detail } = outcome.refusal;
  throw new DatabaseFailure('broken', `The projection of due days was not written: ${code} ${detail}. Rebuild it.`);
}
