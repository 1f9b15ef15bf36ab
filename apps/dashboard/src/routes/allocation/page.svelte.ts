import {
  type Allocation,
  evaluate,
  type Hindrance,
  type PartnerStanding,
  type Staffing,
  staffingOf,
} from '@standing/domain';
import type { ExplanationInWords } from '@standing/domain/words';
import {
  type Cell,
  type ColumnGroup,
  cellsOf,
  columnGroupsOf,
  movesBetween,
  pinsOf,
  swapsFor,
} from '#lib/reading/matrix.ts';
import { type Use, useOf } from '#lib/reading/people.ts';
import { isSameMove } from '#lib/reading/supposition.ts';
import { PartnerPage } from '../partner-page.svelte.ts';

export type Rows = 'everybody' | 'able' | 'free' | 'there';

/** A row of the matrix. */
export type MatrixRow = { readonly id: string; readonly name: string; readonly use: Use };

/** The cell in focus with all that there is to say about it. */
export type Focused = {
  readonly entry: Allocation;
  readonly cell: Cell;
  readonly why: ExplanationInWords | undefined;
  readonly hindrance: Hindrance | undefined;
  readonly swaps: readonly (readonly Allocation[])[];
};

/** The best allocation beside the one shown. */
export type Comparison =
  | { readonly ok: false; readonly refusal: string }
  | {
      readonly ok: true;
      readonly best: PartnerStanding;
      /** Who would be put where, and who has to give way to each alone; undefined where it takes the others too. */
      readonly into: readonly { readonly entry: Allocation; readonly gives: readonly Allocation[] | undefined }[];
      readonly out: readonly Allocation[];
    };

/** All that the page of the allocation shows, derived from the session. */
export class AllocationPage extends PartnerPage {
  #find = $state('');
  #rows: Rows = $state('everybody');
  #columns = $state('all');
  #focused: Allocation | undefined = $state.raw();
  #isComparing = $state(false);

  readonly staffing: Staffing = $derived.by(() => {
    const answer = staffingOf(this.session.question, this.partner.id);
    if (!answer.ok) throw new Error(`What was evaluated has no staffing: ${JSON.stringify(answer.faults)}`);
    return answer.value;
  });
  readonly #pins = $derived.by(() => {
    const facts = this.session.question.partners.find(({ id }) => id === this.partner.id);
    return facts === undefined ? [] : pinsOf(facts, this.session.day);
  });
  readonly cell = $derived.by(() => cellsOf(this.partner, this.staffing, this.#pins));
  readonly #groups = $derived.by(() => columnGroupsOf(this.partner, this.staffing, this.session.entries));
  /** The specializations that are shown. */
  readonly groups: readonly ColumnGroup[] = $derived.by(() =>
    this.#groups.filter(({ specialization, holding, headcount, filled }) => {
      if (this.#columns === 'own') return holding === 'held' || holding === 'in-renewal';
      if (this.#columns === 'open') return filled < headcount;
      return this.#columns === 'all' || this.#columns === specialization;
    }),
  );
  readonly #everybody: readonly MatrixRow[] = $derived.by(() =>
    this.staffing.individuals
      .map((id) => ({ id, name: this.session.name(id), use: useOf(id, this.partner, this.session.edition) }))
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
  );
  /** The people that are shown, by name. */
  readonly rows: readonly MatrixRow[] = $derived.by(() => {
    const columns = this.groups.flatMap((group) => group.columns);
    const find = this.#find.trim().toLocaleLowerCase('en');
    const isShown = ({ id, use }: MatrixRow): boolean => {
      if (this.#rows === 'everybody') return true;
      if (this.#rows === 'there') return this.partner.allocations.some(({ individual }) => individual === id);
      const isAble = columns.some((post) => this.staffing.canFill(id, post));
      return isAble && (this.#rows === 'able' || use.most === undefined || use.used < use.most);
    };
    return this.#everybody.filter((row) => row.name.toLocaleLowerCase('en').includes(find) && isShown(row));
  });
  readonly focused: Focused | undefined = $derived.by(() => {
    const entry = this.#focused;
    if (entry === undefined) return undefined;
    const { explain, hindrance } = this.staffing;
    const cell = this.cell(entry);
    const why = explain(entry.individual, entry);
    const { allocations } = this.partner;
    return {
      entry,
      cell,
      why: why === undefined ? undefined : this.view.explain(why),
      hindrance: cell.state === 'could' ? hindrance(entry, allocations) : undefined,
      swaps: cell.state === 'could' ? swapsFor(entry, allocations, this.#pins, this.staffing) : [],
    };
  });
  readonly comparison: Comparison | undefined = $derived.by(() => (this.#isComparing ? this.#compare() : undefined));

  /** All people, whatever is filtered. */
  get count(): number {
    return this.#everybody.length;
  }

  /** Every specialization, to filter by. */
  get specializations(): readonly ColumnGroup[] {
    return this.#groups;
  }

  find(name: string): void {
    this.#find = name;
  }

  showRows(rows: Rows): void {
    this.#rows = rows;
  }

  showColumns(columns: string): void {
    this.#columns = columns;
  }

  focus(entry: Allocation | undefined): void {
    this.#focused = entry;
  }

  compare(isOn: boolean): void {
    this.#isComparing = isOn;
  }

  /** Imagines somebody on a job role or off it; what cannot be stays, and the cell in focus says why. */
  pressCell(entry: Allocation): void {
    this.focus(entry);
    const { state } = this.cell(entry);
    if (state === 'allocated') this.move([], [entry]);
    else if (state === 'could' && this.staffing.hindrance(entry, this.partner.allocations) === undefined)
      this.move([entry], []);
  }

  /** Imagines people put on job roles and taken off others. */
  move(into: readonly Allocation[], out: readonly Allocation[]): void {
    const on = this.session.day;
    this.session.imagine(
      ...out.map((entry) => ({ kind: 'vacates' as const, on, ...moveOf(entry) })),
      ...into.map((entry) => ({ kind: 'fills' as const, on, ...moveOf(entry) })),
    );
  }

  #compare(): Comparison {
    const { question, words, shown } = this.session;
    const answer = evaluate({ ...question, allocate: 'best' });
    if (!answer.ok) return { ok: false, refusal: answer.faults.map((fault) => words.fault(fault)).join(' ') };
    const best = answer.value.partners.find(({ id }) => id === shown.partner);
    if (best === undefined) throw new Error('The answer leaves out the partner that was asked about.');
    const { allocations } = this.partner;
    const { into, out } = movesBetween(allocations, best.allocations);
    const isOut = (each: Allocation): boolean => out.some((other) => isSameMove(each, other));
    const givesWay = (entry: Allocation): readonly Allocation[] | undefined =>
      this.staffing.hindrance(entry, allocations) === undefined
        ? []
        : swapsFor(entry, allocations, this.#pins, this.staffing).find((released) => released.every(isOut));
    return { ok: true, best, into: into.map((entry) => ({ entry, gives: givesWay(entry) })), out };
  }
}

function moveOf({ individual, specialization, jobRole }: Allocation): Allocation {
  return { individual, specialization, jobRole };
}
