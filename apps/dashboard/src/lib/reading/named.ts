import type { Explanation } from '@standing/domain';
import type { ExplanationInWords } from '@standing/domain/words';

/** The same reasons with the names of people where a sentence begins with their id. */
export function named(node: ExplanationInWords, name: (individual: string) => string): ExplanationInWords {
  const id = whose(node);
  const rest = id !== undefined && node.words.startsWith(id) ? node.words.slice(id.length) : '';
  const isAbout = id !== undefined && /^(: | could )/.test(rest);
  return {
    ...node,
    words: isAbout ? `${name(id)}${rest}` : node.words,
    of: node.of.map((part) => named(part, name)),
  };
}

/** The individual that the facts behind a reason belong to. */
function whose({ by, of }: Explanation): string | undefined {
  const [fact] = by;
  if (fact !== undefined) return fact.individual;
  for (const part of of) {
    const found = whose(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
