import { type Day, readDay } from '../../calendar/day.ts';
import type { Facts } from '../../record/request.ts';
import type { PartnerFacts } from '../../record/schema.ts';

/**
 * The facts as they are known on a day, to be looked at from a later one: what is dated after it is not there. An end
 * that is known already stays; a renewal that was closed later is still open.
 */
export function knownFacts({ individuals, partners }: Facts, asOf: Day): Facts {
  const known = (day: string | undefined): boolean => day === undefined || readDay(day) <= asOf;
  return {
    individuals: individuals.map((facts) => ({
      ...facts,
      exams: facts.exams.filter(({ takenOn }) => known(takenOn)),
      agreements: (facts.agreements ?? []).filter(({ acceptedOn }) => known(acceptedOn)),
      awards: (facts.awards ?? []).filter(({ validFrom }) => known(validFrom)),
    })),
    partners: partners.map(
      (partner): PartnerFacts => ({
        ...partner,
        affiliations: partner.affiliations.filter(({ from }) => known(from)),
        holdings: (partner.holdings ?? []).filter(({ approvedOn }) => known(approvedOn)),
        renewals: (partner.renewals ?? [])
          .filter(({ submittedOn }) => known(submittedOn))
          .map(({ closedOn, ...rest }) => (closedOn !== undefined && known(closedOn) ? { ...rest, closedOn } : rest)),
        allocations: (partner.allocations ?? []).filter(({ from }) => known(from)),
        waivers: (partner.waivers ?? []).filter(({ from }) => known(from)),
      }),
    ),
  };
}
