import { inForce } from '../allocation/affiliation.ts';
import { type Day, formatDay, LAST_DAY, readDay } from '../calendar/day.ts';
import { at, type Fault, MAX_FAULTS, type Result, refuse, shown } from '../edition/fault.ts';
import { type KnownProgram, knownOn } from '../edition/known.ts';
import type { EvaluationRequest, Facts } from '../record/request.ts';
import type { IndividualFacts, PartnerFacts } from '../record/schema.ts';
import type { Change } from './change.ts';

type Changing<F> = { -readonly [K in keyof F]: F[K] };
type ChangeOf<K extends Change['kind']> = Change & { readonly kind: K };

/**
 * The facts as they would be after the changes, which are made one after the other: who joins in one can pass an exam in
 * the next. A change that could have no effect is a fault, with its path below `path`.
 */
export function imagine(
  { program, asOf, individuals, partners }: Omit<EvaluationRequest, 'allocate'>,
  changes: readonly Change[],
  path: string,
): Result<Facts> {
  const known = knownOn(program, asOf);
  if (known === undefined) return refuse({ path: 'asOf', code: 'before-the-first-edition' });
  const record = new ImaginedRecord({ individuals, partners }, known);
  const faults: Fault[] = [];
  for (const [index, change] of changes.entries()) {
    const place = at(path, index);
    faults.push(...record.make(change).map(({ key, ...fault }) => ({ path: at(place, key), ...fault })));
    if (faults.length >= MAX_FAULTS) break;
  }
  if (faults.length > 0) return refuse(...faults.slice(0, MAX_FAULTS));
  return { ok: true, value: record.facts() };
}

/** What is wrong with one change: at which of its keys, and what. */
type Wrong = Omit<Fault, 'path'> & { readonly key: string };

function wrong(key: string, code: string, value: string, expected?: string): readonly Wrong[] {
  return [{ key, code, received: shown(value), ...(expected === undefined ? {} : { expected }) }];
}

/** A record that changes are made to; the facts it is made from stay as they are. */
class ImaginedRecord {
  readonly #known: KnownProgram;
  readonly #individuals: Map<string, IndividualFacts>;
  readonly #partners: Map<string, PartnerFacts>;

  constructor({ individuals, partners }: Facts, known: KnownProgram) {
    this.#known = known;
    this.#individuals = new Map(individuals.map((facts) => [facts.id, facts]));
    this.#partners = new Map(partners.map((facts) => [facts.id, facts]));
  }

  facts(): Facts {
    return { individuals: [...this.#individuals.values()], partners: [...this.#partners.values()] };
  }

  /** Makes a change, or says what is wrong with it. */
  make(change: Change): readonly Wrong[] {
    if ('on' in change && change.on !== undefined && readDay(change.on) > this.#known.asOf) {
      return wrong('on', 'after-the-day', change.on, formatDay(this.#known.asOf));
    }
    if ('partner' in change && change.partner !== undefined && !this.#partners.has(change.partner)) {
      return wrong('partner', 'unknown-partner', change.partner);
    }
    const newcomer = change.kind === 'joins' && change.record !== undefined;
    if ('individual' in change && !newcomer && !this.#individuals.has(change.individual)) {
      return wrong('individual', 'unknown-individual', change.individual);
    }
    switch (change.kind) {
      case 'leaves':
        return this.#leaves(change);
      case 'joins':
        return this.#joins(change);
      case 'passes':
        return this.#passes(change);
      case 'accepts':
        return this.#accepts(change);
      case 'waives':
        return this.#waives(change);
      case 'allocates':
        this.#change(this.#partner(change.partner), { allocations: change.allocations });
        return [];
    }
  }

  #leaves({ individual, partner, on }: ChangeOf<'leaves'>): readonly Wrong[] {
    const day = this.#day(on);
    let left = false;
    for (const facts of partner === undefined ? [...this.#partners.values()] : [this.#partner(partner)]) {
      if (!isAffiliated(facts, individual, day)) continue;
      left = true;
      const affiliations = facts.affiliations.map((entry) =>
        entry.individual === individual && inForce(entry, day) ? { ...entry, until: formatDay(day) } : entry,
      );
      this.#change(facts, { affiliations });
    }
    return left ? [] : wrong('individual', 'not-affiliated', individual, formatDay(day));
  }

  #joins({ individual, partner, on, record }: ChangeOf<'joins'>): readonly Wrong[] {
    const day = this.#day(on);
    const facts = this.#partner(partner);
    if (record !== undefined && this.#individuals.has(individual)) return wrong('record', 'has-a-record', individual);
    if (isAffiliated(facts, individual, day)) {
      return wrong('individual', 'already-affiliated', individual, formatDay(day));
    }
    if (record !== undefined) this.#individuals.set(individual, { id: individual, ...record });
    this.#change(facts, { affiliations: [...facts.affiliations, { individual, from: formatDay(day) }] });
    return [];
  }

  #passes({ individual, exam, on }: ChangeOf<'passes'>): readonly Wrong[] {
    if (!this.#known.knows('exams', exam)) return wrong('exam', 'unknown-exam', exam);
    const facts = this.#individual(individual);
    const taken = { exam, takenOn: formatDay(this.#day(on)), result: 'pass' as const };
    this.#individuals.set(individual, { ...facts, exams: [...facts.exams, taken] });
    return [];
  }

  #accepts({ individual, agreement, on }: ChangeOf<'accepts'>): readonly Wrong[] {
    if (!this.#known.knows('agreements', agreement)) return wrong('agreement', 'unknown-agreement', agreement);
    const facts = this.#individual(individual);
    const accepted = { agreement, acceptedOn: formatDay(this.#day(on)) };
    this.#individuals.set(individual, { ...facts, agreements: [...(facts.agreements ?? []), accepted] });
    return [];
  }

  #waives({ partner, specialization, jobRole, places }: ChangeOf<'waives'>): readonly Wrong[] {
    const edition = this.#known.current;
    const entry = edition.specializations.get(specialization);
    if (entry === undefined) return wrong('specialization', 'unknown-specialization', specialization);
    if (entry.jobRoles.every(({ id }) => id !== jobRole)) return wrong('jobRole', 'unknown-job-role', jobRole);
    const facts = this.#partner(partner);
    const { asOf } = this.#known;
    const until = formatDay(asOf + 1);
    // On the calendar's last day nothing can end later, and what ends on it no longer holds.
    if (asOf === LAST_DAY) return wrong('kind', 'date', until);
    const waiver = { specialization, jobRole, places, from: formatDay(asOf), until };
    this.#change(facts, { waivers: [...(facts.waivers ?? []), waiver] });
    return [];
  }

  #day(on: string | undefined): Day {
    return on === undefined ? this.#known.asOf : readDay(on);
  }

  #individual(id: string): IndividualFacts {
    return this.#individuals.get(id) as IndividualFacts;
  }

  #partner(id: string): PartnerFacts {
    return this.#partners.get(id) as PartnerFacts;
  }

  #change(facts: PartnerFacts, to: Partial<Changing<PartnerFacts>>): void {
    this.#partners.set(facts.id, { ...facts, ...to });
  }
}

function isAffiliated({ affiliations }: PartnerFacts, individual: string, day: Day): boolean {
  return affiliations.some((entry) => entry.individual === individual && inForce(entry, day));
}
