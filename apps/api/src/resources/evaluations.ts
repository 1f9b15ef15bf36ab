import { evaluate, parseRequest } from '@standing/domain';
import { inWords, languages, type Words, wordsOf } from '@standing/domain/words';
import { Hono } from 'hono';
import { type Held, type Read, readJson, sendJson } from '../body.ts';
import { type Env, type Issue, type Refusal, refusalOf, refuse, unprocessable } from '../problem.ts';
import type { Programs } from '../programs.ts';

/**
 * Where everybody asked about stands (contract, section 3). What is sent is answered and forgotten. `?words=en` adds a
 * sentence to every node of every explanation.
 */
export function evaluationsResource(programs: Programs, held: Held) {
  const parsed = new Map([...programs].map(([id, { program }]) => [id, program]));

  function answer(body: unknown, query: Query): Read<unknown> {
    const request = parseRequest(body, parsed);
    if (!request.ok) return refused(refusalOf(request.faults, query.issues));
    if (query.issues.length > 0) return refused(unprocessable(query.issues));
    const evaluation = evaluate(request.value);
    if (!evaluation.ok) return refused(refusalOf(evaluation.faults));
    if (query.words === undefined) return evaluation;
    // A later edition may name things anew; on that day nobody had heard of it.
    const { program, asOf } = request.value;
    const known = { ...program, editions: program.editions.filter(({ effectiveFrom }) => effectiveFrom <= asOf) };
    const said = inWords(evaluation.value, known, query.words);
    return said.ok ? said : refused(refusalOf(said.faults));
  }

  return new Hono<Env>().post('/', async (c) => {
    const body = await readJson(c.req.raw, held);
    const outcome = body.ok ? answer(body.value, readQuery(c.req.queries())) : body;
    return outcome.ok ? sendJson(c, outcome.value, held) : refuse(c, outcome.refusal);
  });
}

type Query = { readonly words: Words | undefined; readonly issues: readonly Issue[] };

/** A misspelt parameter is refused: answered without what was asked for, the question would seem understood. */
function readQuery(parameters: Record<string, string[]>): Query {
  const issues: Issue[] = Object.keys(parameters)
    .filter((name) => name !== 'words')
    .map((name) => ({
      path: `?${name.slice(0, 60)}`,
      message: 'There is no such parameter; the only one is "words".',
    }));
  const asked = parameters['words'] ?? [];
  const words = asked.length === 1 ? wordsOf(asked[0] ?? '') : undefined;
  if (asked.length > 0 && words === undefined) {
    issues.push({ path: '?words', message: `Name one language, once; known are: ${languages.join(', ')}.` });
  }
  return { words, issues };
}

function refused(refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal };
}
