import type { Allocated, Staff } from '../../src/allocation/given.ts';
import type { Place } from '../../src/allocation/place.ts';
import { placesOf } from '../../src/allocation/place.ts';
import { readDay } from '../../src/calendar/day.ts';
import { type KnownProgram, knownOn } from '../../src/edition/known.ts';
import type { Edition, PartnerFacts } from '../../src/index.ts';
import { parseProgram } from '../../src/index.ts';

type Specialization = Edition['specializations'][number];
/** The headcount of each job role; its kind is its id without the digits at the end. */
export type Headcounts = { readonly [jobRole: string]: number };

export const DAY = '2004-06-30';

/** A specialization whose job roles each ask for the certification `<specialization>/<jobRole>`. */
export function specialization(id: string, headcounts: Headcounts, rest: Partial<Specialization> = {}): Specialization {
  return {
    id,
    name: id.toUpperCase(),
    jobRoles: Object.entries(headcounts).map(([role, headcount]) => ({
      id: role,
      name: role.toUpperCase(),
      kind: role.replace(/\d+$/, ''),
      headcount,
      requires: { certification: `${id}/${role}` },
    })),
    term: 'P1Y',
    renewalWindow: 'P90D',
    ...rest,
  };
}

/** An edition around specializations, with a certification of that name for every one that they ask for. */
export function editionOf(specializations: readonly Specialization[], rest: Partial<Edition> = {}): Edition {
  const asked = JSON.stringify([specializations, rest.channelLevels ?? []]).matchAll(/"certification":"([^"]+)"/g);
  const certifications = [...new Set([...asked].map(([, id = '']) => id))];
  return {
    program: 'small',
    edition: rest.effectiveFrom ?? '2003-11-04',
    name: 'A small program',
    effectiveFrom: '2003-11-04',
    timeZone: 'UTC',
    documents: [],
    exams: [{ id: 'never', title: 'Never', technical: true }],
    agreements: [],
    certifications: certifications.map((id) => ({ id, name: id, kind: 'specialist', requires: { exam: 'never' } })),
    extensions: [],
    specializations: [...specializations],
    allocation: {},
    channelLevels: [],
    reminders: { award: [], renewal: [] },
    certificate: { arrives: ['P6W', 'P8W'] },
    interpretations: [],
    ...rest,
  };
}

/** Editions as they are known on a day. */
export function known(editions: readonly Edition[], day: string = DAY): KnownProgram {
  const program = parseProgram(editions);
  if (!program.ok) throw new Error(JSON.stringify(program.faults));
  const outcome = knownOn(program.value, readDay(day));
  if (outcome === undefined) throw new Error('No edition is in force');
  return outcome;
}

/** What there is to allocate: people by id with the places that each could fill, `s1/fe s1/se`. */
export function staffOf(
  edition: Edition,
  able: { readonly [person: string]: string },
  facts: Partial<PartnerFacts> = {},
) {
  const { current, asOf } = known([edition]);
  const places = placesOf(current, { id: 'p', affiliations: [], ...facts }, asOf);
  const place = (name: string): Place => {
    const found = places.find((entry) => `${entry.specialization.id}/${entry.jobRole.id}` === name);
    if (found === undefined) throw new Error(`No place ${name}`);
    return found;
  };
  const placesNamed = (names: string): readonly Place[] => names.split(' ').filter(Boolean).map(place);
  const could = new Map(Object.entries(able).map(([id, names]) => [id, new Set(placesNamed(names))]));
  const staff: Staff = {
    places,
    specializations: [...current.specializations.keys()],
    limits: current.limits,
    asOf,
    known: (id) => could.has(id),
    people: [...could.keys()].sort(),
    isAffiliated: (id) => could.has(id),
    canFill: (id, entry) => could.get(id)?.has(entry) ?? false,
    ableFor: (entry) => new Set([...could].flatMap(([id, own]) => (own.has(entry) ? [id] : [])).sort()),
  };
  /** `a s1/fe` */
  const allocated = (...pairs: readonly string[]): readonly Allocated[] =>
    pairs.map((pair) => {
      const [individual = '', name = ''] = pair.split(' ');
      return { individual, place: place(name) };
    });
  return { staff, place, placesNamed, allocated, current };
}

export const nothing = (): void => undefined;
