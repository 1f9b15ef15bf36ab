import { affiliated, inForce } from '../../allocation/affiliation.ts';
import { type Place, placesOf } from '../../allocation/place.ts';
import { type Day, readDay } from '../../calendar/day.ts';
import type { KnownProgram } from '../../edition/known.ts';
import type { Node } from '../../edition/node.ts';
import type { CompiledChannelLevel, CompiledSpecialization, Places } from '../../edition/places.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { type HoldingStanding, holdingOf } from '../../standing/holding.ts';
import type { Ahead } from './ahead.ts';
import { allocationOf, beforehand, type Crew, type DayStanding, isFull, levelOf, personnelOf } from './day-standing.ts';
import { Eligibility, type Moved, requirementsOf, timedLeavesOf } from './eligibility.ts';
import { inOrder, turnsOf } from './happening.ts';
import type { Happening } from './outlook.ts';
import type { Search } from './search.ts';

/** A partner that is watched, with the facts known on the first day. */
export type Watched = {
  readonly partner: PartnerFacts;
  /** The partner itself and all that it shares people with, each with the affiliations of its people only. */
  readonly neighbours: readonly PartnerFacts[];
  /** Everybody in the facts who is at the partner on any day. */
  readonly people: ReadonlyMap<string, Ahead>;
  readonly isKnown: (id: string) => boolean;
  /** Whether the given allocations count. */
  readonly given: boolean;
  readonly search: Search;
  readonly work: (steps: number) => void;
};

/** To look at one thing that happens, in steps. */
const HAPPENING_STEPS = 20;

/** To begin with an edition, in steps. */
const EDITION_STEPS = 500;

/**
 * A partner while one edition is in force, from day to day. Between two days on which something happens nothing changes;
 * on such a day only what has moved is looked at anew.
 */
export class Watch {
  readonly #watched: Watched;
  readonly #program: KnownProgram;
  readonly #happenings: ReadonlyMap<Day, readonly Happening[]>;
  readonly #eligibility: Eligibility;
  readonly #renewed: ReadonlySet<string>;
  #members: ReadonlySet<string>;
  #crew: Crew;
  #standing: DayStanding;

  /** `renewed`: specializations that a level may count past their anniversary; grows while the watch goes on. */
  constructor(watched: Watched, program: KnownProgram, until: Day, since: Day, renewed: ReadonlySet<string>) {
    this.#watched = watched;
    this.#program = program;
    this.#renewed = renewed;
    const day = program.asOf;
    const requirements = requirementsOf(program.current);
    watched.work(EDITION_STEPS + requirements.length + watched.people.size);
    this.#members = this.#membersOn(day);
    const members = [...watched.people.values()].filter(({ id }) => this.#members.has(id));
    this.#eligibility = new Eligibility(requirements, members, day);
    this.#crew = this.#crewOn(day, placesOf(program.current, watched.partner, day));
    const holdings = this.#holdingsOn(day);
    this.#standing = this.#standingFrom(holdings, this.#allocated(holdings), undefined, new Map());
    this.#happenings = this.#allHappenings(requirements, since, until);
  }

  /** The days on which something happens, in order. */
  get days(): readonly Day[] {
    return [...this.#happenings.keys()].sort((a, b) => a - b);
  }

  get standing(): DayStanding {
    return this.#standing;
  }

  happeningsOn(day: Day): readonly Happening[] {
    return this.#happenings.get(day) ?? [];
  }

  /** Goes on to a later day and gives what happens there and matters. */
  moveTo(day: Day): readonly Happening[] {
    const happenings = this.happeningsOn(day);
    const before = this.#standing;
    const { specializations, channelLevels } = this.#program.current;
    this.#watched.work(HAPPENING_STEPS * (happenings.length + specializations.size + channelLevels.size));
    this.#watched.work(specializations.size * channelLevels.size);
    this.#watched.work(before.crew.places.length + before.crew.people.length);
    const kinds = new Set(happenings.map(({ kind }) => kind));
    const has = (...any: readonly Happening['kind'][]): boolean => any.some((kind) => kinds.has(kind));

    if (has('affiliation-ends', 'affiliation-counts')) this.#members = this.#membersOn(day);
    const touched = new Map(
      happenings.flatMap((happening) => {
        const individual = 'individual' in happening ? this.#watched.people.get(happening.individual) : undefined;
        if (individual === undefined || happening.kind === 'allocation-ends') return [];
        return [[individual.id, { individual, counts: this.#members.has(individual.id) }] as const];
      }),
    );
    const moved = this.#eligibility.look(touched.values(), day);
    const { partner } = this.#watched;
    const { current } = this.#program;
    // A place that stays the same is the same place, so that whom it is filled by can be compared.
    this.#crew = this.#crewOn(day, has('waiver-ends') ? placesOf(current, partner, day) : before.crew.places);
    const holdings = has('window-opens', 'anniversary') ? this.#holdingsOn(day) : before.holdings;
    const mustAllocate =
      has('affiliation-ends', 'affiliation-counts', 'allocation-ends', 'waiver-ends', 'retired', 'anniversary') ||
      this.#isStaffMoved(moved);
    this.#standing = this.#standingFrom(
      holdings,
      mustAllocate ? this.#allocated(holdings) : before,
      before.levels,
      moved,
    );
    return happenings.filter((happening) => {
      if (!('individual' in happening) || happening.kind === 'allocation-ends') return true;
      if (happening.kind === 'affiliation-ends' || happening.kind === 'affiliation-counts') {
        return before.crew.people.includes(happening.individual) !== this.#members.has(happening.individual);
      }
      return moved.has(happening.individual);
    });
  }

  #isStaffMoved(moved: ReadonlyMap<string, Moved>): boolean {
    const nodes = new Set([...moved.values()].flatMap(({ lost, gained }) => [...lost, ...gained]));
    return [...this.#program.current.specializations.values()].some(({ jobRoles, presence }) =>
      [...jobRoles, ...presence].some(({ requires }) => nodes.has(requires)),
    );
  }

  #standingFrom(
    holdings: DayStanding['holdings'],
    allocation: Pick<DayStanding, 'allocated' | 'proven' | 'met'>,
    before: DayStanding['levels'] | undefined,
    moved: ReadonlyMap<string, Moved>,
  ): DayStanding {
    const { day, edition } = this.#crew;
    const levels = [...edition.channelLevels.values()].map((level) => {
      const old = before?.get(level.id)?.countedBy;
      const countedBy =
        old !== undefined && !mayChange(old, moved) ? old : personnelOf(level, this.#crew, this.#watched.work);
      return [level.id, levelOf(level, countedBy, holdings, this.#renewed, edition)] as const;
    });
    const { allocated, proven, met } = allocation;
    return { day, edition, crew: this.#crew, holdings, allocated, proven, met, levels: new Map(levels) };
  }

  #allocated(holdings: DayStanding['holdings']): Pick<DayStanding, 'allocated' | 'proven' | 'met'> {
    const { partner, given, search, work } = this.#watched;
    const before = beforehand(this.#crew, holdings);
    return search((spend) => allocationOf(partner, this.#crew, before, given, { search: spend, work }));
  }

  #membersOn(day: Day): ReadonlySet<string> {
    const { partner, neighbours, work } = this.#watched;
    work(neighbours.reduce((sum, { affiliations }) => sum + affiliations.length, 0));
    return affiliated(neighbours, day, this.#program.current.exclusive).get(partner.id) ?? new Set();
  }

  #crewOn(day: Day, places: readonly Place[]): Crew {
    const edition = this.#program.current;
    return {
      day,
      edition,
      people: [...this.#watched.people.keys()].filter((id) => this.#members.has(id)),
      places,
      isAffiliated: (id) => this.#members.has(id),
      isKnown: this.#watched.isKnown,
      able: (requirement: Node) => this.#eligibility.able(requirement),
    };
  }

  #holdingsOn(day: Day): DayStanding['holdings'] {
    const program = this.#program.on(day);
    const { specializations, channelLevels } = program.current;
    const facts = this.#watched.partner;
    this.#watched.work(
      (specializations.size + channelLevels.size) * (1 + (facts.holdings ?? []).length + (facts.renewals ?? []).length),
    );
    const holdings = new Map<CompiledSpecialization | CompiledChannelLevel, HoldingStanding>();
    for (const entry of specializations.values()) {
      holdings.set(entry, holdingOf({ kind: 'specialization', id: entry.id }, facts, program));
    }
    for (const entry of channelLevels.values()) {
      holdings.set(entry, holdingOf({ kind: 'channelLevel', id: entry.id }, facts, program));
    }
    return holdings;
  }

  #allHappenings(requirements: readonly Node[], since: Day, until: Day): ReadonlyMap<Day, readonly Happening[]> {
    const { partner, neighbours, people, work } = this.#watched;
    const { current } = this.#program;
    const byDay = new Map<Day, Happening[]>();
    const add = (on: Day | undefined, happening: Happening): void => {
      if (on === undefined || on < since || on >= until) return;
      work(HAPPENING_STEPS);
      const others = byDay.get(on);
      if (others === undefined) byDay.set(on, [happening]);
      else others.push(happening);
    };
    const leaves = timedLeavesOf(requirements);
    for (const individual of people.values()) {
      work(leaves.certifications.length + leaves.exams.length);
      for (const { on, happening } of turnsOf(individual, leaves, since, until)) add(on, happening);
    }
    for (const { id, affiliations } of current.exclusive ? neighbours : [partner]) {
      const kind = id === partner.id ? ('affiliation-ends' as const) : ('affiliation-counts' as const);
      for (const { individual, until: end } of affiliations) {
        if (end !== undefined && people.has(individual)) add(readDay(end), { kind, individual });
      }
    }
    const eve = since - 1;
    for (const entry of partner.allocations ?? []) {
      const { individual, specialization, jobRole, until: end } = entry;
      if (end === undefined || !inForce(entry, eve)) continue;
      add(readDay(end), { kind: 'allocation-ends', individual, specialization, jobRole });
    }
    for (const { specialization, jobRole, places, from, until: end } of partner.waivers ?? []) {
      if (from === end) continue;
      add(readDay(end), { kind: 'waiver-ends', specialization, jobRole, places });
    }
    for (const { id, retiredOn } of current.specializations.values()) {
      add(retiredOn, { kind: 'retired', specialization: id });
    }
    for (const [entry, { opensOn, anniversary }] of this.#standing.holdings) {
      const held = 'rank' in entry ? { channelLevel: entry.id } : { specialization: entry.id };
      add(opensOn, { kind: 'window-opens', ...held });
      add(anniversary, { kind: 'anniversary', ...held });
    }
    return new Map([...byDay].map(([day, happenings]) => [day, inOrder(happenings)]));
  }
}

/** A largest matching that is full stays so until one of its people is lost; one that is not, until somebody is gained. */
function mayChange(countedBy: ReadonlyMap<Places, readonly string[]>, moved: ReadonlyMap<string, Moved>): boolean {
  const lines = [...countedBy.keys()];
  if (isFull(countedBy)) {
    return [...countedBy].some(([{ requires }, by]) => by.some((id) => moved.get(id)?.lost.includes(requires)));
  }
  return [...moved.values()].some(({ lost, gained }) =>
    lines.some(({ requires }) => gained.includes(requires) || lost.includes(requires)),
  );
}
