import type { Bottleneck, Evaluation, Explanation, Program, Result } from '../src/index.ts';
import type { ExplanationInWords, Words } from './words.ts';

/** An answer, or a part of one, in which every explanation and every bottleneck carries its sentences. */
export type InWords<T> = T extends Explanation
  ? ExplanationInWords
  : T extends Bottleneck
    ? T & { readonly words: string }
    : T extends object
      ? { readonly [K in keyof T]: InWords<T[K]> }
      : T;

/** The most characters that sentences may add to one answer. */
export const MOST_CHARACTERS = 100_000_000;

/**
 * The same answer with `words` at every node of every explanation and at every bottleneck. Refused with the fault `too-many-words` when the
 * sentences would be longer than one answer can hold.
 */
export function inWords(evaluation: Evaluation, program: Program, words: Words): Result<InWords<Evaluation>> {
  const explain = words.explain(program, evaluation.asOf);
  const sayBottleneck = words.bottleneck(program);
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
    const bottlenecks = partner.bottlenecks.map((entry) => {
      const sentence = sayBottleneck(entry);
      said += sentence.length;
      return { ...entry, words: sentence };
    });
    if (said > MOST_CHARACTERS) return tooManyWords(partner.id);
    partners.push({ ...partner, specializations, channelLevels, bottlenecks });
  }
  return { ok: true, value: { ...evaluation, individuals, partners } };
}

export function tooManyWords(at: string): Result<never> {
  return { ok: false, faults: [{ path: '', code: 'too-many-words', received: at }] };
}
