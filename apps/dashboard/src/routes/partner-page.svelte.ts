import type { PartnerFacts } from '@standing/domain';
import type { Ahead, OutlookView, PartnerView, RenewalView, RowView } from '#lib/components/view.ts';
import { endsIn, expiriesByMonth, type Month } from '#lib/reading/expiries.ts';
import { named } from '#lib/reading/named.ts';
import { outlookOf, renewedBy, suppositionsOf } from '#lib/reading/outlook.ts';
import { partnerChangesAfter } from '#lib/reading/partner-changes.ts';
import { type People, type Person, peopleOf, useOf } from '#lib/reading/people.ts';
import { type Row, rowsOf, submittedOn, windowOf } from '#lib/reading/rows.ts';
import { type Seats, seatsOfLevel, seatsOfSpecialization, supportsOf } from '#lib/reading/seats.ts';
import { withNames } from '#lib/reading/with-names.ts';
import { renewalInWords } from '#lib/texts/forecast.ts';
import { partnerChangeInWords } from '#lib/texts/partner-changes.ts';
import { DayPage } from './day-page.svelte.ts';

/** All that the partner's page shows, derived from the session. */
export class PartnerPage extends DayPage {
  #month: string | undefined = $state();

  readonly #facts: PartnerFacts = $derived.by(() => {
    const { question, shown } = this.session;
    const found = question.partners.find(({ id }) => id === shown.partner);
    if (found === undefined) throw new Error('The facts leave out the partner that they are about.');
    return found;
  });
  readonly partner = $derived.by(() => {
    const found = this.session.evaluation.partners.find(({ id }) => id === this.session.shown.partner);
    if (found === undefined) throw new Error('The answer leaves out the partner that was asked about.');
    return found;
  });
  readonly #rows = $derived.by(() => rowsOf(this.partner, this.session.entries));
  /** What lies ahead; undefined where it cannot be told, and why then. */
  readonly forecast = $derived.by(() => (this.session.prospect.ok ? this.session.prospect.forecast : undefined));
  readonly #say = $derived.by(() => this.session.words.forecast(this.session.program));
  readonly own: readonly RowView[] = $derived.by(() => this.#rows.own.map((row) => this.#opened(row)));
  readonly others: readonly RowView[] = $derived.by(() => this.#rows.others.map((row) => this.#opened(row)));
  /** What is ready now, and as things stand not on its anniversary. */
  readonly risks: readonly string[] = $derived.by(() =>
    this.own.filter(({ outlook }) => outlook?.atRisk).map(({ row }) => row.name),
  );
  /** The first that is not ready or will not be, with its cheapest repair. */
  readonly cheapest = $derived.by(() => {
    const first = this.own.find(({ row, outlook }) => row.standing.readiness === 'not-met' || outlook?.atRisk);
    const repair = first?.outlook?.repairs[0];
    return first === undefined || repair === undefined ? undefined : { name: first.row.name, repair };
  });
  readonly people: People = $derived.by(() =>
    peopleOf(
      this.session.evaluation,
      this.partner,
      this.#facts,
      this.session.edition,
      this.own.flatMap(({ reasons }) => supportsOf(reasons)),
      this.session.name,
    ),
  );
  readonly months: readonly Month[] = $derived.by(() => expiriesByMonth(this.people.here, this.session.day));
  /** The month whose ends the list of people is cut to, where one was pressed that is shown. */
  readonly month: string | undefined = $derived.by(() =>
    this.months.some(({ month }) => month === this.#month) ? this.#month : undefined,
  );
  readonly listed: readonly Person[] = $derived.by(() => {
    const { month, people } = this;
    return month === undefined ? people.here : people.here.filter((person) => endsIn(person, month).length > 0);
  });
  readonly changes: readonly Ahead[] = $derived.by(() =>
    partnerChangesAfter(this.session.day, this.#rows.own, this.people.here, this.#facts, this.session.entries).map(
      (change) => ({
        on: change.on,
        words: partnerChangeInWords(change, this.session.entries, this.session.name),
      }),
    ),
  );
  readonly partnerView: PartnerView = $derived.by(() => {
    const { partner, view } = this;
    const { edition, name } = this.session;
    return { ...view, edition, name, use: (individual) => useOf(individual, partner, edition) };
  });

  /** Cuts the list of people to those with an award that ends in the month; the same month again lifts that. */
  press(month: string): void {
    this.#month = this.month === month ? undefined : month;
  }

  override get next(): string | undefined {
    return this.changes.find(({ on }) => on <= this.session.last)?.on;
  }

  #opened(row: Row): RowView {
    const { name, day, entries } = this.session;
    const reasons = named(this.view.explain(row.standing.explanation), name);
    const id = row.kind === 'specialization' ? row.standing.specialization : '';
    const isOwn = ({ specialization }: { readonly specialization: string }): boolean => specialization === id;
    const seats: readonly Seats[] =
      row.kind === 'specialization'
        ? seatsOfSpecialization(row.standing, reasons, this.#facts, day, entries)
        : seatsOfLevel(row.standing, reasons);
    return {
      row,
      reasons,
      seats,
      outlook: this.#outlook(row),
      opens: windowOf(row, entries),
      submittedOn: submittedOn(row, this.#facts, day),
      bottlenecks: this.partner.bottlenecks.filter(isOwn),
      violations: this.partner.violations.filter(isOwn),
    };
  }

  /** The same with the names of people and of the partner. */
  protected named<T>(part: T): T {
    return withNames(part, this.session.name, this.session.shown.partnerName);
  }

  #outlook(row: Row): OutlookView | undefined {
    const found = this.forecast === undefined ? undefined : outlookOf(row, this.forecast);
    if (found === undefined) return undefined;
    const { breaks, repairs, atRisk } = found;
    return {
      atRisk,
      breaksOn: breaks?.on,
      causes: this.named(breaks?.causes ?? [])
        .map(this.#say.happening)
        .join(' '),
      repairs: repairs.map((repair) => ({
        words: this.#say.repair(this.named(repair), found),
        suppositions: suppositionsOf(repair, this.#about(row)),
        renewals: renewedBy(repair).flatMap((id) => this.#renewal(id)),
      })),
    };
  }

  #about(row: Row) {
    const { day: on, edition, question } = this.session;
    const known = new Set(question.individuals.map(({ id }) => id));
    return { row, on, edition, isGiven: this.forecast?.allocate === 'given', known };
  }

  /** What to do for the renewal of a specialization; nothing where it is not held. */
  #renewal(id: string): readonly RenewalView[] {
    const { day, entries } = this.session;
    const row = this.#rows.own.find(({ key }) => key === id);
    const opens = row === undefined ? undefined : windowOf(row, entries);
    const anniversary = row?.standing.anniversary;
    if (row === undefined || opens === undefined || anniversary === undefined || anniversary === null) return [];
    const dates = { opens, anniversary, submittedOn: submittedOn(row, this.#facts, day) };
    const isAhead = opens > day && dates.submittedOn === undefined;
    return [{ words: renewalInWords(row.name, dates, day), showOn: isAhead ? opens : undefined }];
  }
}
