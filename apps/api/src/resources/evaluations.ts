import { evaluate, parseRequest } from '@standing/domain';
import { inWords } from '@standing/domain/words';
import type { Held } from '../body.ts';
import type { Programs } from '../programs.ts';
import { questionResource } from './question.ts';

/** Where everybody asked about stands (contract, section 3); `?words=en` adds a sentence to every node of every explanation. */
export function evaluationsResource(programs: Programs, held: Held) {
  return questionResource(programs, held, {
    parse: parseRequest,
    answer: (question) => evaluate(question),
    say: inWords,
  });
}
