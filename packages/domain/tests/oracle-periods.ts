import type { Edition, IndividualFacts } from '../src/index.ts';
import { evidenceFor, type Pass } from './oracle-evidence.ts';

type Certification = Edition['certifications'][number];
export type OraclePeriod = {
  kind: 'initial' | 'recertified' | 'regained' | 'verified';
  edition: string | null;
  validFrom: string;
  validUntil: string | null;
  exams: readonly Pass[];
  extensions: { by: string; exam: string; on: string; from: string; until: string }[];
};
/** A period with what it keeps: its grace, and from which day acceptances count for its certificate. */
export type Kept = OraclePeriod & { grace: string | undefined; acceptedFrom: string };

export const plus = (day: string, period: string): string => Temporal.PlainDate.from(day).add(period).toString();
export const minus = (day: string, period: string): string => Temporal.PlainDate.from(day).subtract(period).toString();
const EVER = '0000-01-01';

export const isActive = (period: Kept | undefined, day: string): boolean =>
  period !== undefined && period.validFrom <= day && (period.validUntil === null || day < period.validUntil);

/** The day on which a period, with its grace, is over; null when never. */
export const overOn = ({ validUntil, grace }: Kept): string | null =>
  validUntil === null || grace === undefined ? validUntil : plus(validUntil, grace);

/** Every period of every certification of one individual, replayed from the first fact to `asOf`. */
export function periodsOf(editions: readonly Edition[], facts: IndividualFacts, asOf: string): Map<string, Kept[]> {
  const periods = new Map<string, Kept[]>();
  const latest = (id: string) => periods.get(id)?.at(-1);
  const begin = (id: string, period: Kept) => periods.set(id, [...(periods.get(id) ?? []), period]);
  const passes = passesOf(facts, asOf);
  const agreements = (facts.agreements ?? []).filter(({ acceptedOn }) => acceptedOn <= asOf);
  const verified = (facts.awards ?? []).filter(({ validFrom }) => validFrom <= asOf);
  const known = new Set(editions.flatMap((edition) => edition.certifications.map(({ id }) => id)));
  const first =
    [asOf, ...passes.map((pass) => pass.takenOn), ...verified.map((award) => award.validFrom)].sort()[0] ?? asOf;

  const orders = new Map(editions.map((edition) => [edition, requiredFirst(edition)]));
  for (let day = first; day <= asOf; day = plus(day, 'P1D')) {
    // Awards that run out are over: nothing to do, every question below asks for the day.
    const edition = editions.findLast(({ effectiveFrom }) => effectiveFrom <= day);
    const beginning = verified.filter(({ validFrom, certification }) => validFrom === day && known.has(certification));
    // Of two of a day the one that ends last counts, so it comes last.
    for (const award of beginning.sort((a, b) => endOrder(a.validUntil, b.validUntil))) {
      const ruling = (edition ?? editions[0])?.certifications.find(({ id }) => id === award.certification);
      begin(award.certification, {
        kind: 'verified',
        edition: edition?.edition ?? null,
        validFrom: day,
        validUntil: award.validUntil ?? null,
        exams: [],
        extensions: [],
        grace: ruling?.recertification?.gracePeriod,
        acceptedFrom: EVER,
      });
    }
    if (edition === undefined) continue;
    for (const certification of orders.get(edition) ?? []) {
      const made = completion(edition, certification, latest(certification.id), day);
      if (made !== undefined) begin(certification.id, made);
    }
    for (const { id: exam } of edition.exams) {
      if (!passes.some((pass) => pass.exam === exam && pass.takenOn === day)) continue;
      for (const extension of edition.extensions) {
        if (!prolongs(edition, extension, exam)) continue;
        for (const { id } of edition.certifications) {
          const period = latest(id);
          if (!extension.certifications.includes(id) || period === undefined || !isActive(period, day)) continue;
          if (period.validUntil === null) continue;
          const from = period.validUntil;
          const counted = plus(extension.countedFrom === 'exam' ? day : from, extension.by);
          if (counted <= from) continue;
          period.validUntil = counted;
          period.extensions.push({ by: extension.id, exam, on: day, from, until: counted });
        }
      }
    }
  }
  return periods;

  function completion(
    edition: Edition,
    certification: Certification,
    previous: Kept | undefined,
    day: string,
  ): Kept | undefined {
    if (certification.introducedOn !== undefined && day < certification.introducedOn) return undefined;
    const over = previous === undefined ? null : overOn(previous);
    const kind = previous === undefined ? 'initial' : over !== null && over <= day ? 'regained' : 'recertified';
    if (kind === 'recertified' && previous?.validUntil === null) return undefined;
    const again = kind === 'recertified' ? certification.recertification : undefined;
    // The first day whose facts count: every pass so far; after the running period's first day; from the day it was over.
    const from =
      kind === 'initial' ? EVER : kind === 'regained' ? (over ?? EVER) : plus(previous?.validFrom ?? EVER, 'P1D');
    const counting = passes.filter(({ takenOn }) => from <= takenOn && takenOn <= day);
    const evidence = evidenceFor(again?.requires ?? certification.requires, day, counting, (id) =>
      isActive(latest(id), day),
    );
    if (evidence === undefined) return undefined;
    const accepted = (id: string) =>
      agreements.some(({ agreement, acceptedOn }) => agreement === id && from <= acceptedOn && acceptedOn <= day);
    if (!(again?.agreements ?? []).every(accepted)) return undefined;
    const lastExam = evidence
      .map(({ takenOn }) => takenOn)
      .sort()
      .at(-1);
    if (kind !== 'initial' && lastExam === undefined) return undefined;
    let validUntil: string | null = null;
    if (certification.validity !== undefined) {
      const base = again?.countedFrom === 'previous-end' ? previous?.validUntil : lastExam;
      validUntil = plus(base ?? day, certification.validity);
      const end = previous?.validUntil ?? null;
      if (kind === 'recertified' && end !== null && validUntil < end) validUntil = end;
      if (validUntil <= day) return undefined;
    }
    const grace = certification.recertification?.gracePeriod;
    return {
      kind,
      edition: edition.edition,
      validFrom: day,
      validUntil,
      exams: evidence,
      extensions: [],
      grace,
      acceptedFrom: from,
    };
  }
}

/** Passes up to a day; those of one exam on one day are one pass. */
export function passesOf(facts: IndividualFacts, asOf: string): readonly Pass[] {
  const passes = facts.exams.filter(({ result, takenOn }) => result === 'pass' && takenOn <= asOf);
  return [...new Map(passes.map(({ exam, takenOn }) => [`${takenOn} ${exam}`, { exam, takenOn }])).values()];
}

function endOrder(a: string | undefined, b: string | undefined): number {
  const [left, right] = [a ?? '9999', b ?? '9999'];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The ids of exams and certifications that a requirement names anywhere. */
function named(requirement: unknown, key: 'exam' | 'certification'): readonly string[] {
  const found: string[] = [];
  JSON.stringify(requirement, (name, value) => {
    if (name === key && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

function requiredFirst({ certifications }: Edition): readonly Certification[] {
  const ordered: Certification[] = [];
  const visit = (certification: Certification | undefined): void => {
    if (certification === undefined || ordered.includes(certification)) return;
    const names = named([certification.requires, certification.recertification?.requires], 'certification');
    for (const name of names) visit(certifications.find(({ id }) => id === name));
    ordered.push(certification);
  };
  for (const certification of certifications) visit(certification);
  return ordered;
}

function prolongs(edition: Edition, { exams }: Edition['extensions'][number], exam: string): boolean {
  if (!('of' in exams)) return exams.includes(exam);
  const technical = edition.exams.find(({ id }) => id === exam)?.technical;
  const ofKind = edition.certifications.filter(({ kind }) => kind === exams.of);
  const anywhere = named(
    ofKind.map(({ requires, recertification }) => [requires, recertification?.requires]),
    'exam',
  );
  return technical === exams.technical && anywhere.includes(exam);
}
