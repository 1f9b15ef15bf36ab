import { type Day, formatDay } from '../../calendar/day.ts';
import type { HoldingStanding } from '../../standing/holding.ts';
import type { Break, ChannelLevelOutlook, Repair, SpecializationOutlook } from './outlook.ts';

/** What is known so far of one specialization or level while the days are gone through. */
export type Prospect = {
  readonly kind: 'specialization' | 'channelLevel';
  readonly id: string;
  /** On the day of the question. */
  readonly ready: boolean;
  readonly holding: HoldingStanding | undefined;
  readonly anniversary: Day | undefined;
  breaks: Break | undefined;
  ifRenewed: Break | undefined;
  /** Whether it is ready on the last day before its anniversary, once that day was seen. */
  last: boolean | undefined;
  repairs: readonly Repair[];
};

function outlookOf({ ready, holding, anniversary, breaks, last, repairs }: Prospect, asOf: Day) {
  const opensOn = holding?.opensOn;
  return {
    holding: holding?.holding ?? ('none' as const),
    readiness: ready ? ('met' as const) : ('not-met' as const),
    breaks: breaks ?? null,
    renewal:
      anniversary === undefined || opensOn === undefined || anniversary <= asOf
        ? null
        : {
            opensOn: formatDay(opensOn),
            anniversary: formatDay(anniversary),
            readiness: last === undefined ? null : last ? ('met' as const) : ('not-met' as const),
          },
    atRisk: ready && last === false,
    repairs,
  };
}

export function specializationOutlook(prospect: Prospect, asOf: Day): SpecializationOutlook {
  return { specialization: prospect.id, ...outlookOf(prospect, asOf) };
}

export function levelOutlook(prospect: Prospect, asOf: Day): ChannelLevelOutlook {
  return { channelLevel: prospect.id, ...outlookOf(prospect, asOf), ifRenewed: prospect.ifRenewed ?? null };
}
