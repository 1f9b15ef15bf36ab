import type { Explanation } from '@standing/domain';
import type { ExplanationInWords } from '@standing/domain/words';
import type { Entries } from '../reading/entries.ts';
import type { Note } from '../texts/notes.ts';

/** What a part that unfolds asks: is it open, and to remember that it was opened or closed. */
export type Openings = {
  readonly has: (key: string) => boolean;
  readonly set: (key: string, open: boolean) => void;
};

/** What every part of a page needs to show the reasons of a verdict: handed down, never looked up. */
export type View = {
  /** The day shown, `YYYY-MM-DD`. */
  readonly day: string;
  readonly entries: Entries;
  readonly openings: Openings;
  readonly explain: (explanation: Explanation) => ExplanationInWords;
  readonly note: (cite: string) => Note;
};
