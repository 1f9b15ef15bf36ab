import { type Evaluation, evaluate, type PartnerStanding, parseRequest } from '../../src/index.ts';
import type { Plain } from './oracle.ts';

/** The engine's answer to a question that is in order. */
export function byTheEngine(question: unknown): Evaluation {
  const request = parseRequest(question, new Map());
  if (!request.ok) throw new Error(JSON.stringify(request.faults));
  const answer = evaluate(request.value);
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  return answer.value;
}

/** A partner's answer without its explanations and what is unrecognized, which have their own tests. */
export function comparable(standing: PartnerStanding | Plain): object {
  return {
    ...standing,
    unrecognized: undefined,
    specializations: standing.specializations.map(({ ...entry }) => ({ ...entry, explanation: undefined })),
    channelLevels: standing.channelLevels.map(({ ...entry }) => ({ ...entry, explanation: undefined })),
  };
}
