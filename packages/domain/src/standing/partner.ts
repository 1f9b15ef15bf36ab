import type { Spending } from '../allocation/allocate.ts';
import type { Bottleneck as Shortage } from '../allocation/bottleneck.ts';
import { stepsToSay } from '../explanation/budget.ts';
import type { PartnerFacts } from '../record/schema.ts';
import { explainLevel } from './level.ts';
import { explainSpecialization } from './specialization.ts';
import type { Bottleneck, PartnerStanding } from './standing.ts';
import { decide, type PartnerContext } from './verdicts.ts';

/** Where a partner stands on the program's day, with why (contract, section 3, *Partners*). */
export function partnerStandingOf(partner: PartnerFacts, context: PartnerContext): PartnerStanding {
  const { spending } = context;
  const { verdicts, specializations, allocation, presence, levels, countable, scene } = decide(partner, context);
  const explained = specializations.map((entry) => explainSpecialization(entry, presence, scene));
  const { unrecognized, ...others } = verdicts;
  return {
    ...others,
    specializations: verdicts.specializations.map((verdict, index) => ({
      ...verdict,
      explanation: explained[index] as (typeof explained)[number],
    })),
    channelLevels: levels.map(({ level, verdict, personnel, counted }) => ({
      ...verdict,
      explanation: explainLevel(level, personnel, counted, countable, scene),
    })),
    bottlenecks: allocation.bottlenecks(spending.bottlenecks).map((shortage) => bottleneck(shortage, spending)),
    unrecognized,
  };
}

function bottleneck({ specialization, places, ...rest }: Shortage, { work }: Spending): Bottleneck {
  work(stepsToSay([...rest.individuals, ...places.flatMap((place) => [place.specialization.id, place.jobRole.id])]));
  return {
    specialization: specialization.id,
    jobRoles: places.map((place) => ({ specialization: place.specialization.id, jobRole: place.jobRole.id })),
    ...rest,
  };
}
