import type { Edition, IndividualFacts, PartnerFacts } from '@standing/domain';
import { dayNumber, dayText } from '../../src/packed/columns.ts';
import { program } from '../ledger/written.ts';
import { examsFor } from './exams.ts';
import { Random } from './random.ts';

/** How large a network is; up to 60,000 partners, 1 million individuals and 5 million results were thought of. */
export type Size = {
  readonly seed: number;
  readonly partners: number;
  readonly individuals: number;
  readonly results: number;
};

/** A partner with everybody that it names, those who left it included. */
export type Member = { readonly partner: PartnerFacts; readonly individuals: readonly IndividualFacts[] };

const [BEGIN, END] = [dayNumber('1999-06-01'), dayNumber('2005-06-30')];
/** One of so many has worked at the partner next in line before. */
const MOVED = 0.03;

/**
 * A believable network: many small partners and few large ones, people who work toward certifications, fail, repeat and
 * recertify, move between partners, and partners that hold what their size lets them. Partner after partner, each made from
 * the seed and its place alone; the totals are exact.
 */
export function* network(size: Size, edition: Edition): Generator<Member> {
  const people = places(size.partners, size.individuals, (at) => 1 / (1 + at * 0.05) + 0.02);
  let first = 0;
  let former: readonly IndividualFacts[] = [];
  for (let at = 0; at < size.partners; at += 1) {
    const count = people(at);
    const own = Array.from({ length: count }, (_, index) => individualAt(size, edition, first + index));
    yield { partner: partnerOf(size, edition, at, own, former), individuals: [...own, ...former] };
    first += count;
    former = at + 1 < size.partners ? own.filter((_, index) => hasMoved(size, first - count + index)) : [];
  }
}

/** The published edition that took effect last. */
export function latestEdition(): Edition {
  const latest = program.editions.at(-1);
  if (latest === undefined) throw new Error('There should be a published edition');
  return latest.document;
}

/** How many of `total` fall to each of `count` places by their weights: whole numbers that add up exactly. */
function places(count: number, total: number, weight: (at: number) => number): (at: number) => number {
  const sums = new Float64Array(count + 1);
  for (let at = 0; at < count; at += 1) sums[at + 1] = (sums[at] ?? 0) + weight(at);
  const all = sums[count] ?? 1;
  const upTo = (at: number) => Math.round((total * (sums[at] ?? 0)) / all);
  return (at) => upTo(at + 1) - upTo(at);
}

function idOf(number: number): string {
  return `CSCO${10_000_000 + number}`;
}

function hasMoved({ seed }: Size, number: number): boolean {
  return new Random(seed, 3, number).chance(MOVED);
}

/** How eager people are, by eights: from one result to nine. */
const EAGER = [2, 8, 5, 1, 9, 5, 3, 7];
const OF_EIGHT = 40;

/** How many results fall to the individuals before one; of all of them exactly the total. */
function resultsBefore({ results, individuals }: Size, number: number): number {
  const weight = (at: number) =>
    Math.floor(at / 8) * OF_EIGHT + EAGER.slice(0, at % 8).reduce((sum, each) => sum + each, 0);
  return Math.round((results * weight(number)) / weight(individuals));
}

function individualAt(size: Size, edition: Edition, number: number): IndividualFacts {
  const random = new Random(size.seed, 1, number);
  const count = resultsBefore(size, number + 1) - resultsBefore(size, number);
  const planned = planOf(edition, random, count);
  const hired = BEGIN + random.below(END - BEGIN - 400);
  let day = hired + random.below(100);
  const exams: IndividualFacts['exams'][number][] = [];
  while (exams.length < count) {
    const exam = planned[exams.length % planned.length] ?? '';
    exams.push({ id: `r${exams.length}`, exam, takenOn: dayText(day), result: random.chance(0.2) ? 'fail' : 'pass' });
    // Through a certification in months, and after it a pause.
    const pause = exams.length % planned.length === 0 ? 700 : 120;
    day += random.below(Math.min(pause, Math.ceil((END - day) / (count - exams.length + 1)) + 1));
  }
  const [agreement] = edition.agreements;
  const accepted = agreement !== undefined && random.chance(0.9);
  return {
    id: idOf(number),
    exams,
    agreements: accepted ? [{ agreement: agreement.id, acceptedOn: dayText(hired + random.below(300)) }] : [],
    awards: [],
  };
}

/** What somebody sits, one certification after another. */
function planOf(edition: Edition, random: Random, count: number): string[] {
  const planned: string[] = [];
  for (let tries = 0; planned.length < count && tries < 6; tries += 1) {
    const certification = edition.certifications[random.below(edition.certifications.length)];
    if (certification !== undefined) planned.push(...examsFor(edition, certification.id, random));
  }
  const [any] = edition.exams;
  return planned.length === 0 && any !== undefined ? [any.id] : [...new Set(planned)];
}

function partnerOf(
  size: Size,
  edition: Edition,
  at: number,
  own: readonly IndividualFacts[],
  former: readonly IndividualFacts[],
): PartnerFacts {
  const random = new Random(size.seed, 2, at);
  const since = () => dayText(BEGIN + random.below(END - BEGIN - 400));
  const approved = () => dayText(END - random.below(500));
  // Only who has people applies: one specialization for about six of them.
  const held = edition.specializations.filter(() =>
    random.chance(Math.min(0.8, own.length / 6 / edition.specializations.length)),
  );
  const level =
    edition.channelLevels[Math.min(edition.channelLevels.length - 1, Math.floor(Math.log2(1 + own.length / 8)))];
  return {
    id: `p${String(at).padStart(5, '0')}`,
    affiliations: [
      ...own.map(({ id }) => ({ individual: id, from: since() })),
      ...former.map(({ id }) => ({ individual: id, from: '1999-01-01', until: '1999-06-01' })),
    ],
    holdings: [
      ...held.map(({ id }) => ({ specialization: id, approvedOn: approved() })),
      ...(level !== undefined && random.chance(0.7) ? [{ channelLevel: level.id, approvedOn: approved() }] : []),
    ],
    renewals: held
      .filter(() => random.chance(0.1))
      .map(({ id }) => ({ specialization: id, submittedOn: dayText(END - random.below(60)) })),
    allocations: [],
    waivers: [],
  };
}
