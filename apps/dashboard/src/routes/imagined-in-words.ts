import type { Change } from '@standing/domain';
import type { Supposition } from '#lib/reading/supposition.ts';
import { withNames } from '#lib/reading/with-names.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import type { Imagination } from '#lib/state/standing.svelte.ts';
import { broughtInWords, editionInWords, moveInWords } from '#lib/texts/what-if.ts';

/** One of the things that are imagined, as the banner says it. */
export type ImaginedFact = {
  readonly supposition: Supposition;
  readonly words: string;
  readonly on: string;
  /** Whether it is so on the day shown. */
  readonly isBegun: boolean;
};

/** What is imagined, one by one, with the names of people. */
export function factsInWords(session: Session): readonly ImaginedFact[] {
  return session.suppositions.map((supposition) => ({
    supposition,
    words: inWords(supposition, session),
    on: supposition.on,
    isBegun: supposition.on <= session.day,
  }));
}

/** What comes of it, and each verdict that differs, as the domain says it. */
export function outcomeInWords(
  { scenario }: Imagination,
  { words, program, name, shown }: Session,
): { readonly effects: string; readonly differences: readonly string[] } {
  const say = words.scenario(program);
  return {
    effects: say.effects(scenario.totals),
    differences: withNames(scenario.differences, name, shown.partnerName).map(say.difference),
  };
}

function inWords(each: Supposition, { words, program, entries, name, shown, day }: Session): string {
  // A day that is the one shown goes without saying.
  const since = each.on === day ? {} : { on: each.on };
  const change = (part: Change): string => words.scenario(program).change({ ...part, ...since } as Change);
  switch (each.kind) {
    case 'leaves':
      return change({ kind: 'leaves', individual: name(each.individual) });
    case 'joins':
    case 'hires': {
      const joins = change({ kind: 'joins', individual: name(each.individual), partner: shown.partnerName });
      return each.kind !== 'hires' ? joins : `${joins}, with ${broughtInWords(each.brings, entries)}`;
    }
    case 'passes':
      return change({ kind: 'passes', individual: name(each.individual), exam: each.exam });
    case 'accepts':
      return change({ kind: 'accepts', individual: name(each.individual), agreement: each.agreement });
    case 'edition':
      return editionInWords(
        each.edition,
        entries.all.find(({ edition }) => edition === each.edition)?.effectiveFrom,
        each.on,
      );
    default:
      return moveInWords(each, name(each.individual), entries);
  }
}
