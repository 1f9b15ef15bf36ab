import { type Day, readDay } from '../calendar/day.ts';
import { type Period, readPeriod } from '../calendar/period.ts';
import { compileRequirement, type Node, type Origin, originOf, type RequirementNames } from './node.ts';
import type { ChannelLevel, Edition, Specialization } from './schema.ts';

/** A number of places for people who meet a requirement: a job role, a presence, a line of a level's personnel. */
export type Places = {
  readonly id: string;
  readonly headcount: number;
  readonly requires: Node;
  readonly origin: Origin;
};

export type JobRole = Places & { readonly kind: string };

export type CompiledSpecialization = {
  readonly id: string;
  /** At most one of a technology counts in the best allocation. */
  readonly technology: string | undefined;
  readonly points: number;
  readonly jobRoles: readonly JobRole[];
  readonly presence: readonly Places[];
  readonly term: Period;
  readonly renewalWindow: Period;
  /** From this day on no newcomer is admitted; infinite when it is not retired. */
  readonly retiredOn: Day;
  readonly origin: Origin;
};

export type CompiledChannelLevel = {
  readonly id: string;
  readonly rank: number;
  readonly personnel: readonly Places[];
  readonly specializations:
    | {
        readonly atLeast: number | undefined;
        readonly points: number | undefined;
        readonly of: ReadonlySet<string> | undefined;
      }
    | undefined;
  readonly term: Period;
  readonly renewalWindow: Period;
  readonly origin: Origin;
};

/** How much one individual may be allocated; what is not limited is infinite (contract, *allocation*). */
export type Limits = {
  readonly maxJobRoles: number;
  readonly maxSpecializations: number;
  readonly maxJobRolesPerSpecialization: number;
  readonly kinds: ReadonlyMap<string, { readonly maxJobRoles: number; readonly maxSpecializations: number }>;
  readonly mixKinds: boolean;
  /** Specializations whose allocations count toward no limit. */
  readonly exempt: ReadonlySet<string>;
  readonly origin: Origin;
};

export function compileSpecialization(entry: Specialization, names: RequirementNames): CompiledSpecialization {
  const origin = originOf(entry);
  return {
    id: entry.id,
    technology: entry.technology,
    points: entry.points ?? 0,
    jobRoles: entry.jobRoles.map((role) => ({ ...compilePlaces(role, origin, names), kind: role.kind })),
    presence: (entry.presence ?? []).map((presence) => compilePlaces(presence, origin, names)),
    term: readPeriod(entry.term),
    renewalWindow: readPeriod(entry.renewalWindow),
    retiredOn: entry.retiredOn === undefined ? Number.POSITIVE_INFINITY : readDay(entry.retiredOn),
    origin,
  };
}

export function compileChannelLevel(entry: ChannelLevel, names: RequirementNames): CompiledChannelLevel {
  const origin = originOf(entry);
  const counted = entry.specializations;
  return {
    id: entry.id,
    rank: entry.rank,
    personnel: entry.personnel.map((line) => compilePlaces(line, origin, names)),
    specializations:
      counted === undefined
        ? undefined
        : {
            atLeast: counted.atLeast,
            points: counted.points,
            of: counted.of === undefined ? undefined : new Set(counted.of),
          },
    term: readPeriod(entry.term),
    renewalWindow: readPeriod(entry.renewalWindow),
    origin,
  };
}

export function compileLimits(entry: Edition['allocation']): Limits {
  const kinds = Object.entries(entry.kinds ?? {}).map(
    ([kind, limit]) =>
      [
        kind,
        { maxJobRoles: limitOf(limit.maxJobRoles), maxSpecializations: limitOf(limit.maxSpecializations) },
      ] as const,
  );
  return {
    maxJobRoles: limitOf(entry.maxJobRoles),
    maxSpecializations: limitOf(entry.maxSpecializations),
    maxJobRolesPerSpecialization: limitOf(entry.maxJobRolesPerSpecialization),
    kinds: new Map(kinds),
    mixKinds: entry.mixKinds ?? true,
    exempt: new Set(entry.exempt),
    origin: originOf(entry),
  };
}

function compilePlaces(
  entry: Specialization['jobRoles'][number] | ChannelLevel['personnel'][number],
  parent: Origin,
  names: RequirementNames,
): Places {
  return {
    id: entry.id,
    headcount: entry.headcount,
    requires: compileRequirement(entry.requires, names),
    origin: originOf(entry, parent),
  };
}

function limitOf(limit: number | undefined): number {
  return limit ?? Number.POSITIVE_INFINITY;
}
