import { forecast, parseForecast } from '@standing/domain';
import { forecastInWords } from '@standing/domain/words';
import type { Held } from '../body.ts';
import type { Programs } from '../programs.ts';
import { questionResource } from './question.ts';

/** When what partners hold breaks, why, and what keeps it; `?words=en` adds a sentence to every break, repair, happening and loss. */
export function forecastsResource(programs: Programs, held: Held) {
  return questionResource(programs, held, {
    parse: parseForecast,
    answer: (question) => forecast(question),
    // Editions that take effect on the way are counted with, so their names are known.
    say: (answer, _, words, { program, until }) =>
      forecastInWords(
        answer,
        { ...program, editions: program.editions.filter(({ effectiveFrom }) => effectiveFrom < until) },
        words,
      ),
  });
}
