import type { Edition } from '../../src/index.ts';
import { KINDS, LARGE_DAY, largeQuestion } from '../partners/large-partners.ts';
import type { Question } from '../partners/oracle-scene.ts';
import { numbersFrom } from './numbers.ts';

const [MANAGER, SYSTEMS, FIELD] = KINDS;

/** Limits of every form that an edition can state; a partner gets one of them by its seed. */
const POLICIES: readonly Edition['allocation'][] = [
  { maxJobRoles: 2, maxSpecializations: 2 },
  { maxSpecializations: 2, maxJobRolesPerSpecialization: 2 },
  { maxJobRoles: 3, maxSpecializations: 2 },
  { maxJobRoles: 3, maxJobRolesPerSpecialization: 1 },
  { kinds: { [MANAGER]: { maxJobRoles: 4, maxSpecializations: 3 }, [SYSTEMS]: { maxJobRoles: 2 } }, mixKinds: false },
  { maxJobRoles: 4, kinds: { [MANAGER]: { maxJobRoles: 1 }, [FIELD]: { maxSpecializations: 1 } } },
  { maxJobRoles: 2, mixKinds: false },
  { kinds: { [MANAGER]: { maxJobRoles: 2 }, [SYSTEMS]: { maxJobRoles: 2 }, [FIELD]: { maxJobRoles: 2 } } },
  { maxSpecializations: 1 },
  {},
];

/**
 * A partner of 30 to 300 individuals and 6 to 20 specializations for every seed: limits of one of ten forms, exemptions,
 * presence, technologies, retired and held specializations, waivers, pins and given allocations, from scarce to plenty.
 */
export function mixedQuestion(seed: number): Question {
  const below = numbersFrom(seed);
  const specializations = 6 + below(15);
  const people = 30 + below(271);
  const exempt =
    below(3) === 0 ? Array.from({ length: specializations }, (_, at) => `s${at}`).filter(() => below(6) === 0) : [];
  const large = largeQuestion({
    people,
    specializations,
    seed,
    ability: 1 + below(3),
    given: below(people),
    allocate: 'best',
    allocation: { ...POLICIES[seed % POLICIES.length], exempt },
  });
  const [keep, scale] = [1 + below(12), 1 + below(4)];
  const [edition] = large.program;
  const [partner] = large.partners;
  if (edition === undefined || partner === undefined)
    throw new Error('A large question has one edition and one partner');
  return {
    ...large,
    program: [{ ...edition, specializations: edition.specializations.map((entry) => varied(entry, below, scale)) }],
    individuals: large.individuals.map(({ awards = [], ...rest }) => ({
      ...rest,
      awards: awards.filter(() => below(keep) === 0),
    })),
    partners: [
      {
        ...partner,
        waivers: edition.specializations.flatMap(({ id, jobRoles }) =>
          below(6) > 0
            ? []
            : jobRoles.slice(0, 1).map((role) => ({
                specialization: id,
                jobRole: role.id,
                places: 1 + below(2),
                from: '2004-01-01',
                until: '2004-12-31',
              })),
        ),
      },
    ],
  };
}

function varied(
  entry: Edition['specializations'][number],
  below: (bound: number) => number,
  scale: number,
): Edition['specializations'][number] {
  const [role] = entry.jobRoles;
  const needed = below(5) === 0 && role !== undefined;
  return {
    ...entry,
    ...(needed
      ? { presence: [{ id: 'somebody', name: 'Somebody', headcount: 1 + below(3), requires: role.requires }] }
      : {}),
    ...(below(8) === 0 ? { retiredOn: LARGE_DAY } : {}),
    jobRoles: entry.jobRoles.map((jobRole) => ({ ...jobRole, headcount: jobRole.headcount + below(scale) })),
  };
}
