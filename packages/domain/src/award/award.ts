import { compare } from '../calendar/compare.ts';
import { type Day, formatDay } from '../calendar/day.ts';
import { addPeriod, subtractPeriod } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import type { KnownProgram } from '../edition/known.ts';
import { type Budget, EXPLANATION_STEPS, spend, stepsToSay } from '../explanation/budget.ts';
import { passFor } from './evidence.ts';
import type { History } from './history.ts';
import type { Individual } from './individual.ts';
import { type AwardPeriod, overOn, periodsUpTo } from './period.ts';
import { progressOf } from './progress.ts';
import type { Scene } from './scene.ts';
import type { AwardStanding, AwardStatus, IndividualStanding, PeriodEntry } from './standing.ts';

/** Where an individual stands with every certification of which there is a period or progress. */
export function standingOf(program: KnownProgram, { history, scene }: Individual, budget: Budget): IndividualStanding {
  const { current, asOf, names } = program;
  const { held } = scene;
  const elsewhere = held.latest
    .map(({ certification }) => names.certifications.idOf(certification))
    .filter((id) => !current.certifications.has(id))
    .sort(compare);
  spend(budget, stepsToSay(history.unrecognized.map((fact) => Object.values(fact).join())), history.id);
  const standings = [...current.certifications.keys(), ...elsewhere].flatMap((id): AwardStanding[] => {
    const certification = current.certifications.get(id);
    const latest = held.of(certification?.number ?? (names.certifications.numberOf(id) as number));
    if (latest === undefined && (certification === undefined || !hasProgress(certification, scene))) return [];
    const periods = periodsUpTo(latest);
    spend(budget, stepsOf(id, periods, current), history.id);
    return [
      {
        certification: id,
        status: latest === undefined ? 'in-progress' : statusOf(latest, asOf),
        validFrom: latest === undefined ? null : formatDay(latest.from),
        validUntil: latest === undefined ? null : formatEnd(latest.until),
        periods: periods.map(entryOf),
        certificate:
          latest === undefined ? null : certificateOf(latest, certification?.agreements ?? [], current, history),
        reminders: latest === undefined ? [] : remindersOf(latest, current),
        progress: progressOf(id, certification, latest, scene),
      },
    ];
  });
  return { id: history.id, awards: standings, unrecognized: history.unrecognized };
}

/** What it costs to say an award: its periods with their exams and extensions, its reminders. */
function stepsOf(id: string, periods: readonly AwardPeriod[], { reminders }: CompiledEdition): number {
  const said = periods.flatMap(({ passes, extensions }) => [
    ...passes.map(({ exam }) => exam),
    ...extensions.flatMap(({ by, exam }) => [by, exam, '']),
  ]);
  return EXPLANATION_STEPS * (1 + periods.length) + stepsToSay([id, ...said, ...reminders.map(({ text }) => text)]);
}

/** No period yet, and an exam that the certification names is passed, by that exam's own windows. */
function hasProgress({ exams }: CompiledCertification, scene: Scene): boolean {
  spend(scene.budget, exams.length, scene.history.id);
  return exams.some((leaf) => passFor(leaf, scene) !== undefined);
}

function statusOf(period: AwardPeriod, day: Day): AwardStatus {
  if (day < period.until) return 'active';
  return day < overOn(period) ? 'suspended' : 'expired';
}

function formatEnd(until: Day): string | null {
  return until === Number.POSITIVE_INFINITY ? null : formatDay(until);
}

function entryOf({ kind, edition, from, until, passes, extensions }: AwardPeriod): PeriodEntry {
  return {
    kind,
    edition,
    validFrom: formatDay(from),
    validUntil: formatEnd(until),
    exams: passes.map(({ exam, takenOn }) => ({ exam, takenOn: formatDay(takenOn) })),
    extensions: extensions.map((entry) => ({
      by: entry.by,
      exam: entry.exam,
      on: formatDay(entry.on),
      from: formatDay(entry.from),
      until: formatDay(entry.until),
    })),
  };
}

/** qa#3.8: it waits for every agreement, accepted in the time that counts for this period, and arrives weeks after. */
function certificateOf(
  period: AwardPeriod,
  agreements: readonly string[],
  { certificate }: CompiledEdition,
  history: History,
): AwardStanding['certificate'] {
  if (period.kind === 'verified') return null;
  let eligibleOn = period.from;
  for (const agreement of agreements) {
    const accepted = history.firstAcceptance(agreement, period.since);
    if (accepted === undefined) return null;
    eligibleOn = Math.max(eligibleOn, accepted);
  }
  const [earliest, latest] = certificate;
  return {
    eligibleOn: formatDay(eligibleOn),
    arrivesBetween: [formatDay(addPeriod(eligibleOn, earliest)), formatDay(addPeriod(eligibleOn, latest))],
  };
}

/** qa#3.4: some periods before the end; those that would fall before the award began are left out. */
function remindersOf(period: AwardPeriod, { reminders }: CompiledEdition): AwardStanding['reminders'] {
  if (period.until === Number.POSITIVE_INFINITY) return [];
  return reminders.flatMap((before) => {
    const on = subtractPeriod(period.until, before);
    return on < period.from ? [] : [{ kind: before.text, on: formatDay(on) }];
  });
}
