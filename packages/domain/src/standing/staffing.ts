import { affiliated } from '../allocation/affiliation.ts';
import { type LimitCode, Load } from '../allocation/limits.ts';
import { keyOf, type Place, placesOf } from '../allocation/place.ts';
import { type Individual, individualOf } from '../award/individual.ts';
import { compare } from '../calendar/compare.ts';
import { type Result, refuse } from '../edition/fault.ts';
import { knownOn } from '../edition/known.ts';
import { type Budget, DEFAULT_STEPS, spend, withinSteps } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { EvaluationRequest } from '../record/request.ts';
import type { Allocation } from './standing.ts';

/** A job role of a specialization. */
export type Post = Pick<Allocation, 'specialization' | 'jobRole'>;

/** Why somebody cannot be put on a job role beside those who are: it is taken, or a limit says no (qa#2.11). */
export type Hindrance = 'duplicate' | 'over-headcount' | LimitCode;

/** Who could fill which job role at one partner on the question's day, and what keeps them from it. */
export type Staffing = {
  /** Those who count for the partner, by id. */
  readonly individuals: readonly string[];
  /** All job roles in the edition's order; `headcount` less `waived` places are to be filled. */
  readonly posts: readonly (Post & { readonly headcount: number; readonly waived: number })[];
  /** Whether an individual meets what a job role asks for. */
  readonly canFill: (individual: string, post: Post) => boolean;
  /** Why an individual meets it, or what is missing; undefined where either is unknown, or where it costs too much to say. */
  readonly explain: (individual: string, post: Post) => Explanation | undefined;
  /** The first that keeps an individual who could fill a job role from it, beside these allocations; undefined where nothing does. */
  readonly hindrance: (entry: Allocation, beside: readonly Allocation[]) => Hindrance | undefined;
};

/**
 * Looks at one partner of a question before anybody is allocated. Refused with `unknown-partner`, and with `out-of-steps`
 * when it costs more than `steps`, counted alike on every machine.
 */
export function staffingOf(
  request: EvaluationRequest,
  partner: string,
  options?: { readonly steps?: number },
): Result<Staffing> {
  const program = knownOn(request.program, request.asOf);
  if (program === undefined) return refuse({ path: 'asOf', code: 'before-the-first-edition' });
  const facts = request.partners.find(({ id }) => id === partner);
  if (facts === undefined) return refuse({ path: 'partners', code: 'unknown-partner', received: partner });
  const steps = options?.steps ?? DEFAULT_STEPS;
  const budget: Budget = { left: steps };
  const { limits, exclusive } = program.current;
  const here = affiliated(request.partners, request.asOf, exclusive).get(partner) ?? new Set();
  const places = placesOf(program.current, facts, request.asOf);
  const placeOf = new Map(places.map((place) => [keyOf(place.specialization.id, place.jobRole.id), place]));
  const find = ({ specialization, jobRole }: Post): Place | undefined => placeOf.get(keyOf(specialization, jobRole));
  return withinSteps(() => {
    const known = request.individuals.filter(({ id }) => here.has(id)).toSorted((a, b) => compare(a.id, b.id));
    const individuals = new Map<string, Individual>(
      known.map((record) => [record.id, individualOf(record, program, budget)]),
    );
    const able = new Map<Place, ReadonlySet<string>>();
    for (const place of places) {
      spend(budget, 1 + individuals.size, partner);
      const could = [...individuals.values()].filter((individual) => individual.meets(place.jobRole.requires));
      able.set(place, new Set(could.map(({ id }) => id)));
    }
    const records = new Map(known.map((record) => [record.id, record]));
    return {
      individuals: [...individuals.keys()],
      posts: places.map(({ specialization, jobRole, waived }) => ({
        specialization: specialization.id,
        jobRole: jobRole.id,
        headcount: jobRole.headcount,
        waived,
      })),
      canFill: (individual, post) => able.get(find(post) as Place)?.has(individual) ?? false,
      explain: (individual, post) => {
        const record = records.get(individual);
        const place = find(post);
        if (record === undefined || place === undefined) return undefined;
        const { requires, origin } = place.jobRole;
        // Each answer has its own steps: how many were asked for before changes none.
        const said = withinSteps(() => individualOf(record, program, { left: steps }).explain(requires, origin));
        return said.ok ? said.value : undefined;
      },
      hindrance: (entry, beside) => {
        const place = find(entry);
        if (place === undefined) return undefined;
        const own = beside
          .filter(({ individual }) => individual === entry.individual)
          .flatMap((each) => find(each) ?? []);
        const load = new Load(limits, own);
        if (load.has(place)) return 'duplicate';
        if (beside.filter((each) => find(each) === place).length >= place.open) return 'over-headcount';
        return load.brokenBy(place);
      },
    };
  });
}
