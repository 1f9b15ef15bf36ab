import type { ImpactOnDay, ImpactSubject } from './impact-detail.ts';
import { type Effect, overall } from './verdict.ts';

/** One partner with everything that is met or held on one of the days under either program. */
export type ImpactExample = {
  readonly partner: string;
  readonly of: readonly (ImpactSubject & { readonly effect: Effect; readonly days: readonly ImpactOnDay[] })[];
};

/** What one partner's specializations and levels are on each day, by a text for each. */
export type PartnerImpact = ReadonlyMap<string, { readonly subject: ImpactSubject; readonly days: ImpactOnDay[] }>;

type Entry = { readonly partner: string; readonly subjects: PartnerImpact; readonly effect: Effect };

/**
 * Some of the partners of an effect as examples: first for each specialization and level one that has it there, so that
 * no kind of loss goes unseen behind a frequent one, then by id; in the order of their ids.
 */
export function chosen(entries: readonly Entry[], effect: Effect, most: number): readonly ImpactExample[] {
  const own = entries.filter((entry) => entry.effect === effect);
  const first = new Map<string, Entry>();
  for (const entry of own) {
    for (const [key, { days }] of entry.subjects) {
      if (!first.has(key) && days.some((day) => day.effect === effect)) first.set(key, entry);
    }
  }
  const some = new Set([...new Set([...first.values(), ...own])].slice(0, most));
  return own.filter((entry) => some.has(entry)).map(exampleOf);
}

function exampleOf({ partner, subjects }: Entry): ImpactExample {
  const of = [...subjects.values()].flatMap(({ subject, days }) => {
    const effect = overall(days.map((day) => day.effect));
    return effect === 'without' ? [] : [{ ...subject, effect, days }];
  });
  return { partner, of };
}
