import { parsePlanRequest, plan } from '@standing/domain';
import { planInWords } from '@standing/domain/words';
import type { Held } from '../body.ts';
import type { Programs } from '../programs.ts';
import { questionResource } from './question.ts';

/** The fewest exams with which a target of a partner is true by a day; `?words=en` adds a sentence to every step. */
export function plansResource(programs: Programs, held: Held) {
  return questionResource(programs, held, {
    parse: parsePlanRequest,
    answer: (question) => plan(question),
    // A plan looks ahead: the editions until its last day are those that it speaks of.
    say: (answer, _, words, question) => planInWords(answer, question.program, words),
  });
}
