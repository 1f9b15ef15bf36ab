import type { ChannelLevelStanding, Evidence, PartnerFacts, SpecializationStanding } from '@standing/domain';
import type { ExplanationInWords } from '@standing/domain/words';
import type { Entries } from './entries.ts';
import { isImagined } from './imagined.ts';
import { candidatesOf } from './outline.ts';

/** An award or a pass that a place rests on; days are `YYYY-MM-DD`. */
export type Support = Extract<Evidence, { readonly certification: string } | { readonly exam: string }>;

/** A place of a job role, a presence or a line of personnel and who stands on it, or places that nobody has to or does. */
export type Seat =
  | {
      readonly kind: 'filled';
      readonly individual: string;
      readonly supports: readonly Support[];
      /** From when the individual is allocated to it, where the record says so. */
      readonly since: string | undefined;
      /** Whether that somebody stands on it is not a fact. */
      readonly isImagined: boolean;
    }
  | { readonly kind: 'waived'; readonly count: number; readonly until: string | undefined }
  | { readonly kind: 'open'; readonly count: number; readonly candidates: readonly ExplanationInWords[] };

export type Seats = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'job-role' | 'presence' | 'personnel';
  readonly headcount: number;
  readonly seats: readonly Seat[];
};

/** The awards and passes that a reason rests on, without those of people who only could fill a place. */
export function supportsOf(node: ExplanationInWords): readonly Support[] {
  if (!node.met && node.of.length === 0) return [];
  const own = node.by.filter((fact): fact is Support => 'certification' in fact || 'exam' in fact);
  if (node.of.length === 0) return own;
  const candidates = candidatesOf(node);
  return node.of.filter((part) => !candidates.includes(part)).flatMap(supportsOf);
}

/** The places of a specialization, each with who fills it; `facts` say since when, and until when a place is waived. */
export function seatsOfSpecialization(
  standing: SpecializationStanding,
  node: ExplanationInWords,
  { waivers = [], allocations = [] }: PartnerFacts,
  day: string,
  entries: Entries,
): readonly Seats[] {
  const id = standing.specialization;
  const jobRoles = standing.jobRoles.map(({ jobRole, headcount, waived, short }): Seats => {
    const reason = node.of.find(
      ({ subject }) => subject !== undefined && 'jobRole' in subject && subject.jobRole === jobRole,
    );
    const candidates = reason === undefined ? [] : candidatesOf(reason);
    const people = reason?.of.filter((part) => part.rule !== 'waiver' && !candidates.includes(part)) ?? [];
    const until = waivers.find(
      (waiver) =>
        waiver.specialization === id &&
        waiver.jobRole === jobRole &&
        waiver.from <= day &&
        (waiver.until ?? '9999') > day,
    )?.until;
    const sinceOf = (individual: string): string | undefined =>
      allocations.find(
        (given) =>
          given.individual === individual &&
          given.specialization === id &&
          given.jobRole === jobRole &&
          (given.from ?? '') <= day &&
          (given.until ?? '9999') > day,
      )?.from;
    return {
      id: jobRole,
      name: entries.jobRoleName(id, jobRole),
      kind: 'job-role',
      headcount,
      seats: [
        ...(reason?.by ?? []).map((fact, index) =>
          filled(fact.individual, people[index], isImagined(fact), sinceOf(fact.individual)),
        ),
        ...(waived > 0 ? [{ kind: 'waived', count: waived, until } as const] : []),
        ...open(short, candidates),
      ],
    };
  });
  const presence = standing.presence.map(({ id, heldBy, headcount, short }): Seats => {
    const reason = node.of.find(
      ({ subject }) => subject !== undefined && 'presence' in subject && subject.presence === id,
    );
    return line(id, 'presence', headcount, heldBy.slice(0, headcount), short, reason);
  });
  return [...jobRoles, ...presence];
}

/** The personnel of a level, each place with who counts for it. */
export function seatsOfLevel({ personnel }: ChannelLevelStanding, node: ExplanationInWords): readonly Seats[] {
  return personnel.map(({ id, headcount, countedBy, short }) => {
    const reason = node.of.find(
      ({ subject }) => subject !== undefined && 'personnel' in subject && subject.personnel === id,
    );
    return line(id, 'personnel', headcount, countedBy, short, reason);
  });
}

function line(
  id: string,
  kind: Seats['kind'],
  headcount: number,
  individuals: readonly string[],
  short: number,
  reason: ExplanationInWords | undefined,
): Seats {
  return {
    id,
    name: id.replaceAll('-', ' '),
    kind,
    headcount,
    seats: [
      ...individuals.map((individual, index) => filled(individual, reason?.of[index], isImagined(reason?.of[index]))),
      ...open(short, []),
    ],
  };
}

function filled(individual: string, reason: ExplanationInWords | undefined, isImagined: boolean, since?: string): Seat {
  return { kind: 'filled', individual, supports: reason === undefined ? [] : supportsOf(reason), since, isImagined };
}

function open(count: number, candidates: readonly ExplanationInWords[]): readonly Seat[] {
  return count > 0 ? [{ kind: 'open', count, candidates }] : [];
}
