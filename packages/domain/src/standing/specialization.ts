import { brokenBy } from '../allocation/limits.ts';
import type { Place } from '../allocation/place.ts';
import type { Individual } from '../award/individual.ts';
import type { Origin } from '../edition/node.ts';
import type { CompiledSpecialization, Limits, Places } from '../edition/places.ts';
import { EXPLANATION_STEPS, stepsToSay } from '../explanation/budget.ts';
import type { Evidence, Explanation, Missing } from '../explanation/explanation.ts';

/** What the explanation of a partner's standing is made from. */
export type PartnerScene = {
  readonly limits: Limits;
  /** Those who count for the partner, by id. */
  readonly people: readonly Individual[];
  readonly individual: (id: string) => Individual;
  readonly canFill: (individual: string, place: Place) => boolean;
  readonly places: readonly Place[];
  /** Who is on each job role, and on which job roles each individual is. */
  readonly filledBy: ReadonlyMap<Place, readonly string[]>;
  readonly filledWith: ReadonlyMap<string, readonly Place[]>;
  readonly spend: (steps: number) => void;
};

/** How many of those who could fill an open place are named with what keeps them from it. */
const MOST_CANDIDATES = 10;

/** Why a specialization would be met today or not: its job roles and presences, down to the awards behind each place. */
export function explainSpecialization(
  specialization: CompiledSpecialization,
  presence: ReadonlyMap<Places, readonly Individual[]>,
  scene: PartnerScene,
): Explanation {
  const own = scene.places.filter((place) => place.specialization === specialization);
  const of = [
    ...own.map((place) => explainJobRole(place, scene)),
    ...specialization.presence.map((places) => explainPlaces('presence', places, presence.get(places) ?? [], scene)),
  ];
  spendNode(scene, specialization.origin, [specialization.id, ...of.flatMap((part) => idsOf(part.missing))]);
  return {
    met: of.every((part) => part.met),
    rule: 'specialization',
    subject: { specialization: specialization.id },
    ...specialization.origin,
    by: [],
    missing: of.flatMap((part) => part.missing),
    of,
  };
}

function explainJobRole(place: Place, scene: PartnerScene): Explanation {
  const { jobRole, specialization, waived, open } = place;
  const filledBy = scene.filledBy.get(place) ?? [];
  const short = open - filledBy.length;
  // Each id is said twice: where the place is counted, and here as evidence with the place.
  spendNode(scene, jobRole.origin, [
    jobRole.id,
    ...filledBy.flatMap((individual) => [individual, individual, specialization.id, jobRole.id]),
  ]);
  const waiver: Explanation[] =
    waived === 0
      ? []
      : [{ met: true, rule: 'waiver', needed: waived, have: waived, ...jobRole.origin, by: [], missing: [], of: [] }];
  return {
    met: short <= 0,
    rule: 'job-role',
    subject: { jobRole: jobRole.id },
    needed: jobRole.headcount,
    have: waived + filledBy.length,
    ...jobRole.origin,
    by: filledBy.map((individual) => ({ individual, specialization: specialization.id, jobRole: jobRole.id })),
    missing: short > 0 ? [{ places: short, jobRole: jobRole.id }] : [],
    of: [
      ...waiver,
      ...filledBy.map((id) => scene.individual(id).explain(jobRole.requires, jobRole.origin)),
      ...(short > 0 ? candidates(place, filledBy, scene) : []),
    ],
  };
}

/**
 * Those who could fill an open place and are not on it, each with the allocations that keep them from it: `met` says
 * that nothing does and they could fill one place, `of` why.
 */
function candidates(place: Place, filledBy: readonly string[], scene: PartnerScene): readonly Explanation[] {
  scene.spend(scene.people.length);
  const there = new Set(filledBy);
  const could = scene.people.filter(({ id }) => scene.canFill(id, place) && !there.has(id));
  return could.slice(0, MOST_CANDIDATES).map((individual) => {
    const own = scene.filledWith.get(individual.id) ?? [];
    const free = brokenBy(scene.limits, own, place) === undefined;
    spendNode(
      scene,
      scene.limits.origin,
      own.flatMap((entry) => [individual.id, entry.specialization.id, entry.jobRole.id]),
    );
    const by: readonly Evidence[] = own.map((entry) => ({
      individual: individual.id,
      specialization: entry.specialization.id,
      jobRole: entry.jobRole.id,
    }));
    return {
      met: free,
      rule: 'job-role',
      subject: { jobRole: place.jobRole.id },
      needed: 1,
      have: free ? 1 : 0,
      ...scene.limits.origin,
      by,
      missing: free ? [] : [{ places: 1, jobRole: place.jobRole.id }],
      of: [individual.explain(place.jobRole.requires, place.jobRole.origin)],
    };
  });
}

/** A presence or a line of personnel: how many are needed and who they are, each with the awards that count. */
export function explainPlaces(
  rule: 'presence' | 'personnel',
  places: Places,
  by: readonly Individual[],
  scene: PartnerScene,
): Explanation {
  const short = places.headcount - by.length;
  const missing: readonly Missing[] =
    short <= 0
      ? []
      : [rule === 'presence' ? { places: short, presence: places.id } : { places: short, personnel: places.id }];
  // All who hold a presence are named; the reasons and, as evidence, their leaves are said for as many as are needed.
  spendNode(scene, places.origin, [places.id, ...by.flatMap(({ id }) => [id, id, id])]);
  const reasons = by.slice(0, places.headcount).map((individual) => individual.explain(places.requires, places.origin));
  return {
    met: short <= 0,
    rule,
    subject: rule === 'presence' ? { presence: places.id } : { personnel: places.id },
    needed: places.headcount,
    have: by.length,
    ...places.origin,
    by: reasons.flatMap(evidenceOf),
    missing,
    of: reasons,
  };
}

/** The facts at the leaves of what is met. */
function evidenceOf(node: Explanation): readonly Evidence[] {
  return node.met ? [...node.by, ...node.of.flatMap(evidenceOf)] : [];
}

/** What a node of an explanation costs: itself, its citations and the ids that it says. */
export function spendNode(scene: PartnerScene, origin: Origin, ids: readonly string[]): void {
  scene.spend(EXPLANATION_STEPS + stepsToSay([...origin.cites, ...ids]));
}

/** The ids of what is missing. */
export function idsOf(missing: readonly Missing[]): readonly string[] {
  return missing.map((entry) => Object.values(entry).join());
}
