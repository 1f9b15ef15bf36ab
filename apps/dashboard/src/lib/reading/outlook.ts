import type { PartnerForecast, Repair } from '@standing/domain';
import type { Row } from './rows.ts';
import type { Supposition } from './supposition.ts';

type Outlook = PartnerForecast['specializations'][number] | PartnerForecast['channelLevels'][number];

/** What lies ahead of a row. */
export function outlookOf({ kind, standing }: Row, forecast: PartnerForecast): Outlook | undefined {
  return kind === 'specialization'
    ? forecast.specializations.find(({ specialization }) => specialization === standing.specialization)
    : forecast.channelLevels.find(({ channelLevel }) => channelLevel === standing.channelLevel);
}

/**
 * A repair as something that can be imagined from a day on. Undefined where it cannot: an approval is the program's to
 * give, and people whom nobody knows yet have no record.
 */
export function suppositionsOf(repair: Repair, on: string): readonly Supposition[] | undefined {
  if (repair.kind === 'renew' || repair.kind === 'refill') return undefined;
  const steps = repair.kind === 'exams' ? repair.steps : [];
  return [
    ...steps.flatMap(({ individual, exams, agreements }): readonly Supposition[] => [
      ...exams.map((exam) => ({ kind: 'passes' as const, on, individual, exam })),
      ...agreements.map((agreement) => ({ kind: 'accepts' as const, on, individual, agreement })),
    ]),
    ...repair.release.map((entry) => ({ kind: 'vacates' as const, on, ...entry })),
    ...repair.allocate.map((entry) => ({ kind: 'fills' as const, on, ...entry })),
  ];
}
