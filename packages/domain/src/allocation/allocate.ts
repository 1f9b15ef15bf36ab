import { compare } from '../calendar/compare.ts';
import type { CompiledEdition } from '../edition/compiled.ts';
import type { CompiledSpecialization } from '../edition/places.ts';
import type { PartnerFacts } from '../record/schema.ts';
import { type Best, best } from './best.ts';
import { type Bottleneck, bottleneckOf, linkedPlaces } from './bottleneck.ts';
import { type Allocated, inOrder, type Staff, take, type Violation } from './given.ts';
import { keyOf } from './place.ts';

/** Who fills which job role at a partner on the day, and what follows from that alone. */
export type PartnerAllocation = {
  readonly allocated: readonly Allocated[];
  readonly violations: readonly Violation[];
  /** Null where the given allocations count. */
  readonly best: Omit<Best, 'allocated'> | null;
  readonly met: ReadonlySet<CompiledSpecialization>;
  /** Why those that are not met are not, as far as people are short; looked for where it is asked. */
  readonly bottlenecks: (look: Spending['bottlenecks']) => readonly Bottleneck[];
};

/** What is known of a specialization before anybody is allocated. */
export type Before = {
  /** Held or in renewal. */
  readonly held: ReadonlySet<CompiledSpecialization>;
  /** Those whose presence is held. */
  readonly presence: ReadonlySet<CompiledSpecialization>;
};

/** Counted steps for the search for the best allocation, for that for bottlenecks, and for everything else. */
export type Spending = {
  readonly search: (steps: number) => void;
  /** For one of so many searches that are still to come. */
  readonly bottlenecks: (among: number) => (steps: number) => void;
  readonly work: (steps: number) => void;
};

/** Whether the given allocations count: those that the question names, else given where any has begun (contract, section 3). */
export function countsGiven(
  partner: PartnerFacts,
  allocate: 'given' | 'best' | undefined,
  hasBegun: (from: string) => boolean,
): boolean {
  if (allocate !== undefined) return allocate === 'given';
  return (partner.allocations ?? []).some(({ from }) => from === undefined || hasBegun(from));
}

/** The given allocations that count, each of the others with its code. */
export function allocateGiven(
  partner: PartnerFacts,
  staff: Staff,
  edition: CompiledEdition,
  before: Before,
): PartnerAllocation {
  const given = inOrder(partner.allocations ?? [], staff);
  const { allocated, violations } = take(given, staff);
  const pins = new Set(
    given
      .filter((allocation) => allocation.pinned === true)
      .map(({ individual, specialization, jobRole }) => JSON.stringify([individual, specialization, jobRole])),
  );
  const pinned = allocated.filter(({ individual, place }) =>
    pins.has(JSON.stringify([individual, place.specialization.id, place.jobRole.id])),
  );
  const met = metBy(allocated, staff, edition, before);
  const bottlenecks = (look: Spending['bottlenecks']): readonly Bottleneck[] =>
    unmet(edition, met).flatMap((specialization, at, all) => {
      const own = staff.places.filter((place) => place.specialization === specialization);
      return bottleneckOf(specialization, own, staff, pinned, look(all.length - at)) ?? [];
    });
  return { allocated: ordered(allocated), violations, best: null, met, bottlenecks };
}

/** The best allocation around the pins that fit. */
export function allocateBest(
  partner: PartnerFacts,
  staff: Staff,
  edition: CompiledEdition,
  before: Before,
  spend: (steps: number) => void,
): PartnerAllocation {
  const given = inOrder(partner.allocations ?? [], staff);
  const pins = take(
    given.filter((allocation) => allocation.pinned === true),
    staff,
  );
  const takesPart = new Set(
    [...edition.specializations.values()].filter((entry) => staff.asOf < entry.retiredOn || before.held.has(entry)),
  );
  const today = todaysOf(given, staff);
  const valuation = {
    places: staff.places,
    takesPart,
    held: before.held,
    presence: before.presence,
    given: today,
  };
  const { allocated, ...outcome } = best({
    staff,
    valuation,
    pinned: pins.allocated,
    given: today,
    spend,
  });
  const met = metBy(allocated, staff, edition, before);
  const bottlenecks = (look: Spending['bottlenecks']): readonly Bottleneck[] => {
    const linked = linkedPlaces(takesPart, staff);
    return unmet(edition, met)
      .filter((specialization) => takesPart.has(specialization))
      .flatMap(
        (specialization, at, all) =>
          bottleneckOf(specialization, linked(specialization), staff, pins.allocated, look(all.length - at)) ?? [],
      );
  };
  return { allocated: ordered(allocated), violations: pins.violations, best: outcome, met, bottlenecks };
}

/** The given allocations on job roles that there are, each once. */
function todaysOf(given: ReturnType<typeof inOrder>, staff: Staff): readonly Allocated[] {
  if (given.length === 0) return [];
  const places = new Map(staff.places.map((place) => [keyOf(place.specialization.id, place.jobRole.id), place]));
  const today = new Map<string, Allocated>();
  for (const { individual, specialization, jobRole } of given) {
    const place = places.get(keyOf(specialization, jobRole));
    if (place !== undefined) today.set(keyOf(individual, String(place.index)), { individual, place });
  }
  return [...today.values()];
}

function metBy(
  allocated: readonly Allocated[],
  staff: Staff,
  edition: CompiledEdition,
  before: Before,
): ReadonlySet<CompiledSpecialization> {
  const filled = new Map<unknown, number>();
  for (const { place } of allocated) filled.set(place, (filled.get(place) ?? 0) + 1);
  const short = new Set(
    staff.places.filter((place) => (filled.get(place) ?? 0) < place.open).map((place) => place.specialization),
  );
  return new Set(
    [...edition.specializations.values()].filter((entry) => before.presence.has(entry) && !short.has(entry)),
  );
}

function unmet(edition: CompiledEdition, met: ReadonlySet<CompiledSpecialization>): readonly CompiledSpecialization[] {
  return [...edition.specializations.values()].filter((entry) => !met.has(entry));
}

/** By specialization, job role, individual. */
function ordered(allocated: readonly Allocated[]): readonly Allocated[] {
  return allocated.toSorted((a, b) => a.place.index - b.place.index || compare(a.individual, b.individual));
}
