import type { Fact } from './facts.ts';
import type { Kind } from './kinds.ts';
import { given, type RowReader } from './row.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * What a row of each kind of file says. A row that lacks something says nothing: what it lacks has been noted by then,
 * by the needs of its kind.
 */
export const BUILD: Readonly<Record<Kind, (row: RowReader, words: Vocabulary) => readonly Fact[]>> = {
  people: (row) => {
    const individual = row.id('individual');
    const name = row.name('name');
    const { from, until } = row.days('from', 'until');
    if (individual === undefined || from === undefined) return [];
    const entry = { individual, from, ...given('until', until) };
    const named: readonly Fact[] = name === undefined ? [] : [{ list: 'names', individual, entry: name }];
    return [...named, { list: 'affiliations', entry }];
  },

  results: (row, words) => {
    const individual = row.id('individual');
    const exam = row.id('exam');
    const takenOn = row.day('takenOn');
    const result = row.outcome('result');
    const id = row.id('id');
    if (individual === undefined || exam === undefined || takenOn === undefined || result === undefined) return [];
    return [{ list: 'exams', individual, entry: { ...given('id', id), exam: words.exam(exam), takenOn, result } }];
  },

  awards: (row, words) => {
    const individual = row.id('individual');
    const certification = row.id('certification');
    const { validFrom, validUntil } = row.days('validFrom', 'validUntil');
    if (individual === undefined || certification === undefined || validFrom === undefined) return [];
    const entry = { certification: words.certification(certification), validFrom, ...given('validUntil', validUntil) };
    return [{ list: 'awards', individual, entry }];
  },

  agreements: (row, words) => {
    const individual = row.id('individual');
    const agreement = row.id('agreement');
    const acceptedOn = row.day('acceptedOn');
    if (individual === undefined || agreement === undefined || acceptedOn === undefined) return [];
    return [{ list: 'agreements', individual, entry: { agreement: words.agreement(agreement), acceptedOn } }];
  },

  holdings: (row, words) => {
    const what = held(row, words);
    const approvedOn = row.day('approvedOn');
    const { submittedOn, closedOn } = row.days('submittedOn', 'closedOn');
    if (row.text('closedOn') !== undefined) row.need(['submittedOn']);
    if (what === undefined) return [];
    const approval: readonly Fact[] =
      approvedOn === undefined ? [] : [{ list: 'holdings', entry: { ...what, approvedOn } }];
    if (submittedOn === undefined) return approval;
    return [...approval, { list: 'renewals', entry: { ...what, submittedOn, ...given('closedOn', closedOn) } }];
  },

  allocations: (row, words) => {
    const individual = row.id('individual');
    const place = placeOf(row, words);
    const days = row.days('from', 'until');
    const pinned = row.yes('pinned');
    if (individual === undefined || place === undefined) return [];
    return [{ list: 'allocations', entry: { individual, ...place, ...days, ...given('pinned', pinned) } }];
  },

  waivers: (row, words) => {
    const place = placeOf(row, words);
    const places = row.places('places');
    const { from, until } = row.days('from', 'until');
    if (place === undefined || places === undefined || from === undefined || until === undefined) return [];
    return [{ list: 'waivers', entry: { ...place, places, from, until } }];
  },
};

function placeOf(row: RowReader, words: Vocabulary): { specialization: string; jobRole: string } | undefined {
  const written = row.id('specialization');
  const jobRole = row.id('jobRole');
  if (written === undefined || jobRole === undefined) return undefined;
  const specialization = words.specialization(written);
  return { specialization, jobRole: words.jobRole(jobRole, specialization) };
}

/** A column that mixes both is common: what only the channel levels know is one of them. */
function held(row: RowReader, words: Vocabulary): { specialization: string } | { channelLevel: string } | undefined {
  const specialization = row.id('specialization');
  const channelLevel = row.id('channelLevel');
  if (specialization !== undefined && channelLevel !== undefined)
    row.refuse('channelLevel', 'specialization-and-level');
  if (channelLevel !== undefined) return { channelLevel: words.channelLevel(channelLevel) };
  if (specialization === undefined) return undefined;
  const known = words.specialization(specialization);
  const level = words.channelLevel(specialization);
  if (!words.isSpecialization(known) && words.isChannelLevel(level)) return { channelLevel: level };
  return { specialization: known };
}
