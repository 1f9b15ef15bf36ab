import { stripVTControlCharacters } from 'node:util';
import type { Counts, Outcome } from './counts.ts';

/** How much of what a failing part printed is shown, in lines: the end of it, where the runners sum up. */
const SHOWN = 400;

function countsOf({ passed, failed, skipped = 0 }: Counts): string {
  const parts = [`${passed} passed`, failed > 0 && `${failed} failed`, skipped > 0 && `${skipped} skipped`];
  return parts.filter(Boolean).join(', ');
}

/** The lines about one part: its name, counts and time, and why it failed, if it did. */
export function partLines(name: string, outcome: Outcome, seconds: number): string[] {
  const state = outcome.failed > 0 ? 'FAIL' : 'ok  ';
  const time = `${seconds.toFixed(1)} s`.padStart(8);
  const head = `${state}  ${name.padEnd(16)}${time}   ${countsOf(outcome)}`;
  const details = outcome.details ? ` (${outcome.details})` : '';
  if (outcome.failed === 0) return [head + details];
  const printed = stripVTControlCharacters(outcome.output).trimEnd().split('\n');
  const cut = printed.length > SHOWN ? [`... ${printed.length - SHOWN} lines before this are left out`] : [];
  const below = [...outcome.notes, ...cut, ...printed.slice(-SHOWN)].filter((line, at) => at > 0 || line !== '');
  return [head + details, ...below.map((line) => `      | ${line}`.trimEnd())];
}

/** The last line of `npm test`. */
export const closingLine = ({ passed, failed }: Counts): string => `${passed} passed, ${failed} failed`;
