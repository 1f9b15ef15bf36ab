import type { IndividualFacts, IndividualStanding } from '@standing/domain';
import { type Change, changesAfter } from '#lib/reading/changes.ts';
import { type Groups, inGroups } from '#lib/reading/groups.ts';
import { DayPage, readFragment } from '../day-page.svelte.ts';

/** An individual as the page shows it. */
export type Shown = {
  readonly facts: IndividualFacts;
  readonly name: string;
  readonly standing: IndividualStanding;
  readonly groups: Groups;
  readonly changes: readonly Change[];
};

/** All that the individual's page shows, derived from the session and from who was chosen. */
export class CertificationsPage extends DayPage {
  #chosen = $state('');

  /** Everybody in the record, by name. */
  readonly everybody: readonly { readonly id: string; readonly name: string }[] = $derived.by(() =>
    this.session.question.individuals
      .map(({ id }) => ({ id, name: this.session.name(id) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  );
  /** Who was chosen, else the first by id; undefined where the record has nobody. */
  readonly individual: Shown | undefined = $derived.by(() => {
    const { question, evaluation, entries, day, name } = this.session;
    const { individuals } = question;
    const facts = individuals.find(({ id }) => id === this.#chosen) ?? individuals[0];
    const standing = evaluation.individuals.find(({ id }) => id === facts?.id);
    if (facts === undefined || standing === undefined) return undefined;
    return {
      facts,
      name: name(facts.id),
      standing,
      groups: inGroups(standing.awards, entries),
      changes: changesAfter(day, standing, facts, entries),
    };
  });

  show(individual: string): void {
    this.#chosen = individual;
  }

  override get next(): string | undefined {
    return this.individual?.changes.find(({ on }) => on <= this.session.last)?.on;
  }

  /** Who was chosen stands behind the sign that browsers send to no server. */
  protected override get kept(): readonly (readonly [string, string])[] {
    return this.#chosen === '' ? [] : [['of', encodeURIComponent(this.#chosen)]];
  }

  override restore(search: URLSearchParams, hash: string, isFirst: boolean): void {
    super.restore(search, hash, isFirst);
    const of = readFragment(hash).get('of');
    if (of !== undefined) this.#chosen = decoded(of);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return '';
  }
}
