/**
 * The best allocation of the contract (*best*, section 3) as a linear program in whole numbers: stated from the text, for
 * tests and the benchmark alone, with nothing of the engine's way of finding it.
 */
import { Draft, type IntegerProgram, type Term } from './integer-program.ts';
import { limited } from './limited.ts';
import type { OpenIndividual, OpenPartner } from './partner.ts';

/** So many individuals that are alike in everything: `count` of them stand in each column. */
export type Alike = OpenIndividual & { readonly count: number };

export function programOf(partner: OpenPartner): IntegerProgram {
  const { specializations, jobRoles } = partner;
  const draft = new Draft();
  const filled: Term[][] = jobRoles.map(() => []);
  const kept: Term[] = [];
  for (const alike of alikeIn(partner)) {
    const columns = new Map<number, number>();
    for (const role of alike.could) {
      const isPinned = alike.pinned.includes(role);
      const column = draft.column(isPinned ? alike.count : 0, alike.count);
      columns.set(role, column);
      filled[role]?.push([column, 1]);
      if (alike.given.includes(role)) kept.push([column, 1]);
    }
    limited(draft, partner, alike.count, columns);
  }
  for (const [role, { open }] of jobRoles.entries()) draft.atMost(filled[role] ?? [], open);

  // One column for each specialization that could count: it may be 1 only when all its places are filled.
  const counts = new Map<number, number>();
  for (const [index, { takesPart, present }] of specializations.entries()) {
    if (takesPart && present) counts.set(index, draft.column(0, 1));
  }
  for (const [role, { specialization, open }] of jobRoles.entries()) {
    const column = counts.get(specialization);
    if (column === undefined || open === 0) continue;
    const terms: readonly Term[] = [...(filled[role] ?? []), [column, -open]];
    draft.rows.push({ terms, lower: 0, upper: Number.POSITIVE_INFINITY });
  }
  const ofTechnology = Map.groupBy(counts, ([index]) => specializations[index]?.technology);
  for (const [technology, entries] of ofTechnology) {
    if (technology !== undefined) {
      draft.atMost(
        entries.map(([, column]): Term => [column, 1]),
        1,
      );
    }
  }

  // What counts fills all its places, so that what is filled beside is everything less those.
  const beside: Term[] = jobRoles.flatMap(({ specialization }, role) =>
    specializations[specialization]?.takesPart === true ? (filled[role] ?? []) : [],
  );
  for (const [index, column] of counts) {
    const places = jobRoles.reduce((sum, role) => sum + (role.specialization === index ? role.open : 0), 0);
    if (places > 0) beside.push([column, -places]);
  }
  const held = [...counts].flatMap(([index, column]): Term[] => (specializations[index]?.held ? [[column, 1]] : []));
  const met = [...counts.values()].map((column): Term => [column, 1]);
  const places = jobRoles.reduce((sum, { open }) => sum + open, 0);
  return {
    lower: draft.lower,
    upper: draft.upper,
    rows: draft.rows,
    aims: [
      { terms: held, most: held.length },
      { terms: met, most: met.length },
      { terms: beside, most: places },
      { terms: kept, most: kept.reduce((sum, [column]) => sum + (draft.upper[column] ?? 0), 0) },
    ],
  };
}

/** What it could fill where that takes part, and its pins wherever they are. */
function reachable({ could, pinned }: OpenIndividual, { specializations, jobRoles }: OpenPartner): readonly number[] {
  const open = could.filter((role) => {
    const { specialization, open: places = 0 } = jobRoles[role] ?? {};
    return places > 0 && specialization !== undefined && specializations[specialization]?.takesPart === true;
  });
  return [...new Set([...open, ...pinned])].sort((a, b) => a - b);
}

/**
 * Individuals who are alike stand together where the limits allow it, which makes the program smaller for the solver; where
 * a sum over several of them could not be shared out among them again, everybody stands alone.
 */
function alikeIn(partner: OpenPartner): readonly Alike[] {
  const { limits } = partner;
  const useful = partner.individuals.flatMap(({ pinned, given, ...individual }) => {
    const could = reachable({ pinned, given, ...individual }, partner);
    return could.length === 0 ? [] : [{ could, pinned, given: given.filter((role) => could.includes(role)) }];
  });
  if (!canShare(limits)) return useful.map((individual) => ({ ...individual, count: 1 }));
  const groups = Map.groupBy(useful, ({ could, pinned, given }) => `${could} ${pinned} ${given}`);
  return [...groups.values()].flatMap((alike) => alike.slice(0, 1).map((one) => ({ ...one, count: alike.length })));
}

/**
 * Sums can be shared out again among individuals who are alike when each limit counts job roles within nested sets (all,
 * one kind, one specialization), or when a number of specializations is limited with so many job roles in each.
 */
function canShare(limits: OpenPartner['limits']): boolean {
  const { maxJobRoles, maxSpecializations, maxJobRolesPerSpecialization, kinds = {}, mixKinds = true } = limits;
  const implied = (most: number | undefined, jobRoles: number | undefined): boolean =>
    most === undefined || (jobRoles !== undefined && jobRoles <= most);
  const byKind = Object.values(kinds);
  const counted =
    implied(maxSpecializations, maxJobRoles) &&
    byKind.every((kind) => implied(kind.maxSpecializations, kind.maxJobRoles)) &&
    (maxJobRolesPerSpecialization === undefined || (byKind.length === 0 && mixKinds));
  const inEach =
    byKind.length === 0 &&
    mixKinds &&
    maxSpecializations !== undefined &&
    (maxJobRoles === undefined ||
      maxJobRoles >= maxSpecializations * (maxJobRolesPerSpecialization ?? Number.POSITIVE_INFINITY));
  return counted || inEach;
}
