import type { Edition, Evaluation, EvaluationRequest, Fault, Imagined, Program } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { type Words, wordsOf } from '@standing/domain/words';
import { createContext } from 'svelte';
import { demo } from '../demo/partner.ts';
import { Entries } from '../reading/entries.ts';
import { newcomerNumber } from '../reading/newcomers.ts';
import { added, readSuppositions, type Supposition, without, writeSuppositions } from '../reading/supposition.ts';
import { whatIf as texts } from '../texts/what-if.ts';
import { OwnRecord } from './own-record.svelte.ts';
import { type Prospect, Prospects, prospectOf } from './prospect.ts';
import { type Shown, shownDemo, shownOwn } from './shown.ts';
import { type Imagination, openProgram, Standing } from './standing.svelte.ts';
import { Today } from './today.svelte.ts';

/** The last day that a program can be asked about. */
const LAST = '2199-12-31';

/** What every page sees: one record, one partner, one day, and the answer to them. */
export class Session {
  readonly program: Program;
  readonly words: Words;
  readonly entries: Entries;
  readonly own: OwnRecord;
  /** The first and the last day that can be shown. */
  readonly first: string;
  readonly last = LAST;
  readonly #standing: Standing;
  readonly #today: Today;
  #shown: Shown = $state.raw() as Shown;
  #isChosen = $state(false);
  #refusal = $state('');
  #notice = $state('');
  readonly #prospects = new Prospects();
  /** Looked at once for all that ask, and only where somebody does. */
  readonly #prospect = $derived.by(() => {
    const { question, day, shown, suppositions } = this;
    return this.#prospects.of(shown.facts, JSON.stringify([day, suppositions]), () =>
      prospectOf(question, day, shown.partner, this.#say),
    );
  });

  /** @throws {Error} where the program is not published or the demo cannot be shown: the build is broken */
  constructor() {
    const words = wordsOf('en');
    const editions = published.find(({ program }) => program === demo.program)?.editions;
    if (words === undefined || editions === undefined) throw new Error('The program or its words are not published.');
    this.words = words;
    this.program = openProgram(editions);
    this.entries = new Entries(this.program);
    this.first = this.entries.edition(null).effectiveFrom;
    this.#today = new Today(demo.day);
    this.#shown = shownDemo();
    this.#standing = new Standing(this.program, this.#shown, this.#say, demo.day);
    this.own = new OwnRecord({
      program: this.program,
      show: (record) => this.#show(shownOwn(record, this.first)),
      clear: () => this.showDemo(),
      fault: (fault) => words.fault(fault),
    });
  }

  get shown(): Shown {
    return this.#shown;
  }

  /** The day shown, `YYYY-MM-DD`. */
  get day(): string {
    return this.#standing.day;
  }

  /** The program's today: the server's; without one the last day of which the record knows something. */
  get today(): string {
    return this.#todayOf(this.#shown);
  }

  /** Whether the server said which day is today. */
  get isTodaySet(): boolean {
    return this.#today.isSet;
  }

  /** The answer; what of it is not a fact says so. */
  get evaluation(): Imagined<Evaluation> {
    return this.#standing.shown.evaluation;
  }

  /** The question that it answers, with what is imagined among its facts. */
  get question(): EvaluationRequest {
    return this.#standing.shown.question;
  }

  /** What is imagined, on whatever day it begins; empty where all is fact. */
  get suppositions(): readonly Supposition[] {
    return this.#standing.suppositions;
  }

  /** What comes of it on the day shown; undefined where nothing of it has begun. */
  get imagination(): Imagination | undefined {
    return this.#standing.shown.imagination;
  }

  /** What lies ahead from the day shown, with what is imagined. */
  get prospect(): Prospect {
    return this.#prospect;
  }

  /** Why something that was asked for is not so: it cannot be imagined, or not loaded; empty where there is nothing to say. */
  get notice(): string {
    return this.#notice;
  }

  /** What keeps the what-if behind the sign `#` of an address, which browsers send to no server; empty without one. */
  get imaginedText(): string {
    return writeSuppositions(this.suppositions);
  }

  /** The edition in force on the day shown. */
  get edition(): Edition {
    return this.entries.edition(this.evaluation.edition);
  }

  /** Why the last day that was asked for is not shown; empty when it is. */
  get refusal(): string {
    return this.#refusal;
  }

  /** What keeps the day in the address of any page; empty where none was chosen. */
  get daySearch(): string {
    return this.#isChosen ? `?${new URLSearchParams({ day: this.day })}` : '';
  }

  /** A fault as a sentence, with the names of people. */
  readonly #say = (fault: Fault): string => {
    const { received = '' } = fault;
    const name = this.#shown.names.get(received);
    return this.words.fault(name === undefined ? fault : { ...fault, received: name });
  };

  readonly name = (individual: string): string => {
    const number = newcomerNumber(individual, this.suppositions);
    return this.#shown.names.get(individual) ?? (number === undefined ? individual : texts.newcomer(number));
  };

  /** Shows a day that somebody asked for. */
  choose(day: string): void {
    this.#refusal = this.#standing.show(day);
    if (this.#refusal === '') this.#isChosen = true;
  }

  /** Says something on whatever page is shown, until it was read. */
  tell(notice: string): void {
    this.#notice = notice;
  }

  /** Forgets the notice, once it was read. */
  hush(): void {
    this.#notice = '';
  }

  /** Shows the day that an address keeps; today where it keeps none. */
  restore(day: string | null): void {
    if (day !== null) this.choose(day);
    else if (this.#isChosen) {
      this.#isChosen = false;
      this.#refusal = this.#standing.show(this.today);
    }
  }

  /**
   * Imagines more, on top of what is imagined already; what the record has no room for changes nothing. Gives the reason,
   * which the page says until it is hushed; empty where all went well.
   */
  imagine(...more: readonly Supposition[]): string {
    return this.#imagine(added(this.suppositions, more));
  }

  /** Drops one of the things that are imagined. */
  dropOne(supposition: Supposition): void {
    this.#imagine(without(this.suppositions, supposition));
  }

  /** Back to the facts. */
  drop(): void {
    this.#imagine([]);
  }

  /** Imagines what an address keeps; one that cannot be read changes nothing and says so. */
  restoreImagined(text: string): void {
    const suppositions = readSuppositions(text);
    if (suppositions === undefined) this.#notice = texts.unreadable;
    else this.#imagine(suppositions);
  }

  #imagine(suppositions: readonly Supposition[]): string {
    const refusal = this.#standing.show(this.day, this.#shown, suppositions);
    this.#notice = refusal === '' ? '' : texts.refused(refusal);
    return this.#notice;
  }

  /** Moves to the server's today, unless a day was chosen meanwhile. */
  async askToday(address: string): Promise<void> {
    await this.#today.ask(address, (day) => day >= this.first && day <= this.last);
    if (!this.#isChosen) this.#standing.show(this.today);
  }

  /** Shows the demo; one's own record stays where it is. */
  showDemo(): void {
    this.#show(shownDemo());
  }

  /** Shows one's own record again, where there is one. */
  showOwn(): void {
    if (this.own.record !== undefined) this.#show(shownOwn(this.own.record, this.first));
  }

  #show(shown: Shown): string {
    const day = this.#isChosen ? this.day : this.#todayOf(shown);
    const why = this.#standing.show(day, shown);
    // What is imagined of one record may make no sense of another.
    const refusal = why === '' || this.suppositions.length === 0 ? why : this.#standing.show(day, shown, []);
    if (refusal === '') {
      this.#shown = shown;
      this.#refusal = '';
      this.#notice = why === '' ? '' : texts.dropped(why);
    }
    return refusal;
  }

  #todayOf({ isOwn, asOf }: Shown): string {
    return isOwn && !this.#today.isSet ? asOf : this.#today.day;
  }
}

/** The layout sets the session, every page gets the same. */
export const [getSession, setSession] = createContext<Session>();
