import type { PartnerFacts } from '../record/schema.ts';
import { explainLevel } from './level.ts';
import { explainSpecialization } from './specialization.ts';
import type { PartnerStanding } from './standing.ts';
import { decide, type PartnerContext } from './verdicts.ts';

/** Where a partner stands on the program's day, with why (contract, section 3, *Partners*). */
export function partnerStandingOf(partner: PartnerFacts, context: PartnerContext): PartnerStanding {
  const { verdicts, specializations, presence, levels, countable, scene } = decide(partner, context);
  const explained = specializations.map((entry) => explainSpecialization(entry, presence, scene));
  return {
    ...verdicts,
    specializations: verdicts.specializations.map((verdict, index) => ({
      ...verdict,
      explanation: explained[index] as (typeof explained)[number],
    })),
    channelLevels: levels.map(({ level, verdict, personnel, counted }) => ({
      ...verdict,
      explanation: explainLevel(level, personnel, counted, countable, scene),
    })),
  };
}
