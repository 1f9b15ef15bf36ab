import type { Break, Happening, Loss, Repair } from '../src/index.ts';
import { date, inSentence, list, plural, upper } from './en-grammar.ts';
import { missingPart } from './en-partners.ts';
import type { Names } from './names.ts';
import type { ForecastWords, Outlooked } from './words.ts';

/** What to say of the days that lie ahead. */
export function forecastSentences(names: Names): ForecastWords {
  return {
    happening: (happening) => `${upperUnlessId(clause(happening, names), happening)}.`,
    breaks: (entry, held, ifRenewed) => breakSentence(entry, held, ifRenewed, names),
    repair: (repair, held) => repairSentence(repair, held, names),
    loss: (loss) => lossSentence(loss, names),
  };
}

function clause(happening: Happening, names: Names): string {
  switch (happening.kind) {
    case 'award-ends': {
      const ends = `${happening.individual}: the award of ${names.certification(happening.certification)} ends`;
      const { suspendedUntil } = happening;
      return suspendedUntil === undefined ? ends : `${ends} and can be recertified before ${date(suspendedUntil)} only`;
    }
    case 'award-begins':
      return `${happening.individual}: the award of ${names.certification(happening.certification)} begins`;
    case 'exam-accepted':
      return `${happening.individual}: ${passOf(happening, names)} counts from now on`;
    case 'exam-no-longer-accepted':
      return `${happening.individual}: ${passOf(happening, names)} is no longer accepted`;
    case 'exam-too-old':
      return `${happening.individual}: ${passOf(happening, names)} is too old from now on`;
    case 'affiliation-ends':
      return `${happening.individual}: the affiliation ends`;
    case 'affiliation-counts':
      return `${happening.individual}: the affiliation with another partner ends, and this one counts`;
    case 'allocation-ends':
      return `${happening.individual}: the allocation to ${placeOf(happening, names)} ends`;
    case 'waiver-ends':
      return `the waiver of ${plural(happening.places, 'place')} of ${placeOf(happening, names)} ends`;
    case 'edition':
      return `the edition ${happening.edition} takes effect`;
    case 'retired':
      return `${names.specialization(happening.specialization)} is retired`;
    case 'window-opens':
      return `the renewal window of ${nameOf(happening, names)} opens`;
    default:
      return `the term of ${nameOf(happening, names)} ends at its anniversary`;
  }
}

/** An id keeps the letters that it has. */
function upperUnlessId(text: string, happening: Happening): string {
  return 'individual' in happening ? text : upper(text);
}

function breakSentence({ on, causes }: Break, held: Outlooked, ifRenewed: boolean, names: Names): string {
  const isHeld = held.holding === 'held' || held.holding === 'in-renewal';
  const verb = !isHeld ? 'reached' : 'specialization' in held ? 'renewed' : 'kept';
  const though = ifRenewed ? ' even if what can be renewed is renewed' : '';
  const why = causes.map((cause) => clause(cause, names)).join('; ');
  return `${nameOf(held, names)} could no longer be ${verb} from ${date(on)}${though}: ${why}.`;
}

function repairSentence(repair: Repair, held: Outlooked, names: Names): string {
  const before = repair.before === null ? '' : ` before ${date(repair.before)}`;
  switch (repair.kind) {
    case 'reallocate':
      return `${upper(movesOf(repair, names).join('; '))}${before}.`;
    case 'renew':
      return `Renew ${list(repair.specializations.map(names.specialization))}${before}.`;
    case 'exams': {
      const steps = repair.steps.map(({ individual, exams, agreements, before: end }) => {
        const passes = exams.length === 0 ? [] : [`passes ${list(exams.map(names.exam))}`];
        const accepts = agreements.length === 0 ? [] : [`accepts the ${list(agreements.map(names.agreement))}`];
        return `${individual} ${[...passes, ...accepts].join(' and ')}${end === null ? '' : ` before ${date(end)}`}`;
      });
      const also = movesOf(repair, names);
      const then = also.length === 0 ? '' : ` Then ${also.join('; ')}.`;
      return `${steps.join('; ')}.${then}${renewalsOf(repair.renew, names)}`;
    }
    default: {
      const specialization = 'specialization' in held ? { specialization: held.specialization } : {};
      const context = { names, ...specialization };
      const one = repair.places.length === 1 && repair.places.every((entry) => 'places' in entry && entry.places === 1);
      const join = one ? 'joins' : 'join';
      const who = repair.places.map((entry) => missingPart(entry, context));
      return `${upper(list(who))} ${join}${before}.${renewalsOf(repair.renew, names)}`;
    }
  }
}

function renewalsOf(renew: readonly string[], names: Names): string {
  if (renew.length === 0) return '';
  const [their, day] = renew.length === 1 ? ['its', 'anniversary'] : ['their', 'anniversaries'];
  return ` ${list(renew.map(names.specialization))} must be renewed by ${their} ${day} too.`;
}

function movesOf(
  { allocate, release }: Pick<Extract<Repair, { kind: 'reallocate' }>, 'allocate' | 'release'>,
  names: Names,
) {
  return [
    ...release.map((move) => `take ${move.individual} off ${placeOf(move, names)}`),
    ...allocate.map((move) => `put ${move.individual} on ${placeOf(move, names)}`),
  ];
}

function lossSentence({ individual, specializations, channelLevels, reallocated, proven }: Loss, names: Names): string {
  const falls = [...specializations.map(names.specialization), ...channelLevels.map(names.channelLevel)];
  const fall = falls.length === 0 ? 'nothing falls' : `${list(falls)} ${falls.length === 1 ? 'falls' : 'fall'}`;
  const kept = list(reallocated.map(names.specialization));
  const stays =
    reallocated.length === 1 ? 'stays met if others take its places' : 'stay met if others take their places';
  const saved = reallocated.length === 0 ? '' : `; ${kept} ${stays}`;
  const sure = proven ? '' : ' Not every other allocation could be looked at.';
  return `If ${individual} leaves, ${fall}${saved}.${sure}`;
}

function passOf({ exam, takenOn }: { readonly exam: string; readonly takenOn: string }, names: Names): string {
  return `the pass of ${names.exam(exam)} of ${date(takenOn)}`;
}

function placeOf({ specialization, jobRole }: { specialization: string; jobRole: string }, names: Names): string {
  return `${inSentence(names.jobRole(jobRole, specialization))} of ${names.specialization(specialization)}`;
}

function nameOf(held: { specialization: string } | { channelLevel: string }, names: Names): string {
  return 'specialization' in held ? names.specialization(held.specialization) : names.channelLevel(held.channelLevel);
}
