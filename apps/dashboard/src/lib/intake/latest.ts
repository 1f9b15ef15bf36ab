import type { Facts } from '@standing/domain';

/** The latest day on which a fact says that something happened; undefined where nothing has. What is planned is no such fact. */
export function latestIn({ individuals, partners }: Facts): string | undefined {
  const days = [
    ...individuals.flatMap(({ exams, agreements = [], awards = [] }) => [
      ...exams.map(({ takenOn }) => takenOn),
      ...agreements.map(({ acceptedOn }) => acceptedOn),
      ...awards.map(({ validFrom }) => validFrom),
    ]),
    ...partners.flatMap(({ affiliations, holdings = [], renewals = [] }) => [
      ...affiliations.map(({ from }) => from),
      ...holdings.map(({ approvedOn }) => approvedOn),
      ...renewals.map(({ submittedOn, closedOn }) => closedOn ?? submittedOn),
    ]),
  ];
  return days.reduce<string | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}
