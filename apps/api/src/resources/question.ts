import type { EvaluationRequest, Program, Result } from '@standing/domain';
import { languages, type Words, wordsOf } from '@standing/domain/words';
import { Hono } from 'hono';
import { type Held, type Read, readJson, sendJson } from '../body.ts';
import { type Env, type Issue, type Refusal, refusalOf, refuse, unprocessable } from '../problem.ts';
import type { Programs } from '../programs.ts';

/** What a resource is that answers a question and forgets it: the question's reader, the domain's answer, its words. */
export type Answering<Q extends Pick<EvaluationRequest, 'program' | 'asOf'>, A> = {
  readonly parse: (body: unknown, published: ReadonlyMap<string, Program>) => Result<Q>;
  readonly answer: (question: Q) => Result<A>;
  /** The answer with sentences, for `?words=en`; `program` has the editions that were known on the question's day. */
  readonly say: (answer: A, program: Program, words: Words, question: Q) => Result<unknown>;
};

/** `POST /`: reads the question, asks the domain once, answers. `?words=en` adds sentences to the answer. */
export function questionResource<Q extends Pick<EvaluationRequest, 'program' | 'asOf'>, A>(
  programs: Programs,
  held: Held,
  { parse, answer, say }: Answering<Q, A>,
) {
  const published = new Map([...programs].map(([id, { program }]) => [id, program]));

  function answerOf(body: unknown, query: Query): Read<unknown> {
    const question = parse(body, published);
    if (!question.ok) return refused(refusalOf(question.faults, query.issues));
    if (query.issues.length > 0) return refused(unprocessable(query.issues));
    const answered = answer(question.value);
    if (!answered.ok) return refused(refusalOf(answered.faults));
    if (query.words === undefined) return answered;
    // A later edition may name things anew; on that day nobody had heard of it.
    const { program, asOf } = question.value;
    const known = { ...program, editions: program.editions.filter(({ effectiveFrom }) => effectiveFrom <= asOf) };
    const said = say(answered.value, known, query.words, question.value);
    return said.ok ? said : refused(refusalOf(said.faults));
  }

  return new Hono<Env>().post('/', async (c) => {
    const body = await readJson(c.req.raw, held);
    const outcome = body.ok ? answerOf(body.value, readQuery(c.req.queries())) : body;
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
