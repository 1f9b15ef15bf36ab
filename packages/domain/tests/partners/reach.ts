import type { Plain } from './oracle.ts';
import type { Value } from './oracle-best.ts';
import type { Scene } from './oracle-scene.ts';

/** Counts what generated partners come to, so that a property about them cannot pass by looking at nothing. */
export class Reach {
  readonly #seen = new Map<string, number>();

  /** What was seen at least so often, by name. */
  often(times: number): readonly string[] {
    return [...this.#seen]
      .filter(([, seen]) => seen >= times)
      .map(([what]) => what)
      .sort();
  }

  #count(what: string, when: boolean): void {
    if (when) this.#seen.set(what, (this.#seen.get(what) ?? 0) + 1);
  }

  look(plain: Plain, value: Value | undefined, scene: Scene): void {
    const { edition, partner, asOf, editions, people, roles, could } = scene;
    for (const { code } of plain.violations) this.#count(code, true);
    for (const entry of [...plain.specializations, ...plain.channelLevels]) {
      this.#count(entry.holding, true);
      this.#count(
        'in renewal past the anniversary',
        entry.holding === 'in-renewal' && (entry.anniversary ?? '') <= asOf,
      );
      this.#count(`${'specialization' in entry ? 'specialization' : 'level'} ${entry.readiness}`, true);
    }
    for (const entry of plain.specializations) {
      const explained = plain.bottlenecks.some(({ specialization }) => specialization === entry.specialization);
      this.#count('not met but possible', entry.readiness === 'not-met' && entry.possible);
      this.#count('not possible', !entry.possible);
      this.#count(
        'waived',
        entry.jobRoles.some(({ waived }) => waived > 0),
      );
      this.#count(
        'presence short',
        entry.presence.some(({ short }) => short > 0),
      );
      this.#count('not met without a bottleneck', entry.readiness === 'not-met' && !explained);
    }
    for (const { jobRoles, specialization, available } of plain.bottlenecks) {
      this.#count('bottleneck of several job roles', jobRoles.length > 1);
      this.#count(
        'bottleneck over several specializations',
        jobRoles.some((role) => role.specialization !== specialization),
      );
      this.#count('bottleneck that somebody could fill', available > 0);
    }
    const pinned = (partner.allocations ?? []).some((allocation) => allocation.pinned);
    this.#count('held met under best', (value?.[0] ?? 0) > 0);
    this.#count('several met under best', (value?.[1] ?? 0) > 1);
    this.#count('filled beside', (value?.[2] ?? 0) > 0);
    this.#count('given kept', (value?.[3] ?? 0) > 0);
    this.#count('pins under best', value !== undefined && plain.allocations.length > 0 && pinned);
    const met = plain.specializations
      .filter(({ readiness }) => readiness === 'met')
      .map(({ specialization }) => specialization);
    const technologies = edition.specializations
      .filter(({ id }) => met.includes(id))
      .flatMap(({ technology }) => technology ?? []);
    this.#count('two met of a technology', value !== undefined && new Set(technologies).size < technologies.length);
    this.#count(
      'retired',
      edition.specializations.some(({ retiredOn }) => retiredOn !== undefined && retiredOn <= asOf),
    );
    this.#count('several editions', editions.length > 1);
    this.#count(
      'somebody of several job roles',
      people.some((person) => roles.filter((role) => could(person, role)).length > 2),
    );
    this.#count(
      'nobody left',
      edition.affiliation?.exclusive === true && people.length === 0 && partner.affiliations.length > 0,
    );
    for (const { readiness, specializations, personnel } of plain.channelLevels) {
      this.#count('level by points', readiness === 'met' && (specializations?.points ?? 0) > 0);
      this.#count(
        'personnel counted',
        personnel.some(({ countedBy }) => countedBy.length > 0),
      );
    }
  }
}

export const EVERYTHING = [
  'bottleneck of several job roles',
  'bottleneck over several specializations',
  'bottleneck that somebody could fill',
  'duplicate',
  'filled beside',
  'given kept',
  'held',
  'held met under best',
  'in renewal past the anniversary',
  'in-renewal',
  'lapsed',
  'level by points',
  'level met',
  'level not-met',
  'mixed-kinds',
  'nobody left',
  'none',
  'not met but possible',
  'not met without a bottleneck',
  'not possible',
  'not-affiliated',
  'over-headcount',
  'personnel counted',
  'pins under best',
  'presence short',
  'requirement-not-met',
  'retired',
  'several editions',
  'several met under best',
  'somebody of several job roles',
  'specialization met',
  'specialization not-met',
  'too-many-job-roles',
  'too-many-specializations',
  'two met of a technology',
  'unknown-individual',
  'unknown-job-role',
  'unknown-specialization',
  'waived',
] as const;
