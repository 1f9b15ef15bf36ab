import { parseScenario, scenarioOf } from '@standing/domain';
import { scenarioInWords } from '@standing/domain/words';
import type { Held } from '../body.ts';
import type { Programs } from '../programs.ts';
import { questionResource } from './question.ts';

/** Where everybody would stand if: hypothetical facts on top of a record, marked as imagined throughout. */
export function scenariosResource(programs: Programs, held: Held) {
  return questionResource(programs, held, {
    parse: parseScenario,
    answer: (question) => scenarioOf(question),
    say: (scenario, _, words, question) => scenarioInWords(scenario, question, words),
  });
}
