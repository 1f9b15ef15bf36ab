/** The meaning of a partner's answer a second time, for tests alone; see `oracle-scene.ts`. */
import type { Evaluation, PartnerStanding } from '../../src/index.ts';
import { type Aims, bestValue, couldBeMet, type Value, worthOf } from './oracle-best.ts';
import { bottleneckOf, linkedRoles } from './oracle-bottleneck.ts';
import { broken, inOrder, look } from './oracle-given.ts';
import { type Pair, type Question, type Scene, type Specialization, sceneOf } from './oracle-scene.ts';
import { holdingOf, type LevelEntry, levelsOf, unrecognizedOf } from './oracle-standing.ts';

type SpecializationEntry = Omit<PartnerStanding['specializations'][number], 'explanation'>;
/** A partner's answer without its explanations. */
export type Plain = Omit<PartnerStanding, 'specializations' | 'channelLevels'> & {
  readonly specializations: readonly SpecializationEntry[];
  readonly channelLevels: readonly LevelEntry[];
};

const isCounted = ({ holding }: { holding: string }): boolean => holding === 'held' || holding === 'in-renewal';
const present = <T>(entry: T | undefined): readonly T[] => (entry === undefined ? [] : [entry]);

/**
 * What the contract answers about a partner. Which of equally good allocations is given is the engine's own choice: under
 * "best" its allocations are taken, and `faults` says what is wrong with them.
 */
export function partnerByTheContract(
  question: Question,
  id: string,
  answered: Evaluation,
): {
  readonly plain: Plain;
  readonly faults: readonly string[];
  readonly value: Value | undefined;
  readonly scene: Scene;
} {
  const scene = sceneOf(question, id, answered.individuals);
  const { edition, partner, asOf } = scene;
  const holdings = new Map(
    edition.specializations.map((entry) => [entry, holdingOf(scene, { specialization: entry.id })]),
  );
  const isHeld = (entry: Specialization): boolean => isCounted(holdings.get(entry) ?? { holding: 'none' });
  const heldBy = (requires: Parameters<Scene['meets']>[1]): readonly string[] =>
    scene.people.filter((who) => scene.meets(who, requires));
  const isPresent = (entry: Specialization): boolean =>
    (entry.presence ?? []).every(({ headcount, requires }) => heldBy(requires).length >= headcount);
  const takesPart = (entry: Specialization): boolean =>
    entry.retiredOn === undefined || asOf < entry.retiredOn || isHeld(entry);

  const given = inOrder(scene);
  const mode =
    question.allocate ??
    ((partner.allocations ?? []).some(({ from }) => from === undefined || from <= asOf) ? 'given' : 'best');
  const all = look(scene, given);
  const pins = look(
    scene,
    given.filter(({ pinned }) => pinned === true),
  );
  const aims: Aims = { takesPart, isHeld, isPresent, given: pairsOf(scene, given) };
  const chosen = pairsOf(scene, answered.partners.find((entry) => entry.id === id)?.allocations ?? []);
  const allocated = mode === 'given' ? all.counting : chosen;
  const value = mode === 'given' ? undefined : bestValue(scene, aims, pins);
  const faults = mode === 'given' ? [] : faultsOf(scene, chosen, pins.counting, aims, value);

  const filledBy = (role: Scene['roles'][number]): readonly string[] =>
    allocated
      .filter((pair) => pair.role === role)
      .map(({ individual }) => individual)
      .toSorted();
  const specializations = edition.specializations.map((entry): SpecializationEntry => {
    const jobRoles = scene.roles
      .filter((role) => role.specialization === entry)
      .map((role) => {
        const own = filledBy(role);
        const { jobRole, waived } = role;
        return {
          jobRole: jobRole.id,
          headcount: jobRole.headcount,
          waived,
          filledBy: own,
          short: jobRole.headcount - waived - own.length,
        };
      });
    const presence = (entry.presence ?? []).map((line) => {
      const own = heldBy(line.requires);
      return { id: line.id, headcount: line.headcount, heldBy: own, short: Math.max(0, line.headcount - own.length) };
    });
    return {
      specialization: entry.id,
      ...(holdings.get(entry) ?? { holding: 'none', approvedOn: null, anniversary: null }),
      readiness: [...jobRoles, ...presence].every(({ short }) => short === 0) ? 'met' : 'not-met',
      possible: couldBeMet(scene, isPresent, entry),
      jobRoles,
      presence,
    };
  });
  const notMet = edition.specializations.filter((_, index) => specializations[index]?.readiness === 'not-met');
  const kept = pairsOf(
    scene,
    given.filter(({ pinned }) => pinned === true),
  ).filter((pin) => all.counting.some((pair) => pair.individual === pin.individual && pair.role === pin.role));
  const bottlenecks =
    mode === 'given'
      ? notMet.flatMap((entry) =>
          present(
            bottleneckOf(
              scene,
              entry,
              scene.roles.filter((role) => role.specialization === entry),
              kept,
            ),
          ),
        )
      : notMet
          .filter(takesPart)
          .flatMap((entry) =>
            present(
              bottleneckOf(
                scene,
                entry,
                linkedRoles(scene, entry, edition.specializations.filter(takesPart)),
                pins.counting,
              ),
            ),
          );
  const channelLevels = levelsOf(scene, edition.specializations.filter(isHeld));
  const highest = (entries: readonly LevelEntry[]): string | null =>
    edition.channelLevels
      .filter((level) => entries.some(({ channelLevel }) => channelLevel === level.id))
      .toSorted((a, b) => b.rank - a.rank)[0]?.id ?? null;
  return {
    faults,
    value,
    scene,
    plain: {
      id,
      specializations,
      channelLevel: {
        held: highest(channelLevels.filter(isCounted)),
        ready: highest(channelLevels.filter(({ readiness }) => readiness === 'met')),
      },
      channelLevels,
      allocations: allocated
        .toSorted((a, b) => a.role.index - b.role.index || (a.individual < b.individual ? -1 : 1))
        .map(({ individual, role }) => ({
          individual,
          specialization: role.specialization.id,
          jobRole: role.jobRole.id,
        })),
      violations: (mode === 'given' ? all : pins).violations as PartnerStanding['violations'],
      best: value === undefined ? null : { proven: true, value, bound: value },
      bottlenecks,
      unrecognized: unrecognizedOf(scene),
    },
  };
}

/** Known job roles of these allocations, each pair once. */
export function pairsOf(
  scene: Scene,
  allocations: readonly { individual: string; specialization: string; jobRole: string }[],
): readonly Pair[] {
  const pairs: Pair[] = [];
  for (const { individual, specialization, jobRole } of allocations) {
    const role = scene.roles.find(
      (entry) => entry.specialization.id === specialization && entry.jobRole.id === jobRole,
    );
    if (role === undefined || pairs.some((pair) => pair.individual === individual && pair.role === role)) continue;
    pairs.push({ individual, role });
  }
  return pairs;
}

/** What is wrong with an allocation that is said to be best. */
function faultsOf(
  scene: Scene,
  chosen: readonly Pair[],
  pins: readonly Pair[],
  aims: Aims,
  value: Value | undefined,
): readonly string[] {
  const has = (pair: Pair): boolean =>
    chosen.some((entry) => entry.individual === pair.individual && entry.role === pair.role);
  const faults = [...infeasible(scene, chosen)];
  for (const pin of pins) if (!has(pin)) faults.push(`${pin.individual} has left a pin`);
  for (const pair of chosen) {
    const isPin = pins.some((pin) => pin.individual === pair.individual && pin.role === pair.role);
    if (!isPin && !aims.takesPart(pair.role.specialization))
      faults.push(`${pair.individual} is where nothing takes part`);
  }
  const worth = worthOf(scene, aims, chosen);
  if (worth.join() !== value?.join()) faults.push(`it is worth ${worth.join()}, the best ${value?.join()}`);
  return faults;
}

/** Limits, requirements, affiliation and headcounts that an allocation breaks. */
export function infeasible(scene: Scene, chosen: readonly Pair[]): readonly string[] {
  return [
    ...scene.roles
      .filter((role) => chosen.filter((pair) => pair.role === role).length > role.open)
      .map((role) => `${role.specialization.id} ${role.jobRole.id} is over its headcount`),
    ...chosen
      .filter(({ individual, role }) => !scene.people.includes(individual) || !scene.could(individual, role))
      .map(({ individual }) => `${individual} cannot fill it`),
    ...scene.people.flatMap((individual) => {
      const own = chosen.filter((pair) => pair.individual === individual).map(({ role }) => role);
      const code = new Set(own).size < own.length ? 'duplicate' : broken(scene, own);
      return code === undefined ? [] : [`${individual}: ${code}`];
    }),
  ];
}
