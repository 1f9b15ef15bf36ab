import type { AwardStatus, IndividualStanding } from '../award/standing.ts';
import type { Missing } from '../explanation/explanation.ts';
import type {
  ChannelLevelStanding,
  Holding,
  PartnerStanding,
  Readiness,
  SpecializationStanding,
} from '../standing/standing.ts';
import { pairs } from './difference.ts';
import { type Effect, effectOf } from './verdict.ts';

/** What a partner's specialization or level is under one of the two programs. */
export type ImpactState = {
  readonly holding: Holding;
  readonly anniversary: string | null;
  readonly readiness: Readiness;
  /** Of a specialization: could it be met with nobody allocated elsewhere? */
  readonly possible?: boolean;
};

type AwardState = { readonly status: AwardStatus; readonly validUntil: string | null };

/** Somebody who counts for a place under one program and not under the other, with the awards in which these differ. */
export type Counted = (
  | { readonly jobRole: string }
  | { readonly presence: string }
  | { readonly personnel: string }
) & {
  readonly individual: string;
  readonly awards: readonly {
    readonly certification: string;
    readonly before: AwardState | null;
    readonly after: AwardState | null;
  }[];
};

/** One specialization or level of one partner on one day under the two programs; null where a program does not know it. */
export type ImpactOnDay = {
  readonly on: string;
  readonly effect: Effect;
  readonly before: ImpactState | null;
  readonly after: ImpactState | null;
  /** What it takes where it is not met: after, if it loses; before, if it gains. */
  readonly missing: readonly Missing[];
  readonly noLonger: readonly Counted[];
  readonly newly: readonly Counted[];
};

export type ImpactSubject = { readonly specialization: string } | { readonly channelLevel: string };
type Individuals = ReadonlyMap<string, IndividualStanding>;

/** What a day says of each specialization and level of a partner, those of the program after first. */
export function detailsOf(
  on: string,
  before: PartnerStanding | undefined,
  after: PartnerStanding | undefined,
  individuals: { readonly before: Individuals; readonly after: Individuals },
): readonly (readonly [subject: ImpactSubject, day: ImpactOnDay])[] {
  const awardsOf = (individual: string): Counted['awards'] =>
    pairs(
      individuals.before.get(individual)?.awards ?? [],
      individuals.after.get(individual)?.awards ?? [],
      ({ certification }) => certification,
    ).flatMap(([certification, was, is]) => {
      const states = { before: awardState(was), after: awardState(is) };
      return JSON.stringify(states.before) === JSON.stringify(states.after) ? [] : [{ certification, ...states }];
    });
  const dayOf = (was: Standing | undefined, is: Standing | undefined): ImpactOnDay => {
    const effect = effectOf(was, is);
    const [then, now] = [peopleIn(was), peopleIn(is)];
    const beside = (some: ReadonlyMap<string, Person>, others: ReadonlyMap<string, Person>): readonly Counted[] =>
      [...some].flatMap(([key, person]) =>
        others.has(key) ? [] : [{ ...person, awards: awardsOf(person.individual) }],
      );
    const short = effect === 'loses' ? is : effect === 'gains' ? was : undefined;
    return {
      on,
      effect,
      before: stateOf(was),
      after: stateOf(is),
      missing: short?.explanation.missing ?? [],
      noLonger: beside(then, now),
      newly: beside(now, then),
    };
  };
  return [
    ...pairs(before?.specializations ?? [], after?.specializations ?? [], ({ specialization }) => specialization).map(
      ([specialization, was, is]) => [{ specialization }, dayOf(was, is)] as const,
    ),
    ...pairs(before?.channelLevels ?? [], after?.channelLevels ?? [], ({ channelLevel }) => channelLevel).map(
      ([channelLevel, was, is]) => [{ channelLevel }, dayOf(was, is)] as const,
    ),
  ];
}

type Standing = SpecializationStanding | ChannelLevelStanding;
type Person = { readonly individual: string } & (
  | { readonly jobRole: string }
  | { readonly presence: string }
  | { readonly personnel: string }
);

/** Who counts for which place. */
function peopleIn(standing: Standing | undefined): ReadonlyMap<string, Person> {
  const people: readonly Person[] =
    standing === undefined
      ? []
      : 'personnel' in standing
        ? standing.personnel.flatMap(({ id, countedBy }) =>
            countedBy.map((individual) => ({ personnel: id, individual })),
          )
        : [
            ...standing.jobRoles.flatMap(({ jobRole, filledBy }) =>
              filledBy.map((individual) => ({ jobRole, individual })),
            ),
            ...standing.presence.flatMap(({ id, heldBy }) =>
              heldBy.map((individual) => ({ presence: id, individual })),
            ),
          ];
  return new Map(people.map((person) => [JSON.stringify(person), person]));
}

function stateOf(standing: Standing | undefined): ImpactState | null {
  if (standing === undefined) return null;
  const { holding, anniversary, readiness } = standing;
  return { holding, anniversary, readiness, ...('possible' in standing ? { possible: standing.possible } : {}) };
}

function awardState(award: AwardState | undefined): AwardState | null {
  return award === undefined ? null : { status: award.status, validUntil: award.validUntil };
}
