import { withNames } from '#lib/reading/with-names.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import type { Imagination } from '#lib/state/standing.svelte.ts';

/** What is imagined, and each verdict that differs, as the domain says it, with the names of people. */
export function imaginedInWords(
  { question, scenario }: Imagination,
  { words, program, name, shown, day }: Session,
): { readonly words: string; readonly differences: readonly string[] } {
  const say = words.scenario(program);
  const named = <T>(part: T): T => withNames(part, name, shown.partnerName);
  const changes = question.changes.map((change) => {
    const { on, ...rest } = { on: undefined, ...change };
    // Whom somebody leaves goes without saying, and so does a day that is the one shown.
    const { partner: _, ...leaving } = rest.kind === 'leaves' ? rest : { ...rest, partner: undefined };
    const about = rest.kind === 'leaves' ? leaving : rest;
    return (on === undefined || on === day ? about : { ...about, on }) as typeof change;
  });
  return {
    words: say.banner({ ...question, changes: named(changes) }, scenario.totals),
    differences: named(scenario.differences).map(say.difference),
  };
}
