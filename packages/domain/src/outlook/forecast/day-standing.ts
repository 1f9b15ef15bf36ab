import type { Before, Spending } from '../../allocation/allocate.ts';
import { allocateBest, allocateGiven } from '../../allocation/allocate.ts';
import type { Allocated, Staff } from '../../allocation/given.ts';
import type { Place } from '../../allocation/place.ts';
import type { Day } from '../../calendar/day.ts';
import type { CompiledEdition } from '../../edition/compiled.ts';
import type { Node } from '../../edition/node.ts';
import type { CompiledChannelLevel, CompiledSpecialization, Places } from '../../edition/places.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import type { HoldingStanding } from '../../standing/holding.ts';
import { type CountedSpecializations, countSpecializations } from '../../standing/level.ts';
import { countPersonnel } from '../../standing/matching.ts';

/** One partner on one day, as far as readiness goes; the reasons are left to an evaluation of that day. */
export type DayStanding = {
  readonly day: Day;
  readonly edition: CompiledEdition;
  /** Of this day only: a later one takes over who is able for what. */
  readonly crew: Crew;
  readonly holdings: ReadonlyMap<CompiledSpecialization | CompiledChannelLevel, HoldingStanding>;
  readonly allocated: readonly Allocated[];
  readonly proven: boolean;
  /** The specializations that are met, by id. */
  readonly met: ReadonlySet<string>;
  readonly levels: ReadonlyMap<string, LevelDay>;
};

export type LevelDay = {
  readonly countedBy: ReadonlyMap<Places, readonly string[]>;
  readonly counted: CountedSpecializations | null;
  readonly met: boolean;
  /** Whether the specializations that are held suffice, apart from its personnel. */
  readonly suffices: boolean;
  /** Where each specialization that could be renewed at its anniversary is renewed. */
  readonly metIfRenewed: boolean;
};

/** Who is at the partner on a day and meets what: as it is, or as it would be. */
export type Crew = {
  readonly day: Day;
  readonly edition: CompiledEdition;
  /** The ids of those who count for the partner and are in the facts, in order. */
  readonly people: readonly string[];
  readonly places: readonly Place[];
  readonly isAffiliated: (id: string) => boolean;
  readonly isKnown: (id: string) => boolean;
  /** All who meet a requirement, by id. */
  readonly able: (requirement: Node) => ReadonlySet<string>;
};

export function staffOf(crew: Crew): Staff {
  return {
    places: crew.places,
    specializations: [...crew.edition.specializations.keys()],
    limits: crew.edition.limits,
    asOf: crew.day,
    known: crew.isKnown,
    people: crew.people,
    isAffiliated: crew.isAffiliated,
    canFill: (id, place) => crew.able(place.jobRole.requires).has(id),
    ableFor: (place) => crew.able(place.jobRole.requires),
  };
}

/** The same crew with other people able for what they are asked for; each set is made once. */
export function crewWhere(
  crew: Crew,
  change: (able: ReadonlySet<string>, requirement: Node) => ReadonlySet<string>,
): Crew {
  const changed = new Map<Node, ReadonlySet<string>>();
  return {
    ...crew,
    able: (requirement) => {
      const known = changed.get(requirement);
      if (known !== undefined) return known;
      const able = change(crew.able(requirement), requirement);
      changed.set(requirement, able);
      return able;
    },
  };
}

export function isHeld(holding: HoldingStanding | undefined): boolean {
  return holding?.holding === 'held' || holding?.holding === 'in-renewal';
}

/** What is known of the specializations before anybody is allocated. */
export function beforehand(crew: Crew, holdings: DayStanding['holdings']): Before {
  const specializations = [...crew.edition.specializations.values()];
  return {
    held: new Set(specializations.filter((entry) => isHeld(holdings.get(entry)))),
    presence: new Set(
      specializations.filter(({ presence }) =>
        presence.every(({ requires, headcount }) => crew.able(requires).size >= headcount),
      ),
    ),
  };
}

/** To look at a place or at an allocation to it, and at one who could fill it, in steps. */
const PLACE_STEPS = 20;
const ABLE_STEPS = 2;

/** What it costs to go through all who could fill any place. */
export function stepsToStaff(crew: Crew): number {
  return crew.places.reduce((sum, { jobRole }) => sum + PLACE_STEPS + ABLE_STEPS * crew.able(jobRole.requires).size, 0);
}

/** The allocation of the day, by the same rules as an evaluation's. */
export function allocationOf(
  partner: PartnerFacts,
  crew: Crew,
  before: Before,
  given: boolean,
  spending: Pick<Spending, 'search' | 'work'>,
): Pick<DayStanding, 'allocated' | 'proven' | 'met'> {
  const staff = staffOf(crew);
  spending.work(stepsToStaff(crew) + crew.people.length + PLACE_STEPS * (partner.allocations ?? []).length);
  const { allocated, best, met } = given
    ? allocateGiven(partner, staff, crew.edition, before)
    : allocateBest(partner, staff, crew.edition, before, spending.search);
  return { allocated, proven: best?.proven ?? true, met: new Set([...met].map(({ id }) => id)) };
}

/** Who counts for the lines of a level. */
export function personnelOf(
  { personnel }: CompiledChannelLevel,
  crew: Crew,
  spend: (steps: number) => void,
): ReadonlyMap<Places, readonly string[]> {
  // Each is looked up in a set, which costs more than the step that the matching counts.
  spend(ABLE_STEPS * personnel.length * crew.people.length);
  return countPersonnel(personnel, crew.people, (id, line) => crew.able(line.requires).has(id), spend);
}

export function isFull(countedBy: ReadonlyMap<Places, readonly string[]>): boolean {
  return [...countedBy].every(([line, by]) => by.length >= line.headcount);
}

/** A level with the specializations that are held, and with those that would be renewed beside them. */
export function levelOf(
  level: CompiledChannelLevel,
  countedBy: ReadonlyMap<Places, readonly string[]>,
  holdings: DayStanding['holdings'],
  renewed: ReadonlySet<string>,
  edition: CompiledEdition,
): LevelDay {
  const counting = (isCounted: (entry: CompiledSpecialization) => boolean) =>
    countSpecializations(
      level,
      [...edition.specializations.values()].map((specialization) => ({
        ...{ specialization, held: isCounted(specialization), ready: false, possible: false },
      })),
    );
  const held = (entry: CompiledSpecialization): boolean => isHeld(holdings.get(entry));
  const counted = counting(held);
  const full = isFull(countedBy);
  const suffices = (all: CountedSpecializations | null): boolean =>
    all === null || (all.short === 0 && all.pointsShort === 0);
  return {
    countedBy,
    counted,
    met: full && suffices(counted),
    suffices: suffices(counted),
    metIfRenewed: full && suffices(counting((entry) => held(entry) || renewed.has(entry.id))),
  };
}
