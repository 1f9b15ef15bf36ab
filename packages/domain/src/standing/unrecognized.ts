import { readDay } from '../calendar/day.ts';
import type { KnownProgram } from '../edition/known.ts';
import type { PartnerFacts } from '../record/schema.ts';
import type { PartnerStanding } from './standing.ts';

/**
 * Facts about a partner that decide nothing because no edition knows what they name, or the facts do not know whom;
 * each name once, by id.
 */
export function unrecognizedOf(
  partner: PartnerFacts,
  program: KnownProgram,
  individuals: ReadonlyMap<string, unknown>,
): PartnerStanding['unrecognized'] {
  const specializations = new Set<string>();
  const channelLevels = new Set<string>();
  const people = new Set<string>();
  const named = (entry: { readonly specialization: string } | { readonly channelLevel: string }): void => {
    if ('specialization' in entry) {
      if (!program.knows('specializations', entry.specialization)) specializations.add(entry.specialization);
    } else if (!program.knows('channelLevels', entry.channelLevel)) channelLevels.add(entry.channelLevel);
  };
  const known = (day: string): boolean => readDay(day) <= program.asOf;
  for (const entry of partner.holdings ?? []) if (known(entry.approvedOn)) named(entry);
  for (const entry of partner.renewals ?? []) if (known(entry.submittedOn)) named(entry);
  for (const entry of partner.waivers ?? []) if (known(entry.from)) named(entry);
  for (const { individual, from } of partner.affiliations) {
    if (known(from) && !individuals.has(individual)) people.add(individual);
  }
  return [
    ...[...specializations].sort().map((specialization) => ({ specialization })),
    ...[...channelLevels].sort().map((channelLevel) => ({ channelLevel })),
    ...[...people].sort().map((individual) => ({ individual })),
  ];
}
