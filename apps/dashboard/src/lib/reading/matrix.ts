import type { Allocation, Holding, PartnerFacts, PartnerStanding, Post, Readiness, Staffing } from '@standing/domain';
import type { Entries } from './entries.ts';
import { isImagined } from './imagined.ts';
import { isSameMove } from './supposition.ts';

/** A job role with how many of its places are filled, waived places counted. */
export type Column = Post & { readonly name: string; readonly headcount: number; readonly filled: number };

/** The job roles of a specialization. */
export type ColumnGroup = {
  readonly specialization: string;
  readonly name: string;
  readonly holding: Holding;
  readonly readiness: Readiness;
  readonly headcount: number;
  readonly filled: number;
  readonly columns: readonly Column[];
};

/** Where an individual and a job role meet: `cannot` fill it, `could`, or is there. */
export type Cell = { readonly state: 'cannot' | 'could' | 'allocated' | 'pinned'; readonly isImagined: boolean };

/** Specializations with their job roles in the edition's order. */
export function columnGroupsOf(
  partner: PartnerStanding,
  { posts }: Staffing,
  entries: Entries,
): readonly ColumnGroup[] {
  return partner.specializations.map(({ specialization, holding, readiness, jobRoles }) => {
    const columns = posts
      .filter((post) => post.specialization === specialization)
      .map(({ jobRole, headcount }): Column => {
        const short = jobRoles.find((each) => each.jobRole === jobRole)?.short ?? headcount;
        const name = entries.jobRoleName(specialization, jobRole);
        return { specialization, jobRole, name, headcount, filled: headcount - short };
      });
    return {
      specialization,
      name: entries.specializationName(specialization),
      holding,
      readiness,
      headcount: columns.reduce((sum, { headcount }) => sum + headcount, 0),
      filled: columns.reduce((sum, { filled }) => sum + filled, 0),
      columns,
    };
  });
}

/** The given allocations in force on a day that are pinned. */
export function pinsOf({ allocations = [] }: PartnerFacts, day: string): readonly Allocation[] {
  return allocations.filter(({ pinned, from = '', until = '9999' }) => pinned === true && from <= day && day < until);
}

/** Looks cells up; what is there wins over what could be. */
export function cellsOf(
  { allocations }: PartnerStanding,
  { canFill }: Staffing,
  pins: readonly Allocation[],
): (entry: Allocation) => Cell {
  const here = new Map(allocations.map((entry) => [keyOf(entry), entry]));
  const pinned = new Set(pins.map(keyOf));
  return (entry) => {
    const allocated = here.get(keyOf(entry));
    if (allocated === undefined)
      return { state: canFill(entry.individual, entry) ? 'could' : 'cannot', isImagined: false };
    return { state: pinned.has(keyOf(entry)) ? 'pinned' : 'allocated', isImagined: isImagined(allocated) };
  };
}

/**
 * What could be given up so that somebody fits on a job role, the fewest first: allocations of their own, or that of
 * another who stands there; never a pin. Empty where nothing would do, or where nothing has to.
 */
export function swapsFor(
  entry: Allocation,
  allocations: readonly Allocation[],
  pins: readonly Allocation[],
  { hindrance }: Staffing,
): readonly (readonly Allocation[])[] {
  if (hindrance(entry, allocations) === undefined) return [];
  const isHere = ({ specialization, jobRole }: Post): boolean =>
    specialization === entry.specialization && jobRole === entry.jobRole;
  const loose = allocations.filter(
    (each) => (each.individual === entry.individual || isHere(each)) && !pins.some((pin) => isSameMove(pin, each)),
  );
  const fits = (released: readonly Allocation[]): boolean =>
    hindrance(
      entry,
      allocations.filter((each) => !released.includes(each)),
    ) === undefined;
  const singles = loose.map((each) => [each]).filter(fits);
  if (singles.length > 0) return singles;
  return loose.flatMap((one, index) => loose.slice(index + 1).map((other) => [one, other])).filter(fits);
}

/** What one allocation has that another does not. */
export function movesBetween(
  from: readonly Allocation[],
  to: readonly Allocation[],
): { readonly into: readonly Allocation[]; readonly out: readonly Allocation[] } {
  const [before, after] = [from, to].map((list) => new Set(list.map(keyOf)));
  return {
    into: to.filter((entry) => before?.has(keyOf(entry)) === false),
    out: from.filter((entry) => after?.has(keyOf(entry)) === false),
  };
}

function keyOf({ individual, specialization, jobRole }: Allocation): string {
  return JSON.stringify([individual, specialization, jobRole]);
}
