import type { Json } from '../operations/json.ts';
import type { Database } from '../port/database.ts';
import { unseal, type WebCrypto } from '../sealing/seal.ts';
import { isSealed } from '../statements/reason.ts';

/** Opens what was sealed for an individual; what is not sealed stays, and what nobody can open any more is null. */
export type Opener = {
  text(individual: string, text: string): Promise<string | null>;
  /** Each text in it. */
  json(individual: string, json: Json): Promise<Json>;
};

export function openerOf(keys: Database, webCrypto: WebCrypto): Opener {
  const text = async (individual: string, given: string) =>
    isSealed(given) ? ((await unseal(keys, webCrypto, individual, given)) ?? null) : given;
  const json = async (individual: string, given: Json): Promise<Json> => {
    if (typeof given === 'string') return text(individual, given);
    if (given === null || typeof given !== 'object') return given;
    if (isList(given)) return Promise.all(given.map((each) => json(individual, each)));
    const entries = Object.entries(given).map(async ([key, each]) => [key, await json(individual, each)] as const);
    return Object.fromEntries(await Promise.all(entries));
  };
  return { text, json };
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}
