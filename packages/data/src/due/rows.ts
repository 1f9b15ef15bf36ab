import { sql } from 'kysely';
import type { Row, Statement } from '../port/database.ts';
import { chunked, compiler, listed } from '../statements/compiler.ts';
import type { DueDay } from './due-day.ts';

export function insertDueDays(program: string, days: readonly DueDay[]): Statement[] {
  const rows = days.map((day) => ({
    ...{ partner_id: day.partner, individual_id: day.individual, program, kind: day.kind, subject: day.subject },
    ...{
      detail: day.detail,
      about_day: day.about,
      due_on: day.dueOn,
      from_day: day.from,
      until_day: day.until ?? null,
    },
  }));
  return chunked(rows, 10).map((part) => compiler.insertInto('due_days').values(part).compile());
}

/** Whose due days are asked for or taken away. */
export type Some = { readonly individuals: readonly string[]; readonly partners: readonly string[] };

export function deleteDueDays(program: string, { individuals, partners }: Some): Statement[] {
  return [
    compiler
      .deleteFrom('due_days')
      .where('program', '=', program)
      .where('partner_id', '=', '')
      .where('individual_id', 'in', listed(individuals))
      .compile(),
    compiler
      .deleteFrom('due_days')
      .where('program', '=', program)
      .where('partner_id', 'in', listed(partners))
      .where('individual_id', '=', '')
      .compile(),
  ];
}

export function selectDueDaysOf(program: string, { individuals, partners }: Some): Statement {
  return compiler
    .selectFrom('due_days')
    .selectAll()
    .where('program', '=', program)
    .where(({ or, and, eb }) =>
      or([
        and([eb('partner_id', '=', ''), eb('individual_id', 'in', listed(individuals))]),
        and([eb('partner_id', 'in', listed(partners)), eb('individual_id', '=', '')]),
      ]),
    )
    .compile();
}

export function readDueDay(row: Row): DueDay {
  return {
    individual: String(row['individual_id']),
    partner: String(row['partner_id']),
    kind: String(row['kind']) as DueDay['kind'],
    subject: String(row['subject']),
    detail: String(row['detail']),
    about: String(row['about_day']),
    dueOn: String(row['due_on']),
    from: String(row['from_day']),
    until: row['until_day'] === null ? undefined : String(row['until_day']),
  };
}

/** Rows of somebody of whom nothing is recorded that anything could be due for; the first hundred. */
export function selectStrays(program: string): Statement {
  return sql`select * from due_days where program = ${program}
    and not exists (select 1 from exam_results where individual_id = due_days.individual_id)
    and not exists (select 1 from verified_awards where individual_id = due_days.individual_id)
    and not exists (select 1 from merges where merges.individual_id = due_days.individual_id)
    and not exists (select 1 from merges where into_id = due_days.individual_id)
    and not exists (select 1 from holdings where partner_id = due_days.partner_id)
    limit 100`.compile(compiler);
}
