import type { best } from '@standing/domain/source/src/allocation/best.ts';
import type { Allocated, Staff } from '@standing/domain/source/src/allocation/given.ts';
import type { Place } from '@standing/domain/source/src/allocation/place.ts';
import { programNames } from '@standing/domain/source/src/edition/names.ts';
import type { CompiledSpecialization, Limits } from '@standing/domain/source/src/edition/places.ts';
import { compileLimits, compileSpecialization } from '@standing/domain/source/src/edition/places.ts';
import type { OpenPartner } from '@standing/domain/source/tests/optimum/partner.ts';

/** What an edition holds compiled while a program lives, and the names of people; not part of a question. */
export type Compiled = {
  readonly ids: readonly string[];
  readonly specializations: readonly CompiledSpecialization[];
  readonly limits: Limits;
  readonly places: readonly Place[];
};

export function compiledOf({ individuals, specializations, jobRoles, limits }: OpenPartner): Compiled {
  const ids = individuals.map((_, index) => `i${String(index).padStart(5, '0')}`);
  const names = programNames();
  const compiled = specializations.map(({ technology }, index) =>
    compileSpecialization(
      {
        id: `s${index}`,
        name: `S${index}`,
        ...(technology === undefined ? {} : { technology }),
        jobRoles: jobRoles.flatMap(({ specialization, kind, open }, role) =>
          specialization === index
            ? [{ id: `r${role}`, name: `R${role}`, kind, headcount: open, requires: { exam: 'never' } }]
            : [],
        ),
        term: 'P1Y',
        renewalWindow: 'P90D',
      },
      names,
    ),
  );
  const exempt = specializations.flatMap((entry, index) => (entry.exempt ? [`s${index}`] : []));
  const places = jobRoles.flatMap(({ specialization, open }, index): Place[] => {
    const own = compiled[specialization];
    const jobRole = own?.jobRoles.find(({ id }) => id === `r${index}`);
    if (own === undefined || jobRole === undefined) return [];
    return [
      {
        index,
        specialization: own,
        jobRole,
        waived: 0,
        open,
        exempt: specializations[specialization]?.exempt === true,
      },
    ];
  });
  return { ids, specializations: compiled, limits: compileLimits({ ...limits, exempt }), places };
}

/** The question that the engine is asked: what it gets from the awards, in the form in which it gets it. */
export function questionOf(
  partner: OpenPartner,
  { ids, specializations, limits, places }: Compiled,
  spend: (steps: number) => void,
): Parameters<typeof best>[0] {
  const able = places.map(() => new Set<string>());
  const [pinned, given]: [Allocated[], Allocated[]] = [[], []];
  for (const [at, individual] of partner.individuals.entries()) {
    const id = ids[at] ?? '';
    for (const role of individual.could) able[role]?.add(id);
    for (const role of individual.pinned) push(pinned, id, places[role]);
    for (const role of individual.given) push(given, id, places[role]);
  }
  const staff: Staff = {
    places,
    specializations: specializations.map(({ id }) => id),
    limits,
    asOf: 0,
    known: () => true,
    people: ids,
    isAffiliated: () => true,
    canFill: (id, place) => able[place.index]?.has(id) === true,
    ableFor: (place) => able[place.index] ?? new Set(),
  };
  const those = (what: 'takesPart' | 'held' | 'present') =>
    new Set(specializations.filter((_, index) => partner.specializations[index]?.[what]));
  const valuation = { places, takesPart: those('takesPart'), held: those('held'), presence: those('present'), given };
  return { staff, valuation, pinned, given, spend };
}

function push(list: Allocated[], individual: string, place: Place | undefined): void {
  if (place !== undefined) list.push({ individual, place });
}
