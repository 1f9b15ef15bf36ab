import type { Edition, PartnerFacts } from '../../src/index.ts';
import { editionOf, type Headcounts, nothing, specialization, staffOf } from './staff.ts';

const TWO = { maxJobRoles: 2, maxSpecializations: 2 };

/** A partner in a few lines: job roles with their headcounts, and for each individual the job roles it could fill. */
export type Setup = {
  readonly programs: { readonly [specialization: string]: Headcounts };
  readonly able: { readonly [person: string]: string };
  readonly allocation?: Edition['allocation'];
  readonly technology?: { readonly [specialization: string]: string };
  readonly held?: readonly string[];
  readonly absent?: readonly string[];
  readonly left?: readonly string[];
  readonly pinned?: readonly string[];
  readonly given?: readonly string[];
  readonly facts?: Partial<PartnerFacts>;
};

/** The same as the search is asked. */
export function questionOf(setup: Setup, spend: (steps: number) => void = nothing) {
  const entries = Object.entries(setup.programs).map(([id, headcounts]) => {
    const technology = setup.technology?.[id];
    return specialization(id, headcounts, technology === undefined ? {} : { technology });
  });
  const { staff, allocated, current } = staffOf(
    editionOf(entries, { allocation: setup.allocation ?? TWO }),
    setup.able,
    setup.facts,
  );
  const all = [...current.specializations.values()];
  const pinned = allocated(...(setup.pinned ?? []));
  const given = allocated(...(setup.given ?? []));
  const valuation = {
    places: staff.places,
    takesPart: new Set(all.filter(({ id }) => setup.left?.includes(id) !== true)),
    held: new Set(all.filter(({ id }) => setup.held?.includes(id) === true)),
    presence: new Set(all.filter(({ id }) => setup.absent?.includes(id) !== true)),
    given,
  };
  return { staff, valuation, pinned, given, spend };
}
