import { published } from '@standing/domain/source/editions/index.ts';
import {
  type Facts,
  type PartnerFacts,
  type Program,
  parseProgram,
  type Verdicts,
  verdictsOf,
} from '@standing/domain/source/src/index.ts';

/** The files of one network, and the day on which everybody is asked about. */
export type WholeProgram = { readonly ledger: string; readonly packed: string; readonly asOf: string };

/** One partner as it is stored: itself with everybody it names, and where else they work. */
type Stored = { readonly facts: Facts; readonly elsewhere: readonly PartnerFacts[] };

const DAY_MS = 86_400_000;
/** So many days ahead it is asked who is due. */
const WEEK = 7;

/** What a nightly run is for: where everybody stands, and who is due within a week. */
export class Night {
  readonly #program: Program;
  readonly #asOf: string;
  readonly #week: string;
  #partners = 0;
  #individuals = 0;
  #active = 0;
  #met = 0;
  #due = 0;

  constructor(asOf: string) {
    const parsed = parseProgram(published[0]?.editions ?? []);
    if (!parsed.ok) throw new Error('The published program should be without faults');
    this.#program = parsed.value;
    this.#asOf = asOf;
    this.#week = new Date(Date.parse(asOf) + WEEK * DAY_MS).toISOString().slice(0, 10);
  }

  /** Evaluates one partner without the reasons, and takes down what the night wants of it. */
  evaluate(record: Stored): void {
    const { individuals, partners } = questionOf(record, this.#asOf);
    const asOf = Date.parse(this.#asOf) / DAY_MS;
    const answer = verdictsOf({ program: this.#program, asOf, allocate: undefined, individuals, partners });
    if (!answer.ok) throw new Error(`A partner could not be evaluated: ${JSON.stringify(answer.faults)}`);
    this.#take(answer.value, record.facts.partners[0]?.id);
  }

  #take({ individuals, partners }: Verdicts, asked: string | undefined): void {
    const isDue = (day: string | null) => day !== null && day >= this.#asOf && day < this.#week;
    for (const { awards } of individuals) {
      this.#individuals += 1;
      for (const { status, validUntil, reminders } of awards) {
        if (status === 'active') this.#active += 1;
        if (isDue(validUntil) || reminders.some(({ on }) => isDue(on))) this.#due += 1;
      }
    }
    for (const { id, specializations, channelLevels } of partners) {
      if (id !== asked) continue;
      this.#partners += 1;
      for (const { readiness, anniversary } of [...specializations, ...channelLevels]) {
        if (readiness === 'met') this.#met += 1;
        if (isDue(anniversary)) this.#due += 1;
      }
    }
  }

  /** In numbers: the same from whatever form the program was read. */
  get answer(): string {
    return [
      ...[`${this.#partners} partners`, `${this.#individuals} individuals`, `${this.#active} active awards`],
      ...[`${this.#met} requirements met`, `${this.#due} due`],
    ].join(', ');
  }
}

/**
 * The question about one partner: of other partners only what bears on it, the affiliations on that day of whoever works
 * here on that day. An individual counts for one partner alone.
 */
function questionOf({ facts, elsewhere }: Stored, asOf: string): Facts {
  const isOpen = ({ from, until }: PartnerFacts['affiliations'][number]) =>
    from <= asOf && (until === undefined || asOf < until);
  const here = new Set(
    facts.partners.flatMap(({ affiliations }) => affiliations.filter(isOpen).map(({ individual }) => individual)),
  );
  const rivals = elsewhere.flatMap(({ id, affiliations }) => {
    const open = affiliations.filter((one) => isOpen(one) && here.has(one.individual));
    return open.length === 0 ? [] : [{ id, affiliations: open }];
  });
  return { individuals: facts.individuals, partners: [...facts.partners, ...rivals] };
}
