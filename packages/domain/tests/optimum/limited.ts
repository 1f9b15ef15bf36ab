import type { Draft, Term } from './integer-program.ts';
import type { OpenPartner } from './partner.ts';

/**
 * The limits of the edition (contract, section 1, *allocation*) for so many individuals who are alike; `columns` says in
 * which column each job role stands. Allocations to exempt specializations count toward none.
 */
export function limited(
  draft: Draft,
  { limits, specializations, jobRoles }: OpenPartner,
  count: number,
  columns: ReadonlyMap<number, number>,
): void {
  const { maxJobRoles, maxSpecializations, maxJobRolesPerSpecialization, kinds = {}, mixKinds = true } = limits;
  const counted = [...columns].flatMap(([role, column]) => {
    const entry = jobRoles[role];
    return entry === undefined || specializations[entry.specialization]?.exempt ? [] : [{ ...entry, column }];
  });
  type Counted = (typeof counted)[number];
  const termsOf = (entries: readonly Counted[]): readonly Term[] => entries.map(({ column }): Term => [column, 1]);
  const upTo = (entries: readonly Counted[], most: number | undefined, per?: number): void => {
    if (most === undefined || entries.length <= most) return;
    draft.atMost(termsOf(entries), per === undefined ? most * count : most, per);
  };
  /** A column that counts who of them is where any of these job roles is. */
  const presentIn = (entries: readonly Counted[]): number => {
    const column = draft.column(0, count);
    for (const entry of entries) draft.atMost(termsOf([entry]), 1, column);
    return column;
  };
  /** At most so many specializations among these job roles; the column of each where they had to be counted. */
  const spread = (entries: readonly Counted[], most: number | undefined): ReadonlyMap<number, number> => {
    const apart = Map.groupBy(entries, ({ specialization }) => specialization);
    if (most === undefined || apart.size <= most) return new Map();
    const present = new Map([...apart].map(([specialization, own]) => [specialization, presentIn(own)]));
    draft.atMost(
      [...present.values()].map((column): Term => [column, 1]),
      most * count,
    );
    return present;
  };

  upTo(counted, maxJobRoles);
  // A number of job roles that is no greater than that of specializations limits these as well.
  const needsSpread = maxJobRoles === undefined || maxJobRoles > (maxSpecializations ?? Number.POSITIVE_INFINITY);
  const present = needsSpread ? spread(counted, maxSpecializations) : new Map<number, number>();
  for (const [specialization, own] of Map.groupBy(counted, (entry) => entry.specialization)) {
    upTo(own, maxJobRolesPerSpecialization, present.get(specialization));
  }
  const ofKind = Map.groupBy(counted, ({ kind }) => kind);
  const among = new Map<string, number>();
  if (!mixKinds && ofKind.size > 1) {
    for (const [kind, own] of ofKind) among.set(kind, presentIn(own));
    draft.atMost(
      [...among.values()].map((column): Term => [column, 1]),
      count,
    );
  }
  for (const [kind, own] of ofKind) {
    const limit = kinds[kind];
    const ofOneKind = among.has(kind) ? maxJobRoles : undefined;
    const fewest = [ofOneKind, limit?.maxJobRoles].flatMap((most) => most ?? []);
    upTo(own, fewest.length === 0 ? undefined : Math.min(...fewest), among.get(kind));
    spread(own, limit?.maxSpecializations);
  }
}
