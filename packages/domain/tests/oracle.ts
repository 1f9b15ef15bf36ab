/**
 * The meaning of awards a second time, for tests alone: word by word from section 3 of the contract, one calendar day
 * after another, with texts for days and Temporal for their arithmetic. Slow on purpose; it shares no code with `award`.
 */
import type { Edition, IndividualFacts, IndividualStanding } from '../src/index.ts';
import { evidenceFor } from './oracle-evidence.ts';
import { isActive, type Kept, minus, overOn, passesOf, periodsOf, plus } from './oracle-periods.ts';

type OracleAward = Omit<IndividualStanding['awards'][number], 'progress' | 'status'> & { readonly status: string };

/** What the contract says of one individual's awards, `progress` left out. */
export function individualByTheContract(
  all: readonly Edition[],
  facts: IndividualFacts,
  asOf: string,
): { readonly id: string; readonly awards: readonly OracleAward[]; readonly unrecognized: readonly object[] } {
  const editions = all
    .filter(({ effectiveFrom }) => effectiveFrom <= asOf)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  const current = editions.at(-1);
  if (current === undefined) throw new Error('No edition is in force yet.');
  const periods = periodsOf(editions, facts, asOf);
  const order = current.certifications.map(({ id }) => id);
  const others = [...periods.keys()].filter((id) => !order.includes(id)).sort();
  const passes = passesOf(facts, asOf);
  const awards = [...order, ...others].flatMap((id): OracleAward[] => {
    const own = periods.get(id) ?? [];
    const last = own.at(-1);
    const certification = current.certifications.find((entry) => entry.id === id);
    if (last === undefined) {
      const leaves = examLeaves(certification?.requires);
      const begun = leaves.some((leaf) => evidenceFor(leaf, asOf, passes, () => false) !== undefined);
      const nothing = { validFrom: null, validUntil: null, periods: [], certificate: null, reminders: [] };
      return begun ? [{ certification: id, status: 'in-progress', ...nothing }] : [];
    }
    const over = overOn(last);
    const status = isActive(last, asOf) ? 'active' : over !== null && over <= asOf ? 'expired' : 'suspended';
    const { validFrom, validUntil } = last;
    const reminders = current.reminders.award
      .flatMap((kind) => (validUntil === null ? [] : [{ kind, on: minus(validUntil, kind) }]))
      .filter(({ on }) => on >= validFrom);
    const certificate = certificateOf(current, last, certification?.agreements ?? [], facts, asOf);
    const shown = own.map(({ grace: _, acceptedFrom: __, ...period }) => period);
    return [{ certification: id, status, validFrom, validUntil, periods: shown, certificate, reminders }];
  });
  return { id: facts.id, awards, unrecognized: unrecognized(editions, facts, asOf) };
}

function examLeaves(requirement: unknown): readonly Edition['certifications'][number]['requires'][] {
  const found: Edition['certifications'][number]['requires'][] = [];
  JSON.stringify(requirement, (_, value) => {
    if (typeof value === 'object' && value !== null && typeof value.exam === 'string') found.push(value);
    return value;
  });
  return found;
}

function certificateOf(current: Edition, period: Kept, names: readonly string[], facts: IndividualFacts, asOf: string) {
  if (period.kind === 'verified') return null;
  let eligibleOn = period.validFrom;
  for (const name of names) {
    const days = (facts.agreements ?? [])
      .filter(({ agreement }) => agreement === name)
      .map(({ acceptedOn }) => acceptedOn);
    const firstDay = days.filter((day) => period.acceptedFrom <= day && day <= asOf).sort()[0];
    if (firstDay === undefined) return null;
    if (firstDay > eligibleOn) eligibleOn = firstDay;
  }
  const [earliest, latest] = current.certificate.arrives;
  return { eligibleOn, arrivesBetween: [plus(eligibleOn, earliest), plus(eligibleOn, latest)] as const };
}

function unrecognized(editions: readonly Edition[], facts: IndividualFacts, asOf: string) {
  const knows = (key: 'exams' | 'agreements' | 'certifications', id: string) =>
    editions.some((edition) => edition[key].some((entry) => entry.id === id));
  return [
    ...facts.exams.filter(({ exam }) => !knows('exams', exam)).map(({ exam, takenOn }) => ({ exam, on: takenOn })),
    ...(facts.agreements ?? [])
      .filter(({ agreement }) => !knows('agreements', agreement))
      .map(({ agreement, acceptedOn }) => ({ agreement, on: acceptedOn })),
    ...(facts.awards ?? [])
      .filter(({ certification }) => !knows('certifications', certification))
      .map(({ certification, validFrom }) => ({ certification, on: validFrom })),
  ].filter(({ on }) => on <= asOf);
}
