import type { Fault } from '../src/index.ts';
import { date } from './en-grammar.ts';

/** What each code says: what is wrong, and what to do where that is not the same sentence. */
const MESSAGES: {
  readonly [code: string]: (fault: { readonly expected: string; readonly received: string }) => string;
} = {
  missing: () => 'This is required and is not there.',
  'unknown-key': ({ received }) => `The key “${received}” is not known here. Check its spelling or leave it out.`,
  type: ({ expected, received }) => `This must be ${kind(expected)}; it is ${kind(received)}.`,
  date: ({ received }) =>
    `“${received}” is not a date of the calendar, written YYYY-MM-DD, from 1900-01-01 to 2199-12-31.`,
  period: ({ received }) =>
    `“${received}” is not a period such as P2Y, P18M, P6W or P90D, positive and up to 100 years.`,
  non_empty: () => 'This must not be empty.',
  max_length: ({ expected }) => `This may have at most ${expected} characters.`,
  integer: () => 'This must be a whole number.',
  safe_integer: () => 'This must be a whole number.',
  min_value: ({ expected }) => `This must be a whole number from ${expected} on.`,
  max_value: ({ expected }) => `This may be at most ${expected}.`,
  window: () => 'The window ends before it begins: put `until` on or after `from`.',
  'ends-before-it-begins': () => 'This ends before it begins: check its two dates.',
  'no-shape': () =>
    'A requirement has exactly one of the keys exam, certification, allOf, anyOf, atLeast; this has none.',
  'two-shapes': () =>
    'A requirement has exactly one of the keys exam, certification, allOf, anyOf, atLeast; this has several.',
  'too-deep': () => 'Requirements may be nested 32 levels deep; this lies deeper.',
  'too-many': ({ expected }) =>
    expected === '' ? 'There are too many entries.' : `There may be at most ${expected} entries.`,
  'too-many-nodes': ({ expected }) => `The requirements of an edition may have at most ${expected} nodes in all.`,
  'defined-twice': ({ received }) => `The id “${received}” is defined twice. Give one of the two another id.`,
  undefined: ({ expected, received }) => `There is no ${expected} with the id “${received}” in this edition.`,
  circle: ({ received }) => `These certifications require each other in a circle: ${received}.`,
  twice: ({ received }) => `The id “${received}” stands twice. Put its facts into one entry.`,
  'two-programs': ({ received }) => `“${received}” is another program than that of the first edition.`,
  'edition-twice': ({ received }) => `The edition “${received}” is given twice.`,
  'two-editions-of-a-day': ({ received }) => `Two editions take effect on ${received}; only one can be in force.`,
  'before-the-first-edition': ({ expected }) =>
    expected === ''
      ? 'This day lies before the first edition of the program.'
      : `This day lies before the first edition of the program; ask for ${date(expected)} (${expected}) or later.`,
  'unknown-program': ({ received }) => `No program “${received}” is published. GET /v1/programs lists those that are.`,
  'another-program': ({ expected, received }) =>
    `These are editions of the program “${received}”; the question is about “${expected}”. Give editions of that program.`,
  'unknown-individual': ({ received }) =>
    `The facts know nobody with the id “${received}”. Check the id; who joins from outside comes with a record.`,
  'unknown-partner': ({ received }) => `The facts know no partner with the id “${received}”.`,
  'unknown-exam': ({ received }) => `No edition in force by that day knows the exam “${received}”.`,
  'unknown-agreement': ({ received }) => `No edition in force by that day knows the agreement “${received}”.`,
  'unknown-specialization': ({ received }) =>
    `The edition in force on that day does not know the specialization “${received}”.`,
  'unknown-job-role': ({ received }) =>
    `The specialization has no job role with the id “${received}” in the edition in force on that day.`,
  'not-affiliated': ({ expected, received }) => `“${received}” is not affiliated there on ${date(expected)}.`,
  'already-affiliated': ({ expected, received }) => `“${received}” is affiliated there already on ${date(expected)}.`,
  'has-a-record': ({ received }) =>
    `The facts have a record of “${received}” already. Leave this one out, or give another id.`,
  'after-the-day': ({ expected }) =>
    `What is dated after the scenario's day, ${date(expected)}, is not known on it. Give that day or an earlier one.`,
  'not-after': ({ received }) =>
    `A plan needs time: “${received}” must lie after “asOf”, and before the last day of the calendar.`,
  'no-target': () => 'A target names specializations, a channelLevel, or renewals: at least one of them.',
  'too-many-words': ({ received }) =>
    `The sentences of this answer are longer than one answer can hold (reached at “${received}”). Ask for fewer at a time, or without words.`,
  'out-of-steps': ({ received }) =>
    `The question takes more work than one request may cost (reached at “${received}”). Ask for fewer at a time.`,
};

/** A fault as a sentence in English. */
export function faultInEnglish(fault: Fault): string {
  const message = MESSAGES[fault.code];
  if (message === undefined) return `This cannot be accepted (${fault.code}).`;
  return message({ expected: fault.expected ?? '', received: fault.received ?? '' });
}

function kind(type: string): string {
  switch (type) {
    case 'Array':
      return 'a list';
    case 'Object':
      return 'an object';
    case 'string':
      return 'a text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'null':
      return 'null';
    case 'undefined':
      return 'not there';
    default:
      return type;
  }
}
