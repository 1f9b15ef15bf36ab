import type { Holding, Missing, PartnerStanding, Readiness } from '@standing/domain';
import type { Entries } from '../reading/entries.ts';
import type { Row } from '../reading/rows.ts';
import type { ShapeName } from '../reading/shapes.ts';
import { capital, counted, listed, longDay } from './dates.ts';

export const standing = {
  title: (name: string): string => `${name} · Standing`,
  description:
    'Where a partner stands in a channel program on any day, and why: levels, specializations, places, people and the paragraphs they rest on.',
  skip: 'Skip to the standing',
  invented: 'This company and its people are invented, to show what the page does.',
  ownRecord: 'Your own record. It was read in this browser and is sent nowhere.',
  nothingHeld: 'Nothing is held on this day. A file of holdings says what was approved and when.',
  bring: 'Bring your own record',
  own: 'Levels and specializations, nearest date first',
  others: 'Not held',
  othersCount: (count: number): string =>
    capital(`${counted(count, 'level or specialization', 'levels and specializations')} of this edition`),
  reasons: 'Reasons',
  anniversary: '“Renews” names the anniversary: the first day on which what nobody renewed has lapsed.',
} as const;

export const holdingWord: Readonly<Record<Holding, string>> = {
  held: 'held',
  'in-renewal': 'in renewal',
  lapsed: 'lapsed',
  none: 'not held',
};

export const holdingShape: Readonly<Record<Holding, ShapeName | undefined>> = {
  held: 'held',
  'in-renewal': 'half',
  lapsed: 'lapsed',
  none: undefined,
};

export const readinessWord: Readonly<Record<Readiness, string>> = { met: 'ready', 'not-met': 'not ready' };
export const riskWord = 'at risk';
export const readinessShape: Readonly<Record<Readiness, ShapeName>> = { met: 'ready', 'not-met': 'missing' };

/** The date of a row; empty where nothing was ever held. */
export function anniversaryOf({ standing: { holding, anniversary } }: Row, day: string): string {
  if (anniversary === null) return '';
  if (holding === 'lapsed') return `lapsed ${longDay(anniversary)}`;
  return anniversary > day ? `renews ${longDay(anniversary)}` : `was due ${longDay(anniversary)}`;
}

/** The first thing that somebody wants to know: the level, until when, and whether it would be renewed. */
export function levelInWords(partner: PartnerStanding, day: string, entries: Entries): string {
  const { held, ready } = partner.channelLevel;
  const level =
    partner.channelLevels.find(({ channelLevel }) => channelLevel === held) ??
    partner.channelLevels.findLast(({ holding }) => holding === 'lapsed');
  if (level === undefined || level.anniversary === null) {
    const met = ready === null ? '' : ` ${entries.channelLevelName(ready)} would be met today.`;
    return `No channel level is held.${met}`;
  }
  const { holding, anniversary, readiness, explanation } = level;
  const name = entries.channelLevelName(level.channelLevel);
  const date = longDay(anniversary);
  const missing = missingInWords(explanation.missing, entries);
  if (holding === 'lapsed') {
    return readiness === 'met'
      ? `${name} lapsed on ${date}; today it would be met again.`
      : `${name} lapsed on ${date} and would not be met today: ${missing}.`;
  }
  const until =
    anniversary <= day
      ? `${name} is held past its anniversary of ${date} while its renewal is decided`
      : holding === 'in-renewal'
        ? `${name} is held until ${date} and can be renewed now`
        : `${name} is held until ${date}`;
  if (readiness === 'met')
    return `${until}${holding === 'in-renewal' ? ', and is ready for it' : ', and would be renewed today'}.`;
  return `${until}, but would not be renewed today: ${missing}.`;
}

const single: Readonly<Record<Holding, string>> = {
  held: 'is held',
  'in-renewal': 'is in renewal',
  lapsed: 'has lapsed',
  none: 'is not held',
};

/** How the specializations stand beside it. */
export function specializationsInWords({ specializations }: PartnerStanding): string {
  const own = specializations.filter(({ holding }) => holding !== 'none');
  if (own.length === 0) return 'No specialization is held.';
  const [only, ...more] = own;
  if (only !== undefined && more.length === 0) {
    return `One specialization ${single[only.holding]}; it is ${readinessWord[only.readiness]} today.`;
  }
  const count = (holding: Holding, one: string, many: string): readonly string[] => {
    const some = own.filter((each) => each.holding === holding).length;
    return some === 0 ? [] : [counted(some, one, many)];
  };
  const parts = [
    ...count('held', 'is held', 'are held'),
    ...count('in-renewal', 'is in renewal', 'are in renewal'),
    ...count('lapsed', 'has lapsed', 'have lapsed'),
  ];
  const ready = own.filter(({ readiness }) => readiness === 'met').length;
  const would = ready === 0 ? 'none is' : ready === own.length ? 'all are' : counted(ready, 'is', 'are');
  return `Of ${counted(own.length, 'specialization', 'specializations')}, ${listed(parts)}; ${would} ready today.`;
}

/** What is ready today and would not be when it matters; empty where nothing is. */
export function risksInWords(names: readonly string[]): string {
  if (names.length === 0) return '';
  return names.length === 1
    ? `${names[0]} is ready today, but as things stand not on its anniversary.`
    : `${listed(names)} are ready today, but as things stand not on their anniversaries.`;
}

/** What is missing, as a clause: `one professional is missing`. */
export function missingInWords(missing: readonly Missing[], entries: Entries, specialization = ''): string {
  const [first] = missing;
  if (first === undefined) return 'nothing could make it met';
  const parts = missing.map((entry) => missingPart(entry, entries, specialization));
  const isOne = missing.length === 1 && ('places' in first ? first.places : 'points' in first ? first.points : 1) === 1;
  return `${listed(parts)} ${isOne ? 'is' : 'are'} missing`;
}

function missingPart(entry: Missing, entries: Entries, specialization: string): string {
  if ('personnel' in entry) return plural(entry.places, entry.personnel.replaceAll('-', ' '));
  if ('jobRole' in entry) return plural(entry.places, inSentence(entries.jobRoleName(specialization, entry.jobRole)));
  if ('presence' in entry)
    return `${counted(entry.places, 'individual', 'individuals')} with ${entry.presence.replaceAll('-', ' ')}`;
  if ('specialization' in entry) return `the specialization ${entries.specializationName(entry.specialization)}`;
  if ('points' in entry) return plural(entry.points, 'point');
  if ('certification' in entry) return entries.certificationName(entry.certification);
  return 'exam' in entry ? entries.examName(entry.exam) : entries.agreementName(entry.agreement);
}

function plural(count: number, name: string): string {
  return counted(count, name, `${name}s`);
}

/** A name inside a sentence: an ordinary word loses its capital, an abbreviation keeps it. */
export function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
