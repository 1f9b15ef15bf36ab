import { createReadStream } from 'node:fs';
import type { PackedRecord } from '@standing/data/source/src/packed.ts';
import { unpackAll } from '@standing/data/source/src/packed.ts';
import type { Contender } from '../race/contender.ts';
import { Night, type WholeProgram } from './question.ts';

/** How a contender comes by the partners, one after another. */
export type Partners = (instance: WholeProgram) => AsyncIterable<Omit<PackedRecord, 'sequence'>>;

/** Evaluates every partner. */
export function evaluating(partners: Partners): Contender<WholeProgram> {
  return contender(async (instance) => {
    const night = new Night(instance.asOf);
    for await (const record of partners(instance)) night.evaluate(record);
    return night.answer;
  });
}

/** Reads every partner and evaluates none: what of the time is reading. */
export function reading(partners: Partners): Contender<WholeProgram> {
  return contender(async (instance) => {
    let [count, results] = [0, 0];
    for await (const { facts } of partners(instance)) {
      count += facts.partners.length;
      for (const { exams } of facts.individuals) results += exams.length;
    }
    return `${count} partners, ${results} results`;
  });
}

function contender(work: (instance: WholeProgram) => Promise<string>): Contender<WholeProgram> {
  let instance: WholeProgram | undefined;
  return {
    take: (given) => {
      instance = given;
    },
    run: async () => {
      if (instance === undefined) throw new Error('No instance');
      const answer = await work(instance);
      return { answer: () => answer };
    },
  };
}

/** Partners from a file of packed records. */
export async function* fromPacked({ packed }: WholeProgram): AsyncGenerator<PackedRecord> {
  for await (const record of unpackAll(createReadStream(packed, { highWaterMark: 2 ** 20 }))) {
    if (!record.ok) throw new Error(`The packed form is refused: ${JSON.stringify(record.faults)}`);
    yield record.value;
  }
}
