import { longDay } from './dates.ts';

export const whatIf = {
  label: 'What is imagined',
  differences: 'What differs from the facts',
  imagined: 'imagined',
  drop: 'Drop',
  takeBack: 'Take the last back',
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
