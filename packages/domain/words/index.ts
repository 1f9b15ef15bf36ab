import type { Evaluation, Explanation, Program, Result } from '../src/index.ts';
import { english } from './en.ts';
import type { ExplanationInWords, Words } from './words.ts';

export type { ExplanationInWords, Words };

/** An answer, or a part of one, in which every explanation carries its sentences. */
export type InWords<T> = T extends Explanation
  ? ExplanationInWords
  : T extends object
    ? { readonly [K in keyof T]: InWords<T[K]> }
    : T;

/** The tags of the languages that there are words for. */
export const languages: readonly string[] = [english.language];

/** The words of a language by its tag; undefined when there are none. */
export function wordsOf(language: string): Words | undefined {
  return language === english.language ? english : undefined;
}

/** The most characters that sentences may add to one answer. */
const MOST_CHARACTERS = 100_000_000;

/**
 * The same answer with `words` at every node of every explanation. Refused with the fault `too-many-words` when the
 * sentences would be longer than one answer can hold.
 */
export function inWords(evaluation: Evaluation, program: Program, words: Words): Result<InWords<Evaluation>> {
  const explain = words.explain(program, evaluation.asOf);
  let said = 0;
  const count = (node: ExplanationInWords): void => {
    said += node.words.length;
    for (const part of node.of) count(part);
  };
  const individuals: InWords<Evaluation>['individuals'][number][] = [];
  const partners: InWords<Evaluation>['partners'][number][] = [];
  const spoken = (explanation: Explanation): ExplanationInWords => {
    const result = explain(explanation);
    count(result);
    return result;
  };
  for (const individual of evaluation.individuals) {
    const awards = individual.awards.map((award) => ({ ...award, progress: spoken(award.progress) }));
    if (said > MOST_CHARACTERS) return tooManyWords(individual.id);
    individuals.push({ ...individual, awards });
  }
  for (const partner of evaluation.partners) {
    const specializations = partner.specializations.map((entry) => ({
      ...entry,
      explanation: spoken(entry.explanation),
    }));
    const channelLevels = partner.channelLevels.map((entry) => ({ ...entry, explanation: spoken(entry.explanation) }));
    if (said > MOST_CHARACTERS) return tooManyWords(partner.id);
    partners.push({ ...partner, specializations, channelLevels });
  }
  return { ok: true, value: { ...evaluation, individuals, partners } };
}

function tooManyWords(at: string): Result<never> {
  return { ok: false, faults: [{ path: '', code: 'too-many-words', received: at }] };
}
