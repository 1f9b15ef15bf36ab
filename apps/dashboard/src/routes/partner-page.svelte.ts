import type { PartnerFacts } from '@standing/domain';
import type { Ahead, PartnerView, RowView } from '#lib/components/view.ts';
import { demo } from '#lib/demo/partner.ts';
import { expiriesByMonth, type Month } from '#lib/reading/expiries.ts';
import { named } from '#lib/reading/named.ts';
import { partnerChangesAfter } from '#lib/reading/partner-changes.ts';
import { type People, peopleOf, useOf } from '#lib/reading/people.ts';
import { type Row, rowsOf, submittedOn, windowOf } from '#lib/reading/rows.ts';
import { type Seats, seatsOfLevel, seatsOfSpecialization, supportsOf } from '#lib/reading/seats.ts';
import { partnerChangeInWords } from '#lib/texts/partner-changes.ts';
import { DayPage } from './day-page.svelte.ts';

/** All that the partner's page shows, derived from the facts and the day. */
export class PartnerPage extends DayPage {
  readonly #facts: PartnerFacts;

  readonly partner = $derived.by(() => {
    const [partner] = this.evaluation.partners;
    if (partner === undefined) throw new Error('The answer leaves out the partner that was asked about.');
    return partner;
  });
  readonly #rows = $derived.by(() => rowsOf(this.partner, this.entries));
  readonly own: readonly RowView[] = $derived.by(() => this.#rows.own.map((row) => this.#opened(row)));
  readonly others: readonly RowView[] = $derived.by(() => this.#rows.others.map((row) => this.#opened(row)));
  readonly people: People = $derived.by(() =>
    peopleOf(
      this.evaluation,
      this.partner,
      this.#facts,
      this.edition,
      this.own.flatMap(({ reasons }) => supportsOf(reasons)),
      this.#name,
    ),
  );
  readonly months: readonly Month[] = $derived.by(() => expiriesByMonth(this.people.here, this.day));
  readonly changes: readonly Ahead[] = $derived.by(() =>
    partnerChangesAfter(this.day, this.#rows.own, this.people.here, this.#facts, this.entries).map((change) => ({
      on: change.on,
      words: partnerChangeInWords(change, this.entries, this.#name),
    })),
  );
  readonly partnerView: PartnerView = $derived.by(() => {
    const { partner, edition, view } = this;
    return { ...view, edition, name: this.#name, use: (individual) => useOf(individual, partner, edition) };
  });

  constructor() {
    super(demo.program, demo.facts, demo.day);
    const [facts] = demo.facts.partners;
    if (facts === undefined) throw new Error('The demo has no partner.');
    this.#facts = facts;
  }

  readonly #name = (individual: string): string => demo.names.get(individual) ?? individual;

  #opened(row: Row): RowView {
    const reasons = named(this.view.explain(row.standing.explanation), this.#name);
    const id = row.kind === 'specialization' ? row.standing.specialization : '';
    const isOwn = ({ specialization }: { readonly specialization: string }): boolean => specialization === id;
    const seats: readonly Seats[] =
      row.kind === 'specialization'
        ? seatsOfSpecialization(row.standing, reasons, this.#facts.waivers ?? [], this.day, this.entries)
        : seatsOfLevel(row.standing, reasons);
    return {
      row,
      reasons,
      seats,
      opens: windowOf(row, this.entries),
      submittedOn: submittedOn(row, this.#facts, this.day),
      bottlenecks: this.partner.bottlenecks.filter(isOwn),
      violations: this.partner.violations.filter(isOwn),
    };
  }
}
