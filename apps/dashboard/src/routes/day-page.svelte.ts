import type { View } from '#lib/components/view.ts';
import { Openings } from '#lib/state/openings.svelte.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { noteOf } from '#lib/texts/notes.ts';

/** What every page has beside the session: what is open on it, and the address for that and the day. */
export class DayPage {
  readonly session: Session;
  readonly openings = new Openings();
  readonly view: View = $derived.by(() => {
    const { program, words, entries, day, edition } = this.session;
    return {
      day,
      entries,
      openings: this.openings,
      explain: words.explain(program, day),
      note: (cite) => noteOf(cite, edition),
    };
  });

  constructor(session: Session) {
    this.session = session;
  }

  /** The next day on which something changes, where there is one. */
  get next(): string | undefined {
    return undefined;
  }

  /** What keeps the day and what is open, for the page's address; empty where nothing was chosen. */
  get search(): string {
    const search = new URLSearchParams(this.session.daySearch);
    if (this.openings.text !== '') search.set('open', this.openings.text);
    return search.size === 0 ? '' : `?${search}`;
  }

  /** What stands behind the sign `#` in the address; undefined where that stays as it is. */
  get fragment(): string | undefined {
    return undefined;
  }

  /** Restores what such an address keeps; a page that keeps nothing in the fragment leaves it out. */
  restore(search: URLSearchParams, _fragment: string): void {
    this.session.restore(search.get('day'));
    this.openings.read(search.get('open') ?? '');
  }
}
