import { sql } from 'kysely';
import type { Database } from '../port/database.ts';
import { compiler, listed } from '../statements/compiler.ts';
import type { Profile } from '../statements/profile.ts';
import type { Candidate, OpenProfile } from './candidate.ts';

/**
 * How names and addresses are sealed with the individual's own key. The id follows from key and content, so that the same
 * profile is the same fact; it must tell nothing of the content to who has no key. Undefined: the individual was erased.
 * A dry run asks for ids alone, and must leave no key behind.
 */
export type Sealer = {
  idOf(individual: string, profile: OpenProfile, isDry: boolean): Promise<string | undefined>;
  seal(individual: string, profile: OpenProfile): Promise<string | undefined>;
};

/** The profiles of rows as facts, without those that are there, and none of somebody erased. */
export async function newProfiles(
  database: Database,
  rows: readonly Candidate[],
  sealer: Sealer | undefined,
  isDry: boolean,
): Promise<ReadonlyMap<Candidate, Profile>> {
  const individuals = rows.filter(({ profile }) => profile).map(({ individual }) => individual);
  const made = new Map<Candidate, Profile>();
  if (sealer === undefined || individuals.length === 0) return made;
  const kept = await database.all(
    sql`select individual_id, id from profiles where individual_id in ${listed(individuals)}
      union all select individual_id, '' from erasures where individual_id in ${listed(individuals)}`.compile(compiler),
  );
  const there = new Set(kept.map((row) => JSON.stringify([row['individual_id'], row['id']])));
  for (const row of rows) {
    if (row.profile === undefined || there.has(JSON.stringify([row.individual, '']))) continue;
    const { from, open } = row.profile;
    const own = await sealer.idOf(row.individual, open, isDry);
    const id = `${from}:${own}`;
    if (own === undefined || there.has(JSON.stringify([row.individual, id]))) continue;
    const sealed = isDry ? 'dry' : await sealer.seal(row.individual, open);
    if (sealed !== undefined) made.set(row, { kind: 'profile', individual: row.individual, id, from, sealed });
  }
  return made;
}
