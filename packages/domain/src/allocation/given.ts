import { compare } from '../calendar/compare.ts';
import { type Day, readDay } from '../calendar/day.ts';
import type { Limits } from '../edition/places.ts';
import type { PartnerFacts } from '../record/schema.ts';
import { inForce } from './affiliation.ts';
import { type LimitCode, Load } from './limits.ts';
import { keyOf, type Place } from './place.ts';

/** Who stands on which job role. */
export type Allocated = { readonly individual: string; readonly place: Place };

/** Why a given allocation does not count: the first that applies, in this order. */
export type ViolationCode =
  | 'unknown-individual'
  | 'unknown-specialization'
  | 'unknown-job-role'
  | 'not-affiliated'
  | 'requirement-not-met'
  | 'duplicate'
  | 'over-headcount'
  | LimitCode;

export type Violation = {
  readonly code: ViolationCode;
  readonly individual: string;
  readonly specialization: string;
  readonly jobRole: string;
};

/** What there is to allocate at one partner on one day. */
export type Staff = {
  readonly places: readonly Place[];
  /** All specializations of the edition, in its order. */
  readonly specializations: readonly string[];
  readonly limits: Limits;
  readonly asOf: Day;
  /** Whether the facts know this individual at all. */
  readonly known: (individual: string) => boolean;
  /** Those who count for the partner, by id. */
  readonly people: readonly string[];
  readonly isAffiliated: (individual: string) => boolean;
  /** Whether an affiliated individual meets the requirement of a job role. */
  readonly canFill: (individual: string, place: Place) => boolean;
  /** All who do, by id. */
  readonly ableFor: (place: Place) => ReadonlySet<string>;
};

type GivenAllocation = NonNullable<PartnerFacts['allocations']>[number];

/** Given allocations in force on a day, in the order in which they are looked at (contract, *Given allocations*). */
export function inOrder(allocations: readonly GivenAllocation[], staff: Staff): readonly GivenAllocation[] {
  if (allocations.length === 0) return [];
  const order = orderOf(staff);
  return allocations
    .filter((allocation) => inForce(allocation, staff.asOf))
    .map((allocation) => ({ allocation, from: fromOf(allocation), ...order(allocation) }))
    .sort(
      (a, b) =>
        compare(a.from, b.from) ||
        compare(a.specialization, b.specialization) ||
        compare(a.allocation.specialization, b.allocation.specialization) ||
        compare(a.jobRole, b.jobRole) ||
        compare(a.allocation.jobRole, b.allocation.jobRole) ||
        compare(a.allocation.individual, b.allocation.individual),
    )
    .map(({ allocation }) => allocation);
}

/** Takes given allocations in order; the first that fit count, for the others the first reason why not is kept. */
export function take(
  allocations: readonly GivenAllocation[],
  staff: Staff,
): { readonly allocated: readonly Allocated[]; readonly violations: readonly Violation[] } {
  if (allocations.length === 0) return { allocated: [], violations: [] };
  const places = new Map(staff.places.map((place) => [keyOf(place.specialization.id, place.jobRole.id), place]));
  const specializations = new Set(staff.specializations);
  const allocated: Allocated[] = [];
  const loads = new Map<string, Load>();
  const filled = new Map<Place, number>();
  const violations: Violation[] = [];

  const faultOf = (
    { individual, specialization, jobRole }: GivenAllocation,
    place: Place | undefined,
  ): ViolationCode | undefined => {
    if (!staff.known(individual)) return 'unknown-individual';
    if (!specializations.has(specialization)) return 'unknown-specialization';
    if (place === undefined || place.jobRole.id !== jobRole) return 'unknown-job-role';
    if (!staff.isAffiliated(individual)) return 'not-affiliated';
    if (!staff.canFill(individual, place)) return 'requirement-not-met';
    const load = loads.get(individual) ?? new Load(staff.limits);
    if (load.has(place)) return 'duplicate';
    if ((filled.get(place) ?? 0) >= place.open) return 'over-headcount';
    return load.brokenBy(place);
  };

  for (const allocation of allocations) {
    const { individual, specialization, jobRole } = allocation;
    const place = places.get(keyOf(specialization, jobRole));
    const code = faultOf(allocation, place);
    if (code !== undefined || place === undefined) {
      violations.push({ code: code ?? 'unknown-job-role', individual, specialization, jobRole });
      continue;
    }
    allocated.push({ individual, place });
    const load = loads.get(individual) ?? new Load(staff.limits);
    load.add(place);
    loads.set(individual, load);
    filled.set(place, (filled.get(place) ?? 0) + 1);
  }
  return { allocated, violations };
}

function fromOf({ from }: GivenAllocation): Day {
  return from === undefined ? Number.NEGATIVE_INFINITY : readDay(from);
}

/** The edition's order; what it does not know comes last, by id. */
function orderOf(staff: Staff) {
  const specializations = new Map(staff.specializations.map((id, index) => [id, index]));
  const jobRoles = new Map(
    staff.places.map((place) => [keyOf(place.specialization.id, place.jobRole.id), place.index]),
  );
  return ({ specialization, jobRole }: GivenAllocation) => ({
    specialization: specializations.get(specialization) ?? Number.POSITIVE_INFINITY,
    jobRole: jobRoles.get(keyOf(specialization, jobRole)) ?? Number.POSITIVE_INFINITY,
  });
}
