import type { Edition } from '@standing/domain';
import type { Interpretation } from '../reading/entries.ts';
import { longDay } from './dates.ts';
import { paragraphInOurWords } from './paragraphs.ts';

/** What stands behind a citation. */
export type Note = {
  readonly cite: string;
  /** Where to look it up. */
  readonly source: string;
  readonly address: string | undefined;
  /** The paragraph in our words; undefined where a whole document is cited. */
  readonly text: string | undefined;
  /** How the edition reads what the paragraph leaves open. */
  readonly interpretations: readonly Interpretation[];
};

/**
 * The note for a citation such as `qa#2.11` (a paragraph) or `s5` (a document).
 * @throws {Error} where the edition cites what it does not list, or a paragraph that nobody has put in our words
 */
export function noteOf(cite: string, edition: Edition): Note {
  const [id, paragraph] = cite.split('#');
  const document = edition.documents.find((entry) => entry.id === id);
  if (document === undefined) throw new Error(`The edition cites "${cite}" and lists no such document.`);
  const text = paragraphInOurWords(cite);
  if (paragraph !== undefined && text === undefined) throw new Error(`There is no note for the paragraph "${cite}".`);
  const [section, question] = paragraph?.split('.') ?? [];
  const place = paragraph === undefined ? '' : `, section ${section}, question ${question}`;
  return {
    cite,
    source: `${document.title} (${longDay(document.date)})${place}`,
    address: document.address,
    text,
    interpretations: edition.interpretations.filter(({ cites }) => cites?.includes(cite) === true),
  };
}
