import { type Evaluation, evaluate, parseRequest } from '../src/index.ts';

/** The answer to a body as it would be sent; a refusal is a failed test. */
export function answerTo(body: unknown): Evaluation {
  const request = parseRequest(body, new Map());
  if (!request.ok) throw new Error(`Refused: ${JSON.stringify(request.faults)}`);
  const answer = evaluate(request.value);
  if (!answer.ok) throw new Error(`Refused: ${JSON.stringify(answer.faults)}`);
  return answer.value;
}

/** The answer's bytes. */
export const bytesOf = (body: unknown): string => JSON.stringify(answerTo(body));
