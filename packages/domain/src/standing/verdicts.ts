import {
  allocateBest,
  allocateGiven,
  countsGiven,
  type PartnerAllocation,
  type Spending,
} from '../allocation/allocate.ts';
import type { Allocated, Staff } from '../allocation/given.ts';
import { type Place, placesOf } from '../allocation/place.ts';
import { couldBeFilled } from '../allocation/possible.ts';
import type { Individual } from '../award/individual.ts';
import { formatDay, readDay } from '../calendar/day.ts';
import type { KnownProgram } from '../edition/known.ts';
import type { CompiledChannelLevel, CompiledSpecialization, Places } from '../edition/places.ts';
import type { PartnerFacts } from '../record/schema.ts';
import { type HoldingStanding, holdingOf } from './holding.ts';
import { type Countable, type CountedSpecializations, countSpecializations } from './level.ts';
import { countPersonnel } from './matching.ts';
import type { PartnerScene } from './specialization.ts';
import type { ChannelLevelVerdict, Holding, PartnerVerdicts, SpecializationVerdict } from './standing.ts';
import { unrecognizedOf } from './unrecognized.ts';

/** What the standing of a partner is made from, beside its own facts. */
export type PartnerContext = {
  readonly program: KnownProgram;
  /** Everybody in the facts, by id. */
  readonly individuals: ReadonlyMap<string, Individual>;
  /** The ids of those who count for this partner. */
  readonly affiliated: ReadonlySet<string>;
  readonly allocate: 'given' | 'best' | undefined;
  readonly spending: Spending;
};

/** What is said of a partner, and what why it is so can be said from. */
export type Decided = {
  readonly verdicts: PartnerVerdicts;
  readonly specializations: readonly CompiledSpecialization[];
  readonly allocation: PartnerAllocation;
  readonly presence: ReadonlyMap<Places, readonly Individual[]>;
  readonly levels: readonly DecidedLevel[];
  readonly countable: readonly Countable[];
  readonly scene: PartnerScene;
};

/** A level with who counts for its lines, and what counts toward its specializations. */
export type DecidedLevel = {
  readonly level: CompiledChannelLevel;
  readonly verdict: ChannelLevelVerdict;
  readonly personnel: ReadonlyMap<Places, readonly Individual[]>;
  readonly counted: CountedSpecializations | null;
};

/** Decides where a partner stands on the program's day (contract, section 3, *Partners*). */
export function decide(partner: PartnerFacts, context: PartnerContext): Decided {
  const { program, individuals, spending } = context;
  const { current, asOf } = program;
  const people = [...individuals.values()].filter(({ id }) => context.affiliated.has(id));
  const staff = staffOf(partner, people, context);
  const specializations = [...current.specializations.values()];
  const holdings = new Map<CompiledSpecialization, HoldingStanding>(
    specializations.map((entry) => [entry, holdingOf({ kind: 'specialization', id: entry.id }, partner, program)]),
  );
  const isHeld = (entry: CompiledSpecialization): boolean => counts(holdings.get(entry)?.holding);
  const presence = new Map<Places, readonly Individual[]>();
  for (const entry of specializations) {
    for (const places of entry.presence)
      presence.set(
        places,
        people.filter((individual) => individual.meets(places.requires)),
      );
  }
  const isPresent = (entry: CompiledSpecialization): boolean =>
    entry.presence.every((places) => (presence.get(places)?.length ?? 0) >= places.headcount);
  const before = {
    held: new Set(specializations.filter(isHeld)),
    presence: new Set(specializations.filter(isPresent)),
  };
  const given = countsGiven(partner, context.allocate, (from) => readDay(from) <= asOf);
  const allocation = given
    ? allocateGiven(partner, staff, current, before)
    : allocateBest(partner, staff, current, before, spending.search);
  const scene: PartnerScene = {
    limits: current.limits,
    people,
    individual: (id) => individuals.get(id) as Individual,
    canFill: staff.canFill,
    places: staff.places,
    filledBy: filledByPlace(allocation.allocated),
    filledWith: filledByIndividual(allocation.allocated),
    spend: spending.work,
  };

  const countable: Countable[] = [];
  const standings = specializations.map((entry): SpecializationVerdict => {
    const ready = allocation.met.has(entry);
    const possible = isPresent(entry) && couldBeFilled(entry, staff, spending.work);
    countable.push({ specialization: entry, held: isHeld(entry), ready, possible });
    return {
      specialization: entry.id,
      ...holdingEntry(holdings.get(entry)),
      readiness: ready ? 'met' : 'not-met',
      possible,
      jobRoles: staff.places
        .filter((place) => place.specialization === entry)
        .map((place) => jobRoleEntry(place, scene)),
      presence: entry.presence.map((places) => {
        const heldBy = (presence.get(places) ?? []).map(({ id }) => id);
        return {
          id: places.id,
          headcount: places.headcount,
          heldBy,
          short: Math.max(0, places.headcount - heldBy.length),
        };
      }),
    };
  });
  const levels = decideLevels(partner, people, countable, scene, context);
  const channelLevels = levels.map(({ verdict }) => verdict);
  const verdicts: PartnerVerdicts = {
    id: partner.id,
    specializations: standings,
    channelLevel: {
      held: highest(
        channelLevels.filter(({ holding }) => counts(holding)),
        program,
      ),
      ready: highest(
        channelLevels.filter(({ readiness }) => readiness === 'met'),
        program,
      ),
    },
    channelLevels,
    allocations: allocation.allocated.map(({ individual, place }) => ({
      individual,
      specialization: place.specialization.id,
      jobRole: place.jobRole.id,
    })),
    violations: allocation.violations,
    best: allocation.best,
    unrecognized: unrecognizedOf(partner, program, individuals),
  };
  return { verdicts, specializations, allocation, presence, levels, countable, scene };
}

/** To keep that an individual could fill a job role, in steps. */
const ABLE_STEPS = 10;

function staffOf(
  partner: PartnerFacts,
  people: readonly Individual[],
  { program, individuals, affiliated, spending }: PartnerContext,
): Staff {
  const places = placesOf(program.current, partner, program.asOf);
  const eligible = new Map<Place, ReadonlySet<string>>();
  for (const place of places) {
    const able = people.filter((individual) => individual.meets(place.jobRole.requires)).map(({ id }) => id);
    // Each pair is kept, and asked for many times.
    spending.work(1 + ABLE_STEPS * able.length);
    eligible.set(place, new Set(able));
  }
  return {
    places,
    specializations: [...program.current.specializations.keys()],
    limits: program.current.limits,
    asOf: program.asOf,
    known: (id) => individuals.has(id),
    people: people.map(({ id }) => id),
    isAffiliated: (id) => affiliated.has(id),
    canFill: (id, place) => eligible.get(place)?.has(id) ?? false,
    ableFor: (place) => eligible.get(place) ?? new Set(),
  };
}

function decideLevels(
  partner: PartnerFacts,
  people: readonly Individual[],
  countable: readonly Countable[],
  scene: PartnerScene,
  { program, individuals, spending }: PartnerContext,
): readonly DecidedLevel[] {
  const ids = people.map(({ id }) => id);
  return [...program.current.channelLevels.values()].map((level) => {
    const meets = (id: string, line: Places): boolean => individuals.get(id)?.meets(line.requires) ?? false;
    const countedBy = countPersonnel(level.personnel, ids, meets, spending.work);
    const personnel = level.personnel.map((line) => {
      const own = countedBy.get(line) ?? [];
      return { id: line.id, headcount: line.headcount, countedBy: own, short: line.headcount - own.length };
    });
    const counted = countSpecializations(level, countable);
    const isMet = personnel.every(({ short }) => short <= 0) && (counted === null || isEnough(counted));
    const verdict: ChannelLevelVerdict = {
      channelLevel: level.id,
      ...holdingEntry(holdingOf({ kind: 'channelLevel', id: level.id }, partner, program)),
      readiness: isMet ? 'met' : 'not-met',
      personnel,
      specializations: counted === null ? null : { ...counted, counted: counted.counted.map(({ id }) => id).sort() },
    };
    const named = level.personnel.map((line) => [line, (countedBy.get(line) ?? []).map(scene.individual)] as const);
    return { level, verdict, personnel: new Map(named), counted };
  });
}

function isEnough({ short, pointsShort }: CountedSpecializations): boolean {
  return short === 0 && pointsShort === 0;
}

function jobRoleEntry(place: Place, scene: PartnerScene): SpecializationVerdict['jobRoles'][number] {
  const filledBy = (scene.filledBy.get(place) ?? []).toSorted();
  const { jobRole, waived, open } = place;
  return { jobRole: jobRole.id, headcount: jobRole.headcount, waived, filledBy, short: open - filledBy.length };
}

function filledByPlace(allocated: readonly Allocated[]): ReadonlyMap<Place, readonly string[]> {
  return new Map(
    [...Map.groupBy(allocated, ({ place }) => place)].map(([place, all]) => [
      place,
      all.map(({ individual }) => individual),
    ]),
  );
}

function filledByIndividual(allocated: readonly Allocated[]): ReadonlyMap<string, readonly Place[]> {
  return new Map(
    [...Map.groupBy(allocated, ({ individual }) => individual)].map(([id, all]) => [id, all.map(({ place }) => place)]),
  );
}

function holdingEntry(standing: HoldingStanding | undefined) {
  const { holding, approvedOn, anniversary } = standing ?? {
    holding: 'none' as const,
    approvedOn: undefined,
    anniversary: undefined,
  };
  return {
    holding,
    approvedOn: approvedOn === undefined ? null : formatDay(approvedOn),
    anniversary: anniversary === undefined ? null : formatDay(anniversary),
  };
}

/** Whether a holding counts: until its anniversary, and past it while a renewal waits. */
function counts(holding: Holding | undefined): boolean {
  return holding === 'held' || holding === 'in-renewal';
}

function highest(levels: readonly { readonly channelLevel: string }[], { current }: KnownProgram): string | null {
  const rankOf = (id: string): number => current.channelLevels.get(id)?.rank ?? Number.NEGATIVE_INFINITY;
  const top = levels.toSorted((a, b) => rankOf(b.channelLevel) - rankOf(a.channelLevel))[0];
  return top?.channelLevel ?? null;
}
