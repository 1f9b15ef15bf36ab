import type { Choices } from '#lib/components/view.ts';
import { everythingBrought } from '#lib/reading/brings.ts';
import { newcomerIds } from '#lib/reading/newcomers.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { broughtInWords } from '#lib/texts/what-if.ts';

type Named = { readonly id: string; readonly name: string };

/** What can be imagined on the day shown: of whom, and which exams, agreements, awards and editions. */
export function choicesOf({ question, shown, day, edition, entries, name }: Session): Choices {
  const byName = (list: readonly Named[]): readonly Named[] =>
    list.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const everybody = byName(question.individuals.map(({ id }) => ({ id, name: name(id) })));
  const partner = question.partners.find(({ id }) => id === shown.partner);
  const there = new Set(
    (partner?.affiliations ?? [])
      .filter(({ from, until = '9999' }) => from <= day && day < until)
      .map(({ individual }) => individual),
  );
  return {
    everybody,
    here: everybody.filter(({ id }) => there.has(id)),
    elsewhere: everybody.filter(({ id }) => !there.has(id)),
    newcomer: newcomerIds(1, new Set(everybody.map(({ id }) => id)))[0] ?? '',
    exams: byName(edition.exams.map(({ id }) => ({ id, name: entries.examName(id) }))),
    agreements: byName(edition.agreements.map(({ id }) => ({ id, name: entries.agreementName(id) }))),
    brings: everythingBrought(edition)
      .map((brought) => ({ brought, name: broughtInWords([brought], entries) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    editions: entries.all
      .filter((document) => document.edition !== edition.edition)
      .map((document) => ({ id: document.edition, name: `${document.edition} (${document.name})` })),
  };
}
