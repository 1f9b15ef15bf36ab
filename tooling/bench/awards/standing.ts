import { individualOf } from '@standing/domain/source/src/award/individual.ts';
import { readDay } from '@standing/domain/source/src/calendar/day.ts';
import { type KnownProgram, knownOn } from '@standing/domain/source/src/edition/known.ts';
import { DEFAULT_STEPS } from '@standing/domain/source/src/explanation/budget.ts';
import { parseProgram } from '@standing/domain/source/src/index.ts';
import type { Open } from '../race/contender.ts';
import type { Records } from './records.ts';

/** The replay of every record, from plain objects with texts for days to periods of awards. */
export const open: Open<Records> = () => {
  let instance: { readonly records: Records; readonly program: KnownProgram } | undefined;
  return Promise.resolve({
    take: (records) => {
      const parsed = parseProgram([records.edition]);
      const program = parsed.ok ? knownOn(parsed.value, readDay(records.asOf)) : undefined;
      if (program === undefined) throw new Error('The edition is not in force');
      instance = { records, program };
    },
    run: () => {
      if (instance === undefined) throw new Error('No instance');
      const { records, program } = instance;
      const everybody = records.individuals.map((facts) => individualOf(facts, program, { left: DEFAULT_STEPS }));
      const active = () =>
        everybody
          .map(({ id, awards }) => [
            id,
            ...[...awards].filter(([, periods]) => program.asOf < (periods.at(-1)?.until ?? 0)).map(([own]) => own),
          ])
          .map(([id, ...own]) => `${id} ${own.sort().join(' ')}`)
          .join('\n');
      return { answer: active };
    },
  });
};
