import type { Effect } from '../reading/effects.ts';
import type { Entries } from '../reading/entries.ts';
import { capital, listed } from './dates.ts';

/** What an exam result decides, or why it decides nothing. */
export function effectInWords(effect: Effect, entries: Entries): string {
  switch (effect.kind) {
    case 'later':
      return 'Not known yet on the day shown.';
    case 'failed':
      return 'Decides nothing: a failed exam changes nothing.';
    case 'unrecognized':
      return 'Decides nothing: no edition of the program knows this exam. It stays in the record.';
    case 'nothing':
      return 'Decides nothing on the day shown: no award asks for it now.';
    case 'counts': {
      const names = (ids: readonly string[]): string => listed(ids.map((id) => entries.certificationName(id)));
      const parts = [
        effect.earned.length > 0 ? `earned ${names(effect.earned)}` : '',
        effect.extended.length > 0 ? `extended ${names(effect.extended)}` : '',
        effect.toward.length > 0 ? `counts toward ${names(effect.toward)}` : '',
      ].filter((part) => part !== '');
      return `${capital(listed(parts))}.`;
    }
  }
}
