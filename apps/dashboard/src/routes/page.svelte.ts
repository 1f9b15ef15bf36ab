import { published } from '@standing/domain/editions';
import { wordsOf } from '@standing/domain/words';
import type { View } from '#lib/components/view.ts';
import { type Change, changesAfter } from '#lib/reading/changes.ts';
import { Entries } from '#lib/reading/entries.ts';
import { type Groups, inGroups } from '#lib/reading/groups.ts';
import { Openings } from '#lib/state/openings.svelte.ts';
import { openProgram, Standing } from '#lib/state/standing.svelte.ts';
import { Today } from '#lib/state/today.svelte.ts';
import { noteOf } from '#lib/texts/notes.ts';
import { DEMO_DAY, demo } from './record.ts';

const PROGRAM = 'cisco-channel';
/** The last day that a program can be asked about. */
const LAST = '2199-12-31';

/** All that the page shows, derived from the record and the day. */
export class DemoPage {
  readonly today = new Today(DEMO_DAY);
  readonly openings = new Openings();
  readonly entries: Entries;
  readonly first: string;
  readonly last = LAST;
  readonly #standing: Standing;
  readonly #explain: (day: string) => View['explain'];
  #isChosen = $state(false);
  #refusal = $state('');

  readonly individual = $derived.by(() => {
    const [individual] = this.#standing.evaluation.individuals;
    if (individual === undefined) throw new Error('The answer leaves out the individual who was asked about.');
    return individual;
  });
  readonly edition = $derived.by(() => this.entries.edition(this.#standing.evaluation.edition));
  readonly groups: Groups = $derived.by(() => inGroups(this.individual.awards, this.entries));
  readonly changes: readonly Change[] = $derived.by(() =>
    changesAfter(this.day, this.individual, demo.facts, this.entries),
  );
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

  constructor() {
    const words = wordsOf('en');
    const editions = published.find(({ program }) => program === PROGRAM)?.editions;
    if (words === undefined || editions === undefined) throw new Error('The program or its words are not published.');
    const program = openProgram(editions);
    this.#explain = (day) => words.explain(program, day);
    this.entries = new Entries(program);
    this.first = this.entries.edition(null).effectiveFrom;
    this.#standing = new Standing(program, { individuals: [demo.facts], partners: [] }, words, DEMO_DAY);
  }

  get day(): string {
    return this.#standing.day;
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

  /** What keeps the day and what is open, for the page's address; empty where nothing was chosen. */
  get search(): string {
    const search = new URLSearchParams();
    if (this.#isChosen) search.set('day', this.day);
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
