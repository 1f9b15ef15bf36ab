import { compare } from '../calendar/compare.ts';
import { type Day, formatDay } from '../calendar/day.ts';
import { addPeriod, subtractPeriod } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import type { KnownProgram } from '../edition/known.ts';
import type { Names } from '../edition/names.ts';
import { addBits, type Bits, emptyBits, has } from '../edition/touched.ts';
import { type Budget, EXPLANATION_STEPS, spend, stepsToRepeat, stepsToSay } from '../explanation/budget.ts';
import { passFor } from './evidence.ts';
import type { History } from './history.ts';
import type { Individual } from './individual.ts';
import { type AwardPeriod, overOn, periodsUpTo } from './period.ts';
import { progressOf } from './progress.ts';
import type { Scene } from './scene.ts';
import type { AwardStatus, AwardVerdict, IndividualStanding, IndividualVerdicts, PeriodEntry } from './standing.ts';

/** Where an individual stands with every certification of which there is a period or progress. */
export function standingOf(program: KnownProgram, individual: Individual, budget: Budget): IndividualStanding {
  return eachAward(program, individual, budget, (award) => ({
    ...verdictOn(award, program.current, individual.scene),
    progress: progressOf(award.id, award.certification, award.latest, individual.scene),
  }));
}

/** The same without why. */
export function verdictsOf(program: KnownProgram, individual: Individual, budget: Budget): IndividualVerdicts {
  return eachAward(program, individual, budget, (award) => verdictOn(award, program.current, individual.scene));
}

/** A certification that is not in the edition of the day has a period all the same. */
type Award = {
  readonly id: string;
  readonly certification: CompiledCertification | undefined;
  readonly latest: AwardPeriod | undefined;
};

function eachAward<Said>(
  { current, names }: KnownProgram,
  { history, scene }: Individual,
  budget: Budget,
  say: (award: Award) => Said,
) {
  const { held } = scene;
  const awards: Said[] = [];
  const named = namedBy(history, current);
  for (const fact of history.unrecognized) spend(budget, stepsToSay(Object.values(fact)), history.id);
  for (const certification of current.certifications.values()) {
    const latest = held.of(certification.number);
    if (latest !== undefined || hasProgress(certification, named, current, scene)) {
      awards.push(say({ id: certification.id, certification, latest }));
    }
  }
  const elsewhere = held.latest.filter((period) => current.touched.positions[period.certification] === undefined);
  for (const latest of elsewhere.length < 2 ? elsewhere : elsewhere.sort(byName(names.certifications))) {
    awards.push(say({ id: names.certifications.idOf(latest.certification), certification: undefined, latest }));
  }
  return { id: history.id, awards, unrecognized: history.unrecognized };
}

function byName(names: Names): (a: AwardPeriod, b: AwardPeriod) => number {
  return (a, b) => compare(names.idOf(a.certification), names.idOf(b.certification));
}

function verdictOn({ id, certification, latest }: Award, current: CompiledEdition, scene: Scene): AwardVerdict {
  const { day, history } = scene;
  const periods = periodsUpTo(latest);
  spend(scene.budget, stepsOf(id, periods, current), history.id);
  return {
    certification: id,
    status: latest === undefined ? 'in-progress' : statusOf(latest, day),
    validFrom: latest === undefined ? null : formatDay(latest.from),
    validUntil: latest === undefined ? null : formatEnd(latest.until),
    periods: periods.map(entryOf),
    certificate: latest === undefined ? null : certificateOf(latest, certification?.agreements ?? [], current, history),
    reminders: latest === undefined ? [] : remindersOf(latest, current),
  };
}

/** What it costs to say an award: its periods with their exams and extensions, its reminders. */
function stepsOf(id: string, periods: readonly AwardPeriod[], { reminders }: CompiledEdition): number {
  let steps = EXPLANATION_STEPS * (1 + periods.length) + stepsToRepeat(id, 1);
  for (const { passes, extensions } of periods) {
    for (const { exam } of passes) steps += stepsToRepeat(exam, 1);
    for (const { by, exam } of extensions)
      steps += stepsToRepeat(by, 1) + stepsToRepeat(exam, 1) + stepsToRepeat('', 1);
  }
  for (const { text } of reminders) steps += stepsToRepeat(text, 1);
  return steps;
}

/** The places of the certifications that name an exam which was passed. */
function namedBy({ passed }: History, { touched }: CompiledEdition): Bits {
  const named = emptyBits(touched.words);
  for (const exam of passed.things) {
    const positions = touched.byExam[exam]?.positions;
    if (positions !== undefined) addBits(named, positions);
  }
  return named;
}

/** No period yet, and an exam that the certification names is passed, by that exam's own windows. */
function hasProgress(
  { number, exams }: CompiledCertification,
  named: Bits,
  { touched }: CompiledEdition,
  scene: Scene,
): boolean {
  if (!has(named, touched.positions[number] as number)) return false;
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
): AwardVerdict['certificate'] {
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
function remindersOf(period: AwardPeriod, { reminders }: CompiledEdition): AwardVerdict['reminders'] {
  if (period.until === Number.POSITIVE_INFINITY) return [];
  return reminders.flatMap((before) => {
    const on = subtractPeriod(period.until, before);
    return on < period.from ? [] : [{ kind: before.text, on: formatDay(on) }];
  });
}
