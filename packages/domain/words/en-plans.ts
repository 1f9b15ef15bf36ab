import type { Acceptance, Obstacle, Plan, PlanWay, Purpose, Step } from '../src/index.ts';
import { count, date, list, plural, upper } from './en-grammar.ts';
import type { Names } from './names.ts';
import type { PlanSentences } from './words.ts';

/** What a plan asks for, why, and why there is none. */
export function planSentences(names: Names): PlanSentences {
  const placeOf = (purpose: Purpose): string => {
    if ('jobRole' in purpose) {
      const { jobRole, specialization } = purpose;
      return `${names.jobRole(jobRole, specialization)} in ${names.specialization(specialization)}`;
    }
    if ('presence' in purpose) {
      const { presence, specialization } = purpose;
      return `${names.presence(presence, specialization)} in ${names.specialization(specialization)}`;
    }
    return `${purpose.personnel.replaceAll('-', ' ')} of ${names.channelLevel(purpose.channelLevel)}`;
  };
  return {
    summary: (plan) => summaryOf(plan, names),
    step: (step) => stepSentence(step, names, placeOf),
    acceptance: ({ individual, agreement, on }: Acceptance) =>
      `${individual} accepts the ${names.agreement(agreement)} on ${date(on)}.`,
    way: ({ exams, steps }: PlanWay) => {
      const people = new Set(steps.map(({ individual }) => individual)).size;
      return exams === 0
        ? 'No exam is needed.'
        : `${upper(plural(exams, 'exam'))} by ${count(people)} ${people === 1 ? 'individual' : 'individuals'}.`;
    },
    obstacle: (obstacle) => obstacleSentence(obstacle, names, placeOf),
    before: (before) => {
      if (before.exams === null) return `Under the edition ${before.edition} no plan would be known.`;
      return `Under the edition ${before.edition} it would have been ${plural(before.exams, 'exam')}.`;
    },
  };
}

function summaryOf({ plan, target, by, proven, bound, possible }: Plan, names: Names): string {
  const parts = [
    ...target.specializations.map(names.specialization),
    ...(target.channelLevel === null ? [] : [names.channelLevel(target.channelLevel)]),
    ...(target.renewals.length === 0 ? [] : [`${plural(target.renewals.length, 'renewal')}`]),
  ];
  const what = parts.length === 0 ? 'nothing' : list(parts);
  if (plan === null) {
    return possible === null
      ? `Imagined: ${what} by ${date(by)} · whether exams can do it was not found out`
      : `Imagined: ${what} by ${date(by)} · no exams can do it`;
  }
  const doubt = proven ? '' : `, ${plural(bound, 'exam')} at least`;
  return `Imagined: ${what} by ${date(by)} · ${plural(plan.exams, 'exam')}${doubt}`;
}

function stepSentence(step: Step, names: Names, placeOf: (purpose: Purpose) => string): string {
  const { individual, exam, notBefore, before, awards, replaced } = step;
  const places = [...new Set(step.for.map(placeOf))];
  const why = [...(awards.length === 0 ? [] : [list(awards.map(names.certification))]), ...places];
  const purpose = why.length === 0 ? '' : `, for ${list(why)}`;
  const days = `from ${date(notBefore)} and before ${date(before)}`;
  const closing = replaced === null ? '' : ` ${closes(exam, replaced, names)}`;
  return `${individual} sits ${names.exam(exam)} ${days}${purpose}.${closing}`;
}

function closes(exam: string, { until, by }: NonNullable<Step['replaced']>, names: Names): string {
  const end = `${names.exam(exam)} counts only before ${date(until)}`;
  return by === undefined ? `${end}.` : `${end}; ${names.exam(by)} comes in its place.`;
}

function obstacleSentence(obstacle: Obstacle, names: Names, placeOf: (purpose: Purpose) => string): string {
  if (obstacle.why === 'specializations-not-held') {
    const { specializations, points, channelLevel, on } = obstacle;
    const parts = [
      ...(specializations === 0 ? [] : [plural(specializations, 'specialization')]),
      ...(points === 0 ? [] : [plural(points, 'point')]),
    ];
    return `${names.channelLevel(channelLevel)} lacks ${list(parts)} on ${date(on)}: that takes an approval and no exam.`;
  }
  const place = placeOf(obstacle);
  if (obstacle.why === 'too-few') {
    return `${upper(plural(obstacle.places, 'place'))} of ${place} cannot be filled on ${date(obstacle.on)}, though ${count(obstacle.individuals)} could fill one: there are too few people for all that is asked.`;
  }
  const closed = obstacle.closed.map(({ exam, until }) =>
    until === null
      ? `${names.exam(exam)} is no longer offered.`
      : `It is too late for ${names.exam(exam)}: it counted only before ${date(until)}.`,
  );
  return [`Nobody can fill ${place} by ${date(obstacle.on)}, whatever they sit.`, ...closed].join(' ');
}
