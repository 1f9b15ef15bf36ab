import type { Step } from '../reading/steps.ts';
import { longDay, periodInWords } from './dates.ts';

/** What a step adds up to, as a line of a ledger: `last exam 10 February 2004 + two years = until 10 February 2006`. */
export function sum(step: Step, examName: (id: string) => string): string {
  switch (step.kind) {
    case 'verified':
      return step.until === null
        ? `verified as earned on ${longDay(step.from)}, without an end`
        : `verified as earned elsewhere, ${longDay(step.from)} until ${longDay(step.until)}`;
    case 'begins':
      return `begins ${longDay(step.on)}`;
    case 'no-end':
      return 'has no end';
    case 'last-exam':
      return `last exam ${longDay(step.on)} + ${periodInWords(step.plus)} = until ${longDay(step.until)}`;
    case 'kept-end':
      return `last exam ${longDay(step.on)} + ${periodInWords(step.plus)} would end sooner: the end before stays, until ${longDay(step.until)}`;
    case 'previous-end':
      return `end before, ${longDay(step.on)}, + ${periodInWords(step.plus)} = until ${longDay(step.until)}`;
    case 'completed':
      return `completed ${longDay(step.on)} + ${periodInWords(step.plus)} = until ${longDay(step.until)}`;
    case 'extended':
      return step.countedFrom === 'exam'
        ? `passed ${examName(step.exam)} on ${longDay(step.on)} + ${periodInWords(step.by)} = until ${longDay(step.until)}`
        : `end ${longDay(step.from)} + ${periodInWords(step.by)} for ${examName(step.exam)} = until ${longDay(step.until)}`;
  }
}

/** The day that a step is counted from, in words. */
export function whenOf(step: Step): string {
  switch (step.kind) {
    case 'verified':
      return longDay(step.from);
    case 'no-end':
      return '';
    default:
      return longDay(step.on);
  }
}

/** What happened on that day and which end it makes. */
export function sentence(step: Step, examName: (id: string) => string): string {
  switch (step.kind) {
    case 'verified':
      return `Earned elsewhere and verified: ${step.until === null ? 'it has no end' : `until ${longDay(step.until)}`}, as the record says.`;
    case 'begins':
      return step.isIntroduction
        ? 'The award begins: on this day the certification was introduced, and exams passed before count.'
        : 'The award begins: on this day all was there.';
    case 'no-end':
      return 'No term is set for this certification, so the award has no end.';
    case 'last-exam':
      return `Last exam, ${examName(step.exam)}: ${periodInWords(step.plus)} from it, until ${longDay(step.until)}.`;
    case 'kept-end':
      return `Last exam, ${examName(step.exam)}: ${periodInWords(step.plus)} from it would end sooner than the period before, and a new period never shortens; until ${longDay(step.until)}.`;
    case 'previous-end':
      return `The end of the period before: ${periodInWords(step.plus)} from it, until ${longDay(step.until)}.`;
    case 'completed':
      return `All was there: ${periodInWords(step.plus)} from that day, until ${longDay(step.until)}.`;
    case 'extended': {
      const from = step.countedFrom === 'exam' ? 'from that exam' : 'on top of the end it had';
      return `Passed ${examName(step.exam)} while active: ${periodInWords(step.by)} ${from}, until ${longDay(step.until)} (before: ${longDay(step.from)}).`;
    }
  }
}
