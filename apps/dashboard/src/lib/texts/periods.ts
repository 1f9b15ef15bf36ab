import type { PeriodEntry } from '@standing/domain';
import type { Entries } from '../reading/entries.ts';
import { listed, longDay } from './dates.ts';

/** The rules under which a period was earned. */
export function editionOfPeriod(period: PeriodEntry, entries: Entries): string {
  if (period.edition === null) return '';
  return `, under the edition in force from ${longDay(entries.edition(period.edition).effectiveFrom)}`;
}

/** The passes with which a period was earned. */
export function examsOf(period: PeriodEntry, entries: Entries): string {
  return `Earned with ${listed(period.exams.map(({ exam, takenOn }) => `${entries.examName(exam)} (${longDay(takenOn)})`))}.`;
}
