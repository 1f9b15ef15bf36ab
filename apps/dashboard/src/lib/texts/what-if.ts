import type { Brought } from '../reading/brings.ts';
import type { Entries } from '../reading/entries.ts';
import type { Supposition } from '../reading/supposition.ts';
import { counted, listed, longDay } from './dates.ts';
import { inSentence } from './standing.ts';

export const whatIf = {
  label: 'What is imagined',
  differences: 'What differs from the facts',
  imagined: 'imagined',
  drop: 'Drop',
  dropAll: 'Drop all',
  showThat: 'Show that day',
  show: (on: string): string => `Show ${longDay(on)}`,
  ask: 'What if…',
  title: 'What if',
  what: 'What',
  who: 'Who',
  since: 'From the day',
  imagineIt: 'Imagine it',
  close: 'Close',
  nobody: 'There is nobody of whom this could be imagined.',
  asked: {
    passes: 'somebody passes an exam',
    accepts: 'somebody accepts an agreement',
    leaves: 'somebody leaves',
    joins: 'somebody known joins',
    hires: 'somebody new joins',
    edition: 'the rules of another edition hold',
  },
  about: {
    passes: 'Exam',
    accepts: 'Agreement',
    hires: 'With',
    edition: 'Edition',
  },
  newcomer: (number: number): string => (number === 1 ? 'Somebody new' : `Somebody new (${number})`),
  understood: 'Understood',
  differs: (count: number): string => (count === 1 ? 'What differs: one verdict' : `What differs: ${count} verdicts`),
  nothing: 'Nothing on this day differs from the facts.',
  notYet: (on: string): string => `What is imagined begins on ${longDay(on)}; on the day shown all is fact.`,
  unreadable: 'The address names a what-if that cannot be read. All that is shown is fact.',
  refused: (why: string): string => `That cannot be imagined. ${why}`,
  dropped: (why: string): string => `What was imagined is dropped, as this record has no room for it. ${why}`,
  ofLeaving: (name: string): string => `What if ${name} leaves?`,
} as const;

/** A long address keeps no what-if: it lives as long as the page. */
export const notKept = 'Too much is imagined for the address to keep: it is lost when the page is reloaded.';

/** What is imagined and what comes of it: `Imagined: Ana leaves · 2 of 3 specializations fall`. */
export function bannerInWords(
  facts: readonly { readonly words: string; readonly on: string; readonly isBegun: boolean }[],
  effects: string | undefined,
): string {
  const [first] = facts.toSorted((a, b) => (a.on < b.on ? -1 : 1));
  if (first === undefined) return '';
  if (effects === undefined) return whatIf.notYet(first.on);
  const what = facts.length === 1 ? first.words : counted(facts.length, 'thing', 'things');
  return `Imagined: ${what} · ${effects}`;
}

type Move = Extract<Supposition, { readonly kind: 'fills' | 'vacates' }>;

/** `Tomasz Zieliński fills field engineer in IP Telephony`. */
export function moveInWords({ kind, specialization, jobRole }: Move, name: string, entries: Entries): string {
  const place = `${inSentence(entries.jobRoleName(specialization, jobRole))} in ${entries.specializationName(specialization)}`;
  return `${name} ${kind === 'fills' ? 'fills' : 'gives up'} ${place}`;
}

export function broughtInWords(brings: readonly Brought[], entries: Entries): string {
  return listed(
    brings.map(({ kind, id }) => (kind === 'award' ? entries.certificationName(id) : entries.examName(id))),
  );
}

/** An edition that is imagined: one that was replaced still holds, one that is to come holds already. */
export function editionInWords(edition: string, effectiveFrom: string | undefined, on: string): string {
  return `the edition ${edition} ${effectiveFrom !== undefined && effectiveFrom > on ? 'holds already' : 'still holds'}`;
}
