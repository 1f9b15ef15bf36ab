import { type Day, formatDay } from '../../calendar/day.ts';
import type { KnownProgram } from '../../edition/known.ts';
import type { CompiledChannelLevel, CompiledSpecialization } from '../../edition/places.ts';
import type { Budget } from '../../explanation/budget.ts';
import { causesOf } from './causes.ts';
import { changeOf } from './day-change.ts';
import { type DayStanding, isHeld } from './day-standing.ts';
import { inOrder } from './happening.ts';
import { repairsOfLevel } from './level-repairs.ts';
import { lossesOf } from './losses.ts';
import { missingOf } from './missing.ts';
import type { Break, DayChange, Happening, PartnerForecast } from './outlook.ts';
import { levelOutlook, type Prospect, specializationOutlook } from './prospect.ts';
import type { Damage } from './repairs.ts';
import type { SharedSteps } from './search.ts';
import { repairsOfSpecialization } from './specialization-repairs.ts';
import { Watch, type Watched } from './watch.ts';

/** The days on which one edition is in force; the program as it is known on the first of them. */
export type Segment = { readonly program: KnownProgram; readonly until: Day };

export type Allowance = {
  /** For the allocations of the days; where they end the forecast ends. */
  readonly days: SharedSteps;
  readonly losses: SharedSteps;
  /** For repairs; one that is not found in time is left out. */
  readonly repairs: SharedSteps;
  readonly learning: Budget;
};

/** Goes through the days on which something happens at a partner and tells what that does. `segments` follow each other. */
export function partnerForecastOf(
  watched: Watched,
  segments: readonly Segment[],
  ahead: KnownProgram,
  allowance: Allowance,
): PartnerForecast {
  return new Walk(watched, segments, ahead, allowance).run();
}

/** One way through the days; what was seen so far is kept here. */
class Walk {
  readonly #watched: Watched;
  readonly #segments: readonly Segment[];
  readonly #ahead: KnownProgram;
  readonly #allowance: Allowance;
  readonly #asOf: Day;
  readonly #prospects: readonly Prospect[];
  readonly #changes: DayChange[] = [];
  /** Specializations that were ready on the last day before their anniversary. */
  readonly #renewed = new Set<string>();
  #watch: Watch;
  #proven: boolean;

  constructor(watched: Watched, segments: readonly Segment[], ahead: KnownProgram, allowance: Allowance) {
    const [first] = segments;
    if (first === undefined) throw new Error('A forecast without a day');
    this.#watched = watched;
    this.#segments = segments;
    this.#ahead = ahead;
    this.#allowance = allowance;
    this.#asOf = first.program.asOf;
    this.#watch = new Watch(watched, first.program, first.until, this.#asOf + 1, this.#renewed);
    this.#proven = this.#watch.standing.proven;
    this.#prospects = prospectsOf(this.#watch.standing);
  }

  run(): PartnerForecast {
    const { standing } = this.#watch;
    const losses = lossesOf(this.#watched, standing.crew, standing, this.#allowance.losses.search);
    for (const prospect of this.#prospects) {
      // Ready by no day that is known: a renewal that waits for its decision past the anniversary.
      if (prospect.ready || !isHeld(prospect.holding) || (prospect.anniversary ?? this.#asOf) > this.#asOf) continue;
      this.#repair(prospect, { met: this.#asOf, by: this.#asOf }, undefined, []);
    }
    const until = this.#go();
    const outlooks = <T>(kind: Prospect['kind'], say: (prospect: Prospect, asOf: Day) => T): readonly T[] =>
      this.#prospects.filter((one) => one.kind === kind).map((one) => say(one, this.#asOf));
    return {
      id: this.#watched.partner.id,
      allocate: this.#watched.given ? 'given' : 'best',
      until: formatDay(until),
      proven: this.#proven,
      specializations: outlooks('specialization', specializationOutlook),
      channelLevels: outlooks('channelLevel', levelOutlook),
      changes: this.#changes,
      losses,
    };
  }

  /** To the last day, or to the one whose allocation the steps do not reach; gives the first that was not looked at. */
  #go(): Day {
    let end = this.#asOf;
    for (const [index, segment] of this.#segments.entries()) {
      const { asOf: from, current } = segment.program;
      if (index > 0) {
        this.#look(from);
        const before = this.#watch.standing;
        this.#watch = new Watch(this.#watched, segment.program, segment.until, from, this.#renewed);
        if (this.#allowance.days.isCut) return from;
        const edition = { kind: 'edition' as const, edition: current.document.edition };
        this.#visit(before, inOrder([edition, ...this.#watch.happeningsOn(from)]));
      }
      for (const day of daysOf(this.#watch, this.#prospects, segment)) {
        this.#look(day);
        const before = this.#watch.standing;
        const happenings = this.#watch.moveTo(day);
        if (this.#allowance.days.isCut) return day;
        this.#visit(before, happenings);
      }
      end = segment.until;
    }
    this.#look(end);
    return end;
  }

  /** Before a day comes: the last days before anniversaries. Nothing has happened since the standing that is known. */
  #look(day: Day): void {
    for (const prospect of this.#prospects) {
      const { anniversary, kind, id } = prospect;
      if (anniversary === undefined || anniversary <= this.#asOf || anniversary > day) continue;
      if (prospect.last !== undefined) continue;
      prospect.last = isReady(this.#watch.standing, prospect, true);
      if (kind === 'specialization' && prospect.last) this.#renewed.add(id);
      if (!prospect.last && !prospect.ready) {
        this.#repair(prospect, { met: anniversary - 1, by: anniversary - 1 }, anniversary, []);
      }
    }
  }

  #visit(before: DayStanding, happenings: readonly Happening[]): void {
    const after = this.#watch.standing;
    this.#proven &&= after.proven;
    for (const prospect of this.#prospects) {
      if (!prospect.ready) continue;
      if (prospect.breaks === undefined) {
        prospect.breaks = this.#breakOf(prospect, before, happenings, false);
        const causes = prospect.breaks?.causes;
        if (causes !== undefined) this.#repair(prospect, { met: after.day, by: after.day - 1 }, after.day, causes);
      }
      if (prospect.kind === 'channelLevel') prospect.ifRenewed ??= this.#breakOf(prospect, before, happenings, true);
    }
    const change = changeOf(before, after, happenings);
    if (change !== undefined) this.#changes.push(change);
  }

  #breakOf(
    prospect: Prospect,
    before: DayStanding,
    happenings: readonly Happening[],
    ifRenewed: boolean,
  ): Break | undefined {
    const after = this.#watch.standing;
    if (!isReady(before, prospect, ifRenewed) || isReady(after, prospect, ifRenewed)) return undefined;
    const held = heldOf(prospect);
    const passage = { before, after, happenings, given: this.#watched.given };
    const causes = causesOf(held, passage, ifRenewed ? this.#renewed : new Set());
    return { on: formatDay(after.day), causes, missing: missingOf(held, before, after) };
  }

  #repair(
    prospect: Prospect,
    { met, by }: Pick<Damage['deadline'], 'met' | 'by'>,
    before: Day | undefined,
    causes: readonly Happening[],
  ): void {
    const { standing } = this.#watch;
    this.#watched.work(standing.crew.people.length);
    const damage: Damage = {
      watched: this.#watched,
      crew: { ...standing.crew, day: met },
      standing,
      deadline: { met, from: this.#asOf, by },
      before,
      causes,
      program: this.#ahead,
      budget: this.#allowance.learning,
      search: this.#allowance.repairs.search,
    };
    prospect.repairs =
      prospect.kind === 'specialization'
        ? repairsOfSpecialization(prospect.id, damage)
        : repairsOfLevel(prospect.id, damage, this.#renewable());
  }

  /** Specializations that have lapsed and could have been renewed, each with its anniversary. */
  #renewable(): ReadonlyMap<string, Day> {
    return new Map(
      this.#prospects.flatMap(({ kind, id, anniversary }) =>
        kind === 'specialization' && anniversary !== undefined && this.#renewed.has(id)
          ? [[id, anniversary] as const]
          : [],
      ),
    );
  }
}

/** Anniversaries are looked at even where a later edition counts them otherwise. */
function daysOf(watch: Watch, prospects: readonly Prospect[], { program, until }: Segment): readonly Day[] {
  const days = new Set([...watch.days, ...prospects.flatMap(({ anniversary }) => anniversary ?? [])]);
  return [...days].filter((day) => program.asOf < day && day < until).sort((a, b) => a - b);
}

function heldOf({ kind, id }: Prospect) {
  return kind === 'specialization' ? { specialization: id } : { channelLevel: id };
}

/** `ifRenewed`: where each specialization that can be renewed at its anniversary is; it is the same for specializations. */
function isReady(standing: DayStanding, { kind, id }: Prospect, ifRenewed: boolean): boolean {
  if (kind === 'specialization') return standing.met.has(id);
  const level = standing.levels.get(id);
  return (ifRenewed ? level?.metIfRenewed : level?.met) ?? false;
}

function prospectsOf(start: DayStanding): readonly Prospect[] {
  const prospect = (
    kind: Prospect['kind'],
    entry: CompiledSpecialization | CompiledChannelLevel,
    ready: boolean,
  ): Prospect => {
    const holding = start.holdings.get(entry);
    return {
      ...{ kind, id: entry.id, ready, holding, anniversary: holding?.anniversary },
      ...{ breaks: undefined, ifRenewed: undefined, last: undefined, repairs: [] },
    };
  };
  const { specializations, channelLevels } = start.edition;
  return [
    ...[...specializations.values()].map((entry) => prospect('specialization', entry, start.met.has(entry.id))),
    ...[...channelLevels.values()].map((entry) =>
      prospect('channelLevel', entry, start.levels.get(entry.id)?.met ?? false),
    ),
  ];
}
