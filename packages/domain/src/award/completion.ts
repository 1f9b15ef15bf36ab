import type { Day } from '../calendar/day.ts';
import { addPeriod } from '../calendar/period.ts';
import type { CompiledCertification, CompiledEdition } from '../edition/compiled.ts';
import { spend } from '../explanation/budget.ts';
import { EVER, lastExam, NO_EXAM, passesOf, type Situation, UNMET } from './evidence.ts';
import { type AwardPeriod, overOn } from './period.ts';

/** A situation whose first day is set by what is asked. */
export type Asking = Situation & { since: Day };

/** What is met, but with evidence so old that the award would be over. */
export const TOO_LATE = 'too-late';

/** The period that begins on the day, after the `previous` one, if the certification completes on it (`rules.md` B and C). */
export function completionOf(
  certification: CompiledCertification,
  previous: AwardPeriod | undefined,
  edition: CompiledEdition,
  asking: Asking,
): AwardPeriod | typeof TOO_LATE | undefined {
  const { day } = asking;
  if (day < certification.introducedOn) return undefined;
  const over = previous === undefined ? EVER : overOn(previous);
  const recertifies = previous !== undefined && day < over;
  if (recertifies && previous.until === Number.POSITIVE_INFINITY) return undefined;

  const { recertification, validity } = certification;
  asking.since = recertifies ? previous.from + 1 : over;
  if (recertifies && !isAgreed(recertification.agreements, asking)) return undefined;
  const requires = recertifies ? recertification.requires : certification.requires;
  const last = lastExam(requires, asking);
  // Only the first award can rest on other awards alone: else it would be renewed without end.
  if (last === UNMET || (last === NO_EXAM && previous !== undefined)) return undefined;

  const fromPrevious = recertifies && recertification.countedFrom === 'previous-end';
  const start = fromPrevious ? previous.until : last === NO_EXAM ? day : last;
  const end = validity === undefined ? Number.POSITIVE_INFINITY : addPeriod(start, validity);
  const until = recertifies ? Math.max(end, previous.until) : end;
  if (until <= day) return TOO_LATE;
  return {
    certification: certification.number,
    kind: recertifies ? 'recertified' : previous === undefined ? 'initial' : 'regained',
    edition: edition.document.edition,
    from: day,
    until,
    grace: recertification.gracePeriod,
    passes: passesOf(requires, asking),
    since: asking.since,
    extensions: [],
    before: undefined,
  };
}

/** qa#3.10: whether every agreement was accepted anew, up to the day. */
function isAgreed(agreements: readonly string[], { history, day, since, budget }: Situation): boolean {
  spend(budget, agreements.length, history.id);
  return agreements.every((agreement) => {
    const first = history.firstAcceptance(agreement, since);
    return first !== undefined && first <= day;
  });
}
