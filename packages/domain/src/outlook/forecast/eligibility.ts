import type { Day } from '../../calendar/day.ts';
import type { CompiledEdition } from '../../edition/compiled.ts';
import { type ExamNode, leavesOf, type Node } from '../../edition/node.ts';
import type { Ahead } from './ahead.ts';

/** What one individual no longer meets, and what it meets now. */
export type Moved = { readonly lost: readonly Node[]; readonly gained: readonly Node[] };

/** All that an edition asks of those who fill job roles, are present or count for a level. */
export function requirementsOf({ specializations, channelLevels }: CompiledEdition): readonly Node[] {
  return [
    ...[...specializations.values()].flatMap(({ jobRoles, presence }) => [...jobRoles, ...presence]),
    ...[...channelLevels.values()].flatMap(({ personnel }) => personnel),
  ].map(({ requires }) => requires);
}

/** The awards that requirements name, and the exams whose passes count for a time only. */
export type Leaves = { readonly certifications: readonly string[]; readonly exams: readonly ExamNode[] };

export function timedLeavesOf(requirements: readonly Node[]): Leaves {
  const certifications = new Set<string>();
  const exams = new Map<string, ExamNode>();
  for (const leaf of requirements.flatMap(leavesOf)) {
    if (leaf.rule === 'certification') certifications.add(leaf.certification);
    else if (leaf.within !== undefined || Number.isFinite(leaf.accepted.from) || Number.isFinite(leaf.accepted.until)) {
      exams.set(JSON.stringify([leaf.exam, leaf.taken, leaf.accepted, leaf.within?.text]), leaf);
    }
  }
  return { certifications: [...certifications], exams: [...exams.values()] };
}

/** Which affiliated individuals meet which requirement, kept from day to day; only those to whom something happens are looked at anew. */
export class Eligibility {
  readonly #able: ReadonlyMap<Node, Set<string>>;

  constructor(requirements: readonly Node[], people: Iterable<Ahead>, day: Day) {
    const everybody = [...people];
    this.#able = new Map(
      requirements.map((node) => [
        node,
        new Set(everybody.filter(({ meets }) => meets(node, day)).map(({ id }) => id)),
      ]),
    );
  }

  /** By id. */
  able(requirement: Node): ReadonlySet<string> {
    return this.#able.get(requirement) ?? new Set();
  }

  /** `counts`: whether the individual counts for the partner on this day at all. */
  look(
    people: Iterable<{ readonly individual: Ahead; readonly counts: boolean }>,
    day: Day,
  ): ReadonlyMap<string, Moved> {
    const moved = new Map<string, { lost: Node[]; gained: Node[] }>();
    const unordered = new Set<Node>();
    for (const { individual, counts } of people) {
      const own: { lost: Node[]; gained: Node[] } = { lost: [], gained: [] };
      for (const [node, able] of this.#able) {
        const could = able.has(individual.id);
        const can = counts && individual.meets(node, day);
        if (could === can) continue;
        if (can) {
          able.add(individual.id);
          unordered.add(node);
        } else able.delete(individual.id);
        own[can ? 'gained' : 'lost'].push(node);
      }
      if (own.lost.length + own.gained.length > 0) moved.set(individual.id, own);
    }
    for (const node of unordered) {
      const able = this.#able.get(node) as Set<string>;
      const ids = [...able].sort();
      able.clear();
      for (const id of ids) able.add(id);
    }
    return moved;
  }
}
