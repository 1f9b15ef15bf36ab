/** Generated plans, small on purpose: tiny partners under every policy, and single individuals with all that time can do. */
import fc from 'fast-check';
import { edition as awardsEdition, dayAt, plain, record } from '../small-programs.ts';

const EXAMS = ['e1', 'e2', 'e3'] as const;
const CERTIFICATIONS = ['c1', 'c2', 'c3'] as const;
const KINDS = ['am', 'se', 'fe'] as const;
const PEOPLE = ['a', 'b', 'c'] as const;
export const ASOF = dayAt(40);
const maybe = <T>(arbitrary: fc.Arbitrary<T>, weight = 1) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
const exam = fc.constantFrom(...EXAMS).map((id) => ({ exam: id }));
const certification = fc.constantFrom(...CERTIFICATIONS).map((id) => ({ certification: id }));
const requirement = fc.oneof(
  { weight: 4, arbitrary: certification },
  { weight: 1, arbitrary: exam },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(exam, certification), { minLength: 1, maxLength: 2 }).map((anyOf) => ({ anyOf })),
  },
  {
    weight: 1,
    arbitrary: fc.array(fc.oneof(exam, certification), { minLength: 1, maxLength: 2 }).map((allOf) => ({ allOf })),
  },
);
const limit = maybe(fc.constantFrom(1, 1, 2, 2, 3, 0), 2);
const limits = fc.record({
  maxJobRoles: limit,
  maxSpecializations: limit,
  maxJobRolesPerSpecialization: limit,
  kinds: maybe(
    fc.dictionary(fc.constantFrom(...KINDS), fc.record({ maxJobRoles: limit, maxSpecializations: limit }), {
      minKeys: 1,
    }),
    2,
  ),
  mixKinds: maybe(fc.constantFrom(false, false, true), 3),
});
const headcount = fc.constantFrom(1, 1, 1, 2);
const terms = { term: 'P1Y', renewalWindow: 'P90D' };

const specialization = (id: string) =>
  fc
    .record({
      jobRoles: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), headcount, requires: requirement }), {
        minLength: 1,
        maxLength: 2,
      }),
      presence: maybe(fc.record({ headcount, requires: requirement })),
    })
    .map(({ jobRoles, presence }) => ({
      ...{ id, name: id, ...terms },
      jobRoles: jobRoles.map((role, index) => ({ id: `r${index}`, name: `r${index}`, ...role })),
      presence: presence === undefined ? undefined : [{ id: 'q', name: 'q', ...presence }],
    }));

const frame = {
  ...{ program: 'small', edition: 'one', name: 'Small', effectiveFrom: dayAt(0), timeZone: 'UTC', documents: [] },
  exams: EXAMS.map((id) => ({ id, title: id, technical: true })),
  ...{ agreements: [], extensions: [], interpretations: [] },
  ...{ reminders: { award: [], renewal: [] }, certificate: { arrives: ['P6W', 'P8W'] } },
};

/** A tiny partner whose target is every specialization of the edition, and often a level as well. */
export const smallPartner = fc
  .record({
    certifications: fc.tuple(
      ...CERTIFICATIONS.map((id, index) =>
        fc
          .record({
            exams: fc.subarray([...EXAMS], { minLength: 1, maxLength: 2 }),
            below: index === 0 ? fc.constant(undefined) : maybe(fc.constantFrom(...CERTIFICATIONS.slice(0, index)), 3),
          })
          .map(({ exams, below }) => ({
            ...{ id, name: id, kind: 'career', validity: 'P1Y' },
            requires: {
              allOf: [
                ...exams.map((each) => ({ exam: each })),
                ...(below === undefined ? [] : [{ certification: below }]),
              ],
            },
          })),
      ),
    ),
    specializations: fc
      .integer({ min: 1, max: 2 })
      .chain((count) => fc.tuple(...['s1', 's2'].slice(0, count).map(specialization))),
    limits,
    exempt: fc.boolean(),
    level: maybe(fc.array(fc.record({ headcount, requires: requirement }), { minLength: 1, maxLength: 2 }), 1),
    people: fc.tuple(
      ...PEOPLE.map((id) =>
        fc.record({
          id: fc.constant(id),
          passed: fc.subarray([...EXAMS]),
          holds: fc.subarray(['c1', 'c2']),
          there: fc.boolean(),
        }),
      ),
    ),
  })
  .map(({ certifications, specializations, limits: policy, exempt, level, people }) => {
    const channelLevels =
      level === undefined
        ? []
        : [
            {
              id: 'l',
              name: 'l',
              rank: 1,
              ...terms,
              personnel: level.map((line, index) => ({ id: `p${index}`, ...line })),
            },
          ];
    const allocation = { ...policy, exempt: exempt ? ['s1'] : [] };
    return plain({
      program: [{ ...frame, certifications, specializations, allocation, channelLevels }],
      asOf: ASOF,
      individuals: people.map(({ id, passed, holds }) => ({
        id,
        exams: passed.map((each) => ({ exam: each, takenOn: dayAt(20), result: 'pass' })),
        awards: holds.map((own) => ({ certification: own, validFrom: dayAt(10) })),
      })),
      partners: [
        {
          id: 'p',
          affiliations: people
            .filter(({ there }, index) => there || index === 0)
            .map(({ id }) => ({ individual: id, from: dayAt(0) })),
        },
      ],
      target: {
        specializations: specializations.map(({ id }) => id),
        ...(level === undefined ? {} : { channelLevel: 'l' }),
      },
    });
  });

const place = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('c1', 'c2', 'c3').map((id) => ({ certification: id })) },
  { weight: 1, arbitrary: fc.constantFrom('e1', 'e2').map((id) => ({ exam: id, within: 'P5D' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('c1', 'c2'), fc.constantFrom('c2', 'c3'))
      .map(([a, b]) => ({ allOf: [{ certification: a }, { certification: b }] })),
  },
);

/** One individual, one place, and editions, windows, ages, extensions, agreements and grace that meet within days. */
export const smallHistory = fc
  .record({
    editions: fc.oneof(
      fc.tuple(awardsEdition('one', dayAt(0))),
      fc.tuple(awardsEdition('one', dayAt(0)), awardsEdition('two', dayAt(45))),
    ),
    record,
    place: fc.tuple(place, place),
    retake: fc.boolean(),
    days: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ editions, record: own, place: places, retake, days }) => {
    const program = editions.map((document, index) => {
      const known = new Set(document.certifications.map(({ id }) => id));
      const [first = places[0], second = places[1]] = places;
      const wanted = JSON.stringify(index === 0 ? first : second);
      const names = [...wanted.matchAll(/"certification":"(\w+)"/g)].every(([, id]) => known.has(id as 'c1'));
      const requires = names ? JSON.parse(wanted) : { certification: 'c1' };
      return {
        ...document,
        exams: document.exams.map((entry) => (retake ? { ...entry, retake: { afterFail: 'P5D' } } : entry)),
        specializations: [
          {
            id: 's',
            name: 's',
            jobRoles: [{ id: 'r', name: 'r', kind: 'k', headcount: 1, requires }],
            term: 'P1Y',
            renewalWindow: 'P90D',
          },
        ],
      };
    });
    const until = dayAt(40 + days);
    const facts = plain(own);
    return plain({
      program,
      asOf: ASOF,
      by: until,
      individuals: [
        {
          ...facts,
          exams: facts.exams.filter(({ takenOn }) => takenOn <= ASOF),
          agreements: (facts.agreements ?? []).filter(({ acceptedOn }) => acceptedOn <= ASOF),
          awards: (facts.awards ?? []).filter(({ validFrom }) => validFrom <= ASOF),
        },
      ],
      partners: [{ id: 'p', affiliations: [{ individual: facts.id, from: dayAt(0) }] }],
    });
  });
