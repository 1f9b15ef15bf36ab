import type { ChannelLevelStanding, PartnerFacts, PartnerStanding, SpecializationStanding } from '@standing/domain';
import { addDays, addMonths, partsOf } from './calendar.ts';
import type { Entries } from './entries.ts';

/** One line of a partner's standing; the key names it in the page's address. */
export type Row = { readonly key: string; readonly name: string } & (
  | { readonly kind: 'channel-level'; readonly standing: ChannelLevelStanding }
  | { readonly kind: 'specialization'; readonly standing: SpecializationStanding }
);

export type Rows = {
  /** Held, in renewal or lapsed, the nearest anniversary first. */
  readonly own: readonly Row[];
  /** Never held: what would be met today first, then what could be. */
  readonly others: readonly Row[];
};

/** A partner's levels and specializations in the order in which somebody looks for them. */
export function rowsOf(partner: PartnerStanding, entries: Entries): Rows {
  const rows: readonly Row[] = [
    ...partner.channelLevels.map((standing): Row => {
      const id = standing.channelLevel;
      return { key: `level.${id}`, name: entries.channelLevelName(id), kind: 'channel-level', standing };
    }),
    ...partner.specializations.map((standing): Row => {
      const id = standing.specialization;
      return { key: id, name: entries.specializationName(id), kind: 'specialization', standing };
    }),
  ];
  const anniversary = ({ standing }: Row): string => standing.anniversary ?? '9999';
  return {
    own: rows
      .filter(({ standing }) => standing.holding !== 'none')
      .sort((a, b) => (anniversary(a) < anniversary(b) ? -1 : anniversary(a) > anniversary(b) ? 1 : 0)),
    others: rows.filter(({ standing }) => standing.holding === 'none').sort((a, b) => distance(a) - distance(b)),
  };
}

/** The day on which a renewal of the present term was submitted that is not closed; undefined where none is under way. */
export function submittedOn({ kind, standing }: Row, facts: PartnerFacts, day: string): string | undefined {
  const { approvedOn, anniversary } = standing;
  if (approvedOn === null || anniversary === null) return undefined;
  return facts.renewals?.find(
    (renewal) =>
      ('specialization' in renewal
        ? kind === 'specialization' && renewal.specialization === standing.specialization
        : kind === 'channel-level' && renewal.channelLevel === standing.channelLevel) &&
      approvedOn < renewal.submittedOn &&
      renewal.submittedOn < anniversary &&
      renewal.submittedOn <= day &&
      day < (renewal.closedOn ?? '9999'),
  )?.submittedOn;
}

function distance({ kind, standing }: Row): number {
  if (standing.readiness === 'met') return 0;
  return kind === 'specialization' && standing.possible ? 1 : 2;
}

/** The day on which the renewal window opens, by the edition of the day of approval; undefined where nothing is held. */
export function windowOf({ kind, standing }: Row, entries: Entries): string | undefined {
  const { approvedOn, anniversary } = standing;
  if (approvedOn === null || anniversary === null) return undefined;
  const edition = entries.inForce(approvedOn);
  const rule =
    kind === 'specialization'
      ? entries.specialization(standing.specialization, edition)
      : entries.channelLevel(standing.channelLevel, edition);
  if (rule === undefined) return undefined;
  const { years, months, days } = partsOf(rule.renewalWindow);
  return addDays(addMonths(anniversary, -(years * 12 + months)), -days);
}
