import type { Evaluation, Facts } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { wordsOf } from '@standing/domain/words';
import type { View } from '#lib/components/view.ts';
import { Entries } from '#lib/reading/entries.ts';
import { Openings } from '#lib/state/openings.svelte.ts';
import { openProgram, Standing } from '#lib/state/standing.svelte.ts';
import { Today } from '#lib/state/today.svelte.ts';
import { noteOf } from '#lib/texts/notes.ts';

/** The last day that a program can be asked about. */
const LAST = '2199-12-31';

/** What every page has that shows a record on a day: the answer of that day, what is open, and the address for both. */
export class DayPage {
  readonly today: Today;
  readonly openings = new Openings();
  readonly entries: Entries;
  readonly first: string;
  readonly last = LAST;
  readonly #standing: Standing;
  readonly #explain: (asOf: string) => View['explain'];
  #isChosen = $state(false);
  #refusal = $state('');

  readonly edition = $derived.by(() => this.entries.edition(this.#standing.evaluation.edition));
  readonly view: View = $derived.by(() => {
    const { edition } = this;
    return {
      day: this.day,
      entries: this.entries,
      openings: this.openings,
      explain: this.#explain(this.day),
      note: (cite) => noteOf(cite, edition),
    };
  });

  /** @throws {Error} where the program is not published or the record cannot be shown on the day: the build is broken */
  constructor(programId: string, facts: Facts, day: string) {
    const words = wordsOf('en');
    const editions = published.find(({ program }) => program === programId)?.editions;
    if (words === undefined || editions === undefined) throw new Error('The program or its words are not published.');
    const program = openProgram(editions);
    this.#explain = (asOf) => words.explain(program, asOf);
    this.entries = new Entries(program);
    this.first = this.entries.edition(null).effectiveFrom;
    this.today = new Today(day);
    this.#standing = new Standing(program, facts, words, day);
  }

  get day(): string {
    return this.#standing.day;
  }

  get evaluation(): Evaluation {
    return this.#standing.evaluation;
  }

  /** Why the last day that was asked for is not shown; empty when it is. */
  get refusal(): string {
    return this.#refusal;
  }

  /** Shows a day that somebody asked for. */
  choose(day: string): void {
    this.#refusal = this.#standing.show(day);
    if (this.#refusal === '') this.#isChosen = true;
  }

  /** What keeps the day in the address of any page; empty where none was chosen. */
  get daySearch(): string {
    return this.#isChosen ? `?${new URLSearchParams({ day: this.day })}` : '';
  }

  /** What keeps the day and what is open, for the page's address; empty where nothing was chosen. */
  get search(): string {
    const search = new URLSearchParams(this.daySearch);
    if (this.openings.text !== '') search.set('open', this.openings.text);
    return search.size === 0 ? '' : `?${search}`;
  }

  /** Restores what such an address keeps. */
  restore(search: URLSearchParams): void {
    const day = search.get('day');
    if (day !== null) this.choose(day);
    this.openings.read(search.get('open') ?? '');
  }

  /** Moves to the server's today, unless a day was chosen meanwhile. */
  async askToday(address: string): Promise<void> {
    await this.today.ask(address, (day) => day >= this.first && day <= this.last);
    if (!this.#isChosen) this.#standing.show(this.today.day);
  }
}
