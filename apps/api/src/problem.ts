import type { Fault } from '@standing/domain';
import { wordsOf } from '@standing/domain/words';
import type { Context } from 'hono';
import type { RequestIdVariables } from 'hono/request-id';

/** The statuses of answers, by name. No other file knows the numbers. */
export const STATUS = {
  noContent: 204,
  permanentRedirect: 308,
  badRequest: 400,
  notFound: 404,
  methodNotAllowed: 405,
  requestTimeout: 408,
  contentTooLarge: 413,
  unsupportedMediaType: 415,
  unprocessableContent: 422,
  tooManyRequests: 429,
  headersTooLarge: 431,
  internalError: 500,
  serviceUnavailable: 503,
} as const;

const TITLES = {
  badRequest: 'Bad Request',
  notFound: 'Not Found',
  methodNotAllowed: 'Method Not Allowed',
  requestTimeout: 'Request Timeout',
  contentTooLarge: 'Content Too Large',
  unsupportedMediaType: 'Unsupported Media Type',
  unprocessableContent: 'Unprocessable Content',
  tooManyRequests: 'Too Many Requests',
  headersTooLarge: 'Request Header Fields Too Large',
  internalError: 'Internal Server Error',
} as const;

/** One fault of a request: where (`partners[0].id`, `?words`; empty for the whole) and what to do about it. */
export type Issue = { readonly path: string; readonly message: string };

/** Why a request is not answered, as a value. */
export type Refusal = {
  readonly problem: keyof typeof TITLES;
  readonly detail: string;
  readonly issues?: readonly Issue[];
  readonly headers?: Readonly<Record<string, string>>;
};

export type Env = { Variables: RequestIdVariables };

/** How many issues an answer names. */
const MAX_ISSUES = 100;

/**
 * A refusal as RFC 9457 has it. `instance` names this one occurrence, so that it can be found in the log.
 */
export function problemOf(refusal: Refusal, requestId: string) {
  const body = {
    type: 'about:blank',
    title: TITLES[refusal.problem],
    status: STATUS[refusal.problem],
    detail: refusal.detail,
    instance: `urn:uuid:${requestId}`,
    issues: (refusal.issues ?? []).slice(0, MAX_ISSUES),
  };
  const headers = {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...refusal.headers,
  };
  return { status: body.status, title: body.title, headers, text: JSON.stringify(body) };
}

export function refuse(c: Context<Env>, refusal: Refusal): Response {
  const { status, headers, text } = problemOf(refusal, c.get('requestId'));
  return c.body(text, status, headers);
}

/**
 * What the domain found wrong, in English, after what else is known to be wrong. A program that nobody published is not
 * found; all other requests are understood and refused.
 */
export function refusalOf(faults: readonly Fault[], others: readonly Issue[] = []): Refusal {
  const issues = [...others, ...issuesOf(faults)].slice(0, MAX_ISSUES);
  if (faults.some(({ code }) => code === 'unknown-program')) {
    return {
      problem: 'notFound',
      detail: 'The program asked for is not published here; see GET /v1/programs.',
      issues,
    };
  }
  return unprocessable(issues);
}

export function unprocessable(issues: readonly Issue[]): Refusal {
  const what = issues.length === 1 ? 'for the issue named' : `for the ${issues.length} issues named`;
  return { problem: 'unprocessableContent', detail: `The request was understood and is refused ${what}.`, issues };
}

export function issuesOf(faults: readonly Fault[]): readonly Issue[] {
  const words = wordsOf('en');
  return faults.map((fault) => ({ path: fault.path, message: words?.fault(fault) ?? fault.code }));
}

/**
 * Our own failure: the stranger learns nothing but the id, the log gets the place. An error's message may quote what was
 * sent, so it is not kept.
 */
export function failure(error: unknown, requestId: string): Refusal {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  console.error([`request ${requestId} failed: ${name}`, ...frames.slice(0, 20)].join('\n'));
  return { problem: 'internalError', detail: 'Something went wrong here. It was logged under the id in "instance".' };
}
