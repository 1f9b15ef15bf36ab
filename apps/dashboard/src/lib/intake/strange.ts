import type { Edition, Facts, Program } from '@standing/domain';

/** A name in the facts that no edition of the program has, and how many facts hold it. */
export type Strange = {
  readonly kind: 'exam' | 'certification' | 'agreement' | 'specialization' | 'channelLevel' | 'jobRole';
  readonly name: string;
  readonly count: number;
};

/** What decides nothing because no edition knows it, in the order of the kinds, then by name. It stays in the record. */
export function strangeIn({ individuals, partners }: Facts, program: Program): readonly Strange[] {
  const editions = program.editions.map(({ document }) => document);
  const idsOf = (of: (edition: Edition) => readonly { readonly id: string }[]): ReadonlySet<string> =>
    new Set(editions.flatMap(of).map(({ id }) => id));
  const specializations = idsOf((edition) => edition.specializations);
  const jobRoles = new Set(
    editions.flatMap((edition) =>
      edition.specializations.flatMap(({ id, jobRoles: roles }) => roles.map((role) => `${id} ${role.id}`)),
    ),
  );
  const held = partners.flatMap(({ holdings = [], renewals = [] }) => [...holdings, ...renewals]);
  const places = partners.flatMap(({ allocations = [], waivers = [] }) => [...allocations, ...waivers]);
  const of = (kind: Strange['kind'], names: readonly string[], known: ReadonlySet<string>): readonly Strange[] => {
    const counts = new Map<string, number>();
    for (const name of names) if (!known.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, count]) => ({ kind, name, count }));
  };
  return [
    ...of(
      'exam',
      individuals.flatMap(({ exams }) => exams.map(({ exam }) => exam)),
      idsOf((edition) => edition.exams),
    ),
    ...of(
      'certification',
      individuals.flatMap(({ awards = [] }) => awards.map(({ certification }) => certification)),
      idsOf((edition) => edition.certifications),
    ),
    ...of(
      'agreement',
      individuals.flatMap(({ agreements = [] }) => agreements.map(({ agreement }) => agreement)),
      idsOf((edition) => edition.agreements),
    ),
    ...of(
      'specialization',
      [
        ...held.flatMap((each) => ('specialization' in each ? [each.specialization] : [])),
        ...places.map((each) => each.specialization),
      ],
      specializations,
    ),
    ...of(
      'channelLevel',
      held.flatMap((each) => ('channelLevel' in each ? [each.channelLevel] : [])),
      idsOf((edition) => edition.channelLevels),
    ),
    ...of(
      'jobRole',
      places
        .filter(
          ({ specialization, jobRole }) =>
            specializations.has(specialization) && !jobRoles.has(`${specialization} ${jobRole}`),
        )
        .map(({ jobRole }) => jobRole),
      new Set<string>([]),
    ),
  ];
}
