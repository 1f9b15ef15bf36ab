import type { Edition, Explanation, PartnerStanding } from '@standing/domain';
import type { ExplanationInWords } from '@standing/domain/words';
import type { Brought } from '../reading/brings.ts';
import type { Entries } from '../reading/entries.ts';
import type { Use } from '../reading/people.ts';
import type { Row } from '../reading/rows.ts';
import type { Seats } from '../reading/seats.ts';
import type { Supposition } from '../reading/supposition.ts';
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

/** What the parts of a partner's page ask beside that. */
export type PartnerView = View & {
  readonly edition: Edition;
  readonly name: (individual: string) => string;
  readonly use: (individual: string) => Use;
};

/** A row of a partner's standing with all that it opens to. */
export type RowView = {
  readonly row: Row;
  readonly reasons: ExplanationInWords;
  readonly seats: readonly Seats[];
  /** What lies ahead of it; undefined where that cannot be told. */
  readonly outlook: OutlookView | undefined;
  /** The day on which its renewal window opens. */
  readonly opens: string | undefined;
  /** The day on which a renewal was submitted that is not decided yet. */
  readonly submittedOn: string | undefined;
  readonly bottlenecks: PartnerStanding['bottlenecks'];
  /** The given allocations to it that do not count. */
  readonly violations: PartnerStanding['violations'];
};

/** A date that lies ahead, in words. */
export type Ahead = { readonly on: string; readonly words: string };

/** When something has to be renewed, in words, and the day on which that becomes possible where it lies ahead. */
export type RenewalView = { readonly words: string; readonly showOn: string | undefined };

/** A way to keep something, in words, and as what can be imagined of it, where it can. */
export type RepairView = {
  readonly words: string;
  readonly suppositions: readonly Supposition[] | undefined;
  /** What has to be renewed for it: the program decides on that, nobody can try it. */
  readonly renewals: readonly RenewalView[];
};

type Choosable = readonly { readonly id: string; readonly name: string }[];

/** What can be imagined on the day shown. */
export type Choices = {
  /** Who is with the partner, who is not, and both. */
  readonly here: Choosable;
  readonly elsewhere: Choosable;
  readonly everybody: Choosable;
  /** The id of somebody whom no record knows yet. */
  readonly newcomer: string;
  readonly exams: Choosable;
  readonly agreements: Choosable;
  /** What somebody new may bring. */
  readonly brings: readonly { readonly brought: Brought; readonly name: string }[];
  readonly editions: Choosable;
};

/** What lies ahead of a level or a specialization. */
export type OutlookView = {
  /** Ready now, and not on its anniversary. */
  readonly atRisk: boolean;
  readonly breaksOn: string | undefined;
  /** What of that day breaks it, in words. */
  readonly causes: string;
  /** The cheapest first. */
  readonly repairs: readonly RepairView[];
};
