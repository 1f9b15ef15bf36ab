import type { AwardStatus } from '../award/standing.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Allocation, Holding, Readiness } from '../standing/standing.ts';

type AwardState = { readonly status: AwardStatus; readonly validUntil: string | null };
type SpecializationState = { readonly holding: Holding; readonly readiness: Readiness; readonly possible: boolean };
type LevelState = { readonly holding: Holding; readonly readiness: Readiness };
type AllocationState = { readonly allocated: true };

/** From what one answer says to what the other does; null where it says nothing. */
type FromTo<S> = { readonly from: S | null; readonly to: S | null };

/** One verdict in which two answers differ. */
export type Difference =
  | ({ readonly individual: string; readonly certification: string } & FromTo<AwardState>)
  | ({ readonly partner: string; readonly specialization: string } & FromTo<SpecializationState>)
  | ({ readonly partner: string; readonly channelLevel: string } & FromTo<LevelState>)
  | ({ readonly partner: string; readonly allocation: Allocation } & FromTo<AllocationState>);

/**
 * The verdicts in which two answers about the same program differ: awards by individual, then specializations, levels and
 * allocations by partner; in the order of the later answer, what only the earlier one has behind it.
 */
export function differencesOf(from: Evaluation, to: Evaluation): readonly Difference[] {
  const individuals = pairs(from.individuals, to.individuals, ({ id }) => id).flatMap(([individual, before, after]) =>
    changed(before?.awards ?? [], after?.awards ?? [], ({ certification }) => certification, award).map(
      ([certification, states]) => ({ individual, certification, ...states }),
    ),
  );
  const partners = pairs(from.partners, to.partners, ({ id }) => id).flatMap(
    ([partner, before, after]): Difference[] => [
      ...changed(
        before?.specializations ?? [],
        after?.specializations ?? [],
        ({ specialization }) => specialization,
        ({ holding, readiness, possible }): SpecializationState => ({ holding, readiness, possible }),
      ).map(([specialization, states]) => ({ partner, specialization, ...states })),
      ...changed(
        before?.channelLevels ?? [],
        after?.channelLevels ?? [],
        ({ channelLevel }) => channelLevel,
        ({ holding, readiness }): LevelState => ({ holding, readiness }),
      ).map(([channelLevel, states]) => ({ partner, channelLevel, ...states })),
      ...changed(
        before?.allocations ?? [],
        after?.allocations ?? [],
        (entry) => JSON.stringify(entry),
        (): AllocationState => ({ allocated: true }),
      ).map(([entry, states]) => ({ partner, allocation: JSON.parse(entry) as Allocation, ...states })),
    ],
  );
  return [...individuals, ...partners];
}

function award({ status, validUntil }: AwardState): AwardState {
  return { status, validUntil };
}

function changed<E, S extends object>(
  from: readonly E[],
  to: readonly E[],
  nameOf: (entry: E) => string,
  stateOf: (entry: E) => S,
): readonly (readonly [name: string, states: FromTo<S>])[] {
  return pairs(from, to, nameOf).flatMap(([name, before, after]) => {
    const states = {
      from: before === undefined ? null : stateOf(before),
      to: after === undefined ? null : stateOf(after),
    };
    return JSON.stringify(states.from) === JSON.stringify(states.to) ? [] : [[name, states] as const];
  });
}

/** The entries of two lists by their names, those of the second list first. */
export function pairs<E>(
  from: readonly E[],
  to: readonly E[],
  nameOf: (entry: E) => string,
): readonly (readonly [name: string, before: E | undefined, after: E | undefined])[] {
  const before = new Map(from.map((entry) => [nameOf(entry), entry]));
  const after = new Map(to.map((entry) => [nameOf(entry), entry]));
  const names = [...after.keys(), ...[...before.keys()].filter((name) => !after.has(name))];
  return names.map((name) => [name, before.get(name), after.get(name)] as const);
}
