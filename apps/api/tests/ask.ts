import { type EvaluationRequest, evaluate, parseRequest } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { inWords, wordsOf } from '@standing/domain/words';
import { expect } from 'vitest';
import { createApp } from '../src/app.ts';
import { readPrograms } from '../src/programs.ts';

/** The seed of every property: a failure is the same on every machine and day. */
const SEED = 20_031_104;

/** How often a property is tried: some runs in `npm test`, many in `npm run test:long`. */
export function runs(short: number, long: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: process.env['STANDING_LONG'] === '1' ? long : short };
}

export const programs = readPrograms(published);

export const makeApp = (today: string | null = '2004-09-15') => createApp({ programs, today });

/** A question of the published program with somebody who holds an award and one who recertifies, at a partner. */
export const question = {
  program: 'cisco-channel',
  asOf: '2004-09-15',
  individuals: [
    {
      id: 'CSCO10000001',
      exams: [
        { exam: '642-501', takenOn: '2003-11-20', result: 'pass' },
        { exam: '642-521', takenOn: '2004-02-10', result: 'pass' },
      ],
      awards: [{ certification: 'ccna', validFrom: '2003-01-10', validUntil: '2006-01-10' }],
    },
  ],
  partners: [{ id: 'p1', affiliations: [{ individual: 'CSCO10000001', from: '2003-01-01' }] }],
};

/** The same question with everything that a scenario may imagine. */
export const scenario = {
  ...question,
  scenario: {
    changes: [
      { kind: 'passes', individual: 'CSCO10000001', exam: '642-511', on: '2004-09-10' },
      { kind: 'accepts', individual: 'CSCO10000001', agreement: 'career-certifications' },
      { kind: 'joins', individual: 'CSCO10000002', partner: 'p1', on: '2004-09-01', record: { exams: [] } },
      { kind: 'leaves', individual: 'CSCO10000002', partner: 'p1' },
      { kind: 'waives', partner: 'p1', specialization: 'vpn-security', jobRole: 'field-engineer', places: 1 },
      { kind: 'allocates', partner: 'p1', allocations: [] },
    ],
    ...{ asOf: '2004-10-01', program: 'cisco-channel', allocate: 'best' },
  },
};

/** The same facts under two programs on two days. */
export const impact = {
  ...question,
  impact: { after: 'cisco-channel', days: ['2004-09-15', '2004-03-01'], examples: 2 },
};

/** The same facts and everything that a plan may ask for. */
export const planned = {
  ...question,
  plan: {
    ...{ partner: 'p1', by: '2005-03-14', alternatives: 1 },
    target: { specializations: ['smb'], channelLevel: 'premier', renewals: true },
  },
};

export const JSON_TYPE = { 'Content-Type': 'application/json' };

type Asked = { readonly to?: string; readonly query?: string; readonly headers?: Record<string, string> };

/** Asks for an evaluation, or what else `to` names, with exactly this body. */
export async function post(
  body: NonNullable<RequestInit['body']>,
  { to = '/v1/evaluations', query = '', headers = JSON_TYPE }: Asked = {},
) {
  return await makeApp().request(`${to}${query}`, { method: 'POST', headers, body, duplex: 'half' });
}

/** The bytes of the domain's own answer. */
export function ownAnswer(asked: unknown, language?: string): string {
  const parsed = parseRequest(asked, new Map([...programs].map(([id, { program }]) => [id, program])));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return JSON.stringify(answerTo(parsed.value, language));
}

function answerTo(request: EvaluationRequest, language: string | undefined): unknown {
  const evaluation = evaluate(request);
  if (!evaluation.ok) throw new Error(JSON.stringify(evaluation.faults));
  const words = language === undefined ? undefined : wordsOf(language);
  if (words === undefined) return evaluation.value;
  const spoken = inWords(evaluation.value, request.program, words);
  if (!spoken.ok) throw new Error(JSON.stringify(spoken.faults));
  return spoken.value;
}

export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly issues: readonly { readonly path: string; readonly message: string }[];
};

/** The refusal that a response is, after everything that holds of all refusals was looked at. */
export async function problemIn(response: Response, status: number): Promise<Problem> {
  const text = await response.text();
  expect({ status: response.status, type: response.headers.get('Content-Type'), text }).toMatchObject({
    status,
    type: 'application/problem+json',
  });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const problem = JSON.parse(text) as Problem;
  expect(Object.keys(problem)).toEqual(['type', 'title', 'status', 'detail', 'instance', 'issues']);
  expect(problem.status).toBe(status);
  expect(problem.instance).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expect(problem.detail).not.toBe('');
  for (const issue of problem.issues) expect(issue.message).not.toBe('');
  return problem;
}
