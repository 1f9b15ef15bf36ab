import type { Facts, IndividualFacts, PartnerFacts } from '@standing/domain';
import { type Fact, type IndividualFact, isAboutIndividual, type PartnerFact } from './facts.ts';
import type { Kind } from './kinds.ts';
import type { Reading } from './read.ts';
import { given } from './row.ts';

/** An individual's names by id; names are no facts. */
export type Names = ReadonlyMap<string, string>;

/** The facts of one partner, and what is worth telling about how they fit together. */
export type Assembled = {
  readonly facts: Facts;
  readonly names: Names;
  /** Individuals with a record but without any affiliation: they count for nothing until one is added. By id. */
  readonly notLinked: readonly string[];
  /** Rows about an individual of whom no file of people, results, awards or agreements knows. */
  readonly unknown: readonly { readonly individual: string; readonly file: string; readonly line: number }[];
  /** Facts that were there already, word for word; they count once. */
  readonly repeated: readonly { readonly file: string; readonly kind: Kind; readonly count: number }[];
};

const NOTHING = { facts: { individuals: [], partners: [] }, names: new Map<string, string>([]) } as const;

/**
 * Puts the rows that count together as the facts of the partner `partner`. The same row twice is one fact, in one file or
 * in two; of two names for one individual the later stands. What no edition knows stays in. What was known `before` stays
 * and is added to: the only partner there is the one meant, else the one that is so called; further partners stay beside it.
 */
export function assemble(
  readings: readonly Reading[],
  partner: string,
  before: Pick<Assembled, 'facts' | 'names'> = NOTHING,
): Assembled {
  const gathered = new Gathered(partner);
  gathered.take(before);
  const repeated: { file: string; kind: Kind; count: number }[] = [];
  for (const { file, kind, fit } of readings) {
    const again = fit.flatMap(({ facts }) => facts).filter((fact) => !gathered.add(fact));
    if (again.length > 0) repeated.push({ file, kind, count: again.length });
  }
  const { facts, names } = gathered;
  const known = new Set(facts.individuals.map(({ id }) => id));
  const linked = new Set(
    facts.partners.flatMap(({ affiliations }) => affiliations.map(({ individual }) => individual)),
  );
  return {
    facts,
    names,
    notLinked: [...known].filter((id) => !linked.has(id)),
    unknown: readings.flatMap(({ file, fit }) =>
      fit.flatMap(({ line, facts: said }) =>
        said.flatMap((fact) =>
          fact.list === 'allocations' && !known.has(fact.entry.individual)
            ? [{ individual: fact.entry.individual, file, line }]
            : [],
        ),
      ),
    ),
    repeated,
  };
}

/** With a place for everything. */
type Open<T> = { readonly [K in keyof T]-?: NonNullable<T[K]> };

class Gathered {
  readonly names = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #individuals = new Map<string, Open<IndividualFacts>>();
  readonly #partner: Open<PartnerFacts>;
  #others: readonly PartnerFacts[] = [];

  constructor(partner: string) {
    this.#partner = { id: partner, affiliations: [], holdings: [], renewals: [], allocations: [], waivers: [] };
  }

  get facts(): Facts {
    const { holdings, renewals, allocations, waivers, ...partner } = this.#partner;
    return {
      individuals: [...this.#individuals.values()].sort(byId).map(({ agreements, awards, ...individual }) => ({
        ...individual,
        ...given('agreements', some(agreements)),
        ...given('awards', some(awards)),
      })),
      partners: [
        {
          ...partner,
          ...given('holdings', some(holdings)),
          ...given('renewals', some(renewals)),
          ...given('allocations', some(allocations)),
          ...given('waivers', some(waivers)),
        },
        ...this.#others,
      ],
    };
  }

  /** Begins with what is known already. */
  take({ facts: { individuals, partners }, names }: Pick<Assembled, 'facts' | 'names'>): void {
    for (const [individual, entry] of names) this.names.set(individual, entry);
    for (const { id, exams, agreements = [], awards = [] } of individuals) {
      this.#individual(id);
      for (const entry of exams) this.add({ list: 'exams', individual: id, entry });
      for (const entry of agreements) this.add({ list: 'agreements', individual: id, entry });
      for (const entry of awards) this.add({ list: 'awards', individual: id, entry });
    }
    const meant = partners.length === 1 ? partners[0] : partners.find(({ id }) => id === this.#partner.id);
    this.#others = partners.filter((partner) => partner !== meant);
    if (meant === undefined) return;
    const { affiliations, holdings = [], renewals = [], allocations = [], waivers = [] } = meant;
    // The individuals of the record are all there: an affiliation with nobody known stays one.
    for (const entry of affiliations)
      if (this.#isNew({ list: 'affiliations', entry })) this.#partner.affiliations.push(entry);
    for (const entry of holdings) this.add({ list: 'holdings', entry });
    for (const entry of renewals) this.add({ list: 'renewals', entry });
    for (const entry of allocations) this.add({ list: 'allocations', entry });
    for (const entry of waivers) this.add({ list: 'waivers', entry });
  }

  /** False where the fact was there already. A name is no fact and is always taken. */
  add(fact: Fact): boolean {
    if (fact.list === 'names') {
      this.names.set(fact.individual, fact.entry);
      return true;
    }
    if (!this.#isNew(fact)) return false;
    if (isAboutIndividual(fact)) this.#addToIndividual(fact);
    else this.#addToPartner(fact);
    return true;
  }

  /** Facts are the same whatever the order of their keys, which is a file's or the contract's. */
  #isNew(fact: IndividualFact | PartnerFact): boolean {
    const whose = isAboutIndividual(fact) ? fact.individual : '';
    const key = JSON.stringify([fact.list, whose, Object.entries(fact.entry).sort(([a], [b]) => (a < b ? -1 : 1))]);
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  #addToIndividual(fact: IndividualFact): void {
    const individual = this.#individual(fact.individual);
    if (fact.list === 'exams') individual.exams.push(fact.entry);
    else if (fact.list === 'agreements') individual.agreements.push(fact.entry);
    else individual.awards.push(fact.entry);
  }

  #addToPartner(fact: PartnerFact): void {
    if (fact.list === 'affiliations') {
      // Whoever is affiliated is known, even before a first exam.
      this.#individual(fact.entry.individual);
      this.#partner.affiliations.push(fact.entry);
    } else if (fact.list === 'holdings') this.#partner.holdings.push(fact.entry);
    else if (fact.list === 'renewals') this.#partner.renewals.push(fact.entry);
    else if (fact.list === 'allocations') this.#partner.allocations.push(fact.entry);
    else this.#partner.waivers.push(fact.entry);
  }

  #individual(id: string): Open<IndividualFacts> {
    const known = this.#individuals.get(id);
    if (known !== undefined) return known;
    const individual: Open<IndividualFacts> = { id, exams: [], agreements: [], awards: [] };
    this.#individuals.set(id, individual);
    return individual;
  }
}

function some<T>(list: T[]): T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
