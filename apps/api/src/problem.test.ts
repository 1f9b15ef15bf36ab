import { describe, expect, test, vi } from 'vitest';
import { failure, issuesOf, problemOf, type Refusal, refusalOf, STATUS, unprocessable } from './problem.ts';

const ID = '00000000-0000-4000-8000-000000000000';

test.each<[Refusal['problem'], number, string]>([
  ['badRequest', 400, 'Bad Request'],
  ['notFound', 404, 'Not Found'],
  ['methodNotAllowed', 405, 'Method Not Allowed'],
  ['requestTimeout', 408, 'Request Timeout'],
  ['contentTooLarge', 413, 'Content Too Large'],
  ['unsupportedMediaType', 415, 'Unsupported Media Type'],
  ['unprocessableContent', 422, 'Unprocessable Content'],
  ['tooManyRequests', 429, 'Too Many Requests'],
  ['headersTooLarge', 431, 'Request Header Fields Too Large'],
  ['internalError', 500, 'Internal Server Error'],
])('%s is %i %s, as RFC 9110 and 6585 have it', (problem, status, title) => {
  expect(STATUS[problem]).toBe(status);
  const made = problemOf({ problem, detail: 'Why.', headers: { Allow: 'GET' } }, ID);
  expect(made).toMatchObject({ status, title, headers: { 'Content-Type': 'application/problem+json', Allow: 'GET' } });
  expect(JSON.parse(made.text)).toEqual({
    ...{ type: 'about:blank', title, status, detail: 'Why.', instance: `urn:uuid:${ID}`, issues: [] },
  });
});

test('at most a hundred issues are named', () => {
  const issues = Array.from({ length: 101 }, (_, index) => ({ path: `a[${index}]`, message: 'No.' }));
  expect(JSON.parse(problemOf(unprocessable(issues), ID).text).issues).toEqual(issues.slice(0, 100));
});

describe('what the domain refuses', () => {
  test.each<[string, Refusal['problem']]>([
    ['missing', 'unprocessableContent'],
    ['out-of-steps', 'unprocessableContent'],
    ['too-many-words', 'unprocessableContent'],
    ['before-the-first-edition', 'unprocessableContent'],
    ['unknown-program', 'notFound'],
  ])('%s is %s', (code, problem) => {
    expect(
      refusalOf([
        { path: 'a', code: 'type' },
        { path: 'b', code },
      ]),
    ).toMatchObject({
      problem,
      issues: [{ path: 'a' }, { path: 'b' }],
    });
  });

  test('is said in English, with the path it has', () => {
    const issues = issuesOf([{ path: 'asOf', code: 'missing' }]);
    expect(issues).toEqual([{ path: 'asOf', message: 'This is required and is not there.' }]);
  });
});

describe('a failure of ours', () => {
  test.each<[string, unknown]>([
    ['an error', new TypeError('what CSCO10000001 sent\n    at home')],
    ['something thrown', 'what CSCO10000001 sent'],
    ['nothing', undefined],
  ])('%s: the stranger learns the id, the log the place, and neither what was sent', (_, thrown) => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const refusal = failure(thrown, ID);
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(refusal.problem).toBe('internalError');
    expect(logged).toContain(ID);
    expect(`${logged}${JSON.stringify(refusal)}`).not.toContain('CSCO10000001');
  });
});
