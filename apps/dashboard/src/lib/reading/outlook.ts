import type { Edition, PartnerForecast, Repair } from '@standing/domain';
import { openPlaces } from './brings.ts';
import { newcomerIds } from './newcomers.ts';
import type { Row } from './rows.ts';
import type { Supposition } from './supposition.ts';

type Outlook = PartnerForecast['specializations'][number] | PartnerForecast['channelLevels'][number];

/** What lies ahead of a row. */
export function outlookOf({ kind, standing }: Row, forecast: PartnerForecast): Outlook | undefined {
  return kind === 'specialization'
    ? forecast.specializations.find(({ specialization }) => specialization === standing.specialization)
    : forecast.channelLevels.find(({ channelLevel }) => channelLevel === standing.channelLevel);
}

/** Whose repair it is, and what is known on the day from which it is imagined. */
type About = {
  readonly row: Row;
  readonly on: string;
  readonly edition: Edition;
  /** Whether allocations are given, so that who joins has to be put on a place. */
  readonly isGiven: boolean;
  /** Ids of everybody who is known. */
  readonly known: ReadonlySet<string>;
};

/** A repair as something that can be imagined from a day on. Undefined for a renewal: an approval is the program's to give. */
export function suppositionsOf(repair: Repair, about: About): readonly Supposition[] | undefined {
  if (repair.kind === 'renew') return undefined;
  if (repair.kind === 'refill') return hired(repair.places, about);
  const { on } = about;
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

/** Somebody new for each place, with the fewest things that it asks for. */
function hired(
  places: Extract<Repair, { readonly kind: 'refill' }>['places'],
  { row, on, edition, isGiven, known }: About,
): readonly Supposition[] | undefined {
  const open = openPlaces(places, row, edition);
  if (open === undefined) return undefined;
  const ids = newcomerIds(open.length, known);
  const { standing } = row;
  return open.flatMap(({ jobRole, brings }, index): readonly Supposition[] => {
    const individual = ids[index] ?? '';
    const joins = { kind: 'hires' as const, on, individual, brings };
    if (!isGiven || jobRole === undefined || !('specialization' in standing)) return [joins];
    return [joins, { kind: 'fills', on, individual, specialization: standing.specialization, jobRole }];
  });
}

/** What has to be renewed for a repair to hold, by id. */
export function renewedBy(repair: Repair): readonly string[] {
  if (repair.kind === 'renew') return repair.specializations;
  return repair.kind === 'reallocate' ? [] : repair.renew;
}
