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

  /** What stands behind the sign `#` in the address, where `hash` stands now: what browsers send to no server. */
  fragment(hash: string): string {
    const kept = [
      ...this.kept,
      ...(this.session.imaginedText === '' ? [] : [['if', this.session.imaginedText] as const]),
    ];
    if (kept.length > 0) return `#${kept.map(([key, text]) => `${key}=${text}`).join('&')}`;
    // A place on the page stays; what is kept no longer goes.
    return readFragment(hash).size > 0 ? '' : hash;
  }

  /** What this page keeps there beside what is imagined: keys and texts as they stand in an address. */
  protected get kept(): readonly (readonly [key: string, text: string])[] {
    return [];
  }

  /** Restores what such an address keeps; what is imagined only where the address `isFirst`: after that the session knows. */
  restore(search: URLSearchParams, hash: string, isFirst: boolean): void {
    this.session.restore(search.get('day'));
    this.openings.read(search.get('open') ?? '');
    const imagined = readFragment(hash).get('if');
    if (isFirst && imagined !== undefined) this.session.restoreImagined(imagined);
  }
}

/** What is kept behind the sign `#`, by key and still escaped; empty where a place on the page stands there. */
export function readFragment(hash: string): ReadonlyMap<string, string> {
  const parts = hash.replace(/^#/, '').split('&');
  return new Map(
    parts.flatMap((part) => {
      const at = part.indexOf('=');
      return at < 1 ? [] : [[part.slice(0, at), part.slice(at + 1)] as const];
    }),
  );
}
