import { impactOf, parseImpact } from '@standing/domain';
import { impactInWords } from '@standing/domain/words';
import type { Held } from '../body.ts';
import type { Programs } from '../programs.ts';
import { questionResource } from './question.ts';

/** Edition against edition over many partners: who loses, gains, stays. */
export function impactsResource(programs: Programs, held: Held) {
  return questionResource(programs, held, {
    parse: parseImpact,
    answer: (question) => impactOf(question),
    say: (impact, _, words, question) => impactInWords(impact, question, words),
  });
}
