import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { impact, JSON_TYPE, makeApp, ownAnswer, planned, post, problemIn, question, runs, scenario } from './ask.ts';

vi.setConfig({ testTimeout: 120_000 });

const app = makeApp();
const asked = JSON.stringify(question);

type Resource = { readonly path: string; readonly allow: string; readonly init: RequestInit };

/** Every resource, and what it answers. Whoever adds one adds it here. */
const RESOURCES: readonly Resource[] = [
  { path: '/healthz', allow: 'GET, HEAD, OPTIONS', init: {} },
  { path: '/settings.json', allow: 'GET, HEAD, OPTIONS', init: {} },
  { path: '/v1/programs', allow: 'GET, HEAD, OPTIONS', init: {} },
  { path: '/v1/programs/cisco-channel/editions/2003-11-04', allow: 'GET, HEAD, OPTIONS', init: {} },
  { path: '/v1/evaluations', ...asking(question) },
  { path: '/v1/forecasts', ...asking(question) },
  { path: '/v1/scenarios', ...asking(scenario) },
  { path: '/v1/impacts', ...asking(impact) },
  { path: '/v1/plans', ...asking(planned) },
];

/** What every resource that answers a question has in common. */
function asking(body: object): Omit<Resource, 'path'> {
  return { allow: 'POST, OPTIONS', init: { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(body) } };
}

test('the list of resources is the list of routes', () => {
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ path }) => path.replace(/:\w+/g, '*'));
  const listed = RESOURCES.map(({ path }) => path.replace(/\/cisco-channel\/editions\/.*/, '/*/editions/*'));
  expect(listed).toEqual(routes);
});

describe.each(RESOURCES)('$path', ({ path, allow, init }) => {
  const ask = async (more: RequestInit = {}, at = path) => await app.request(at, { ...init, ...more });
  const headers = (more: Record<string, string>) => ({ headers: { ...(init.headers as object), ...more } });

  test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'BREW'].filter((method) => !allow.includes(method)))(
    'refuses the method %s and names those that there are',
    async (method) => {
      const response = await app.request(path, { method });
      expect(response.headers.get('Allow')).toBe(allow);
      await problemIn(response, 405);
    },
  );

  test('tells its methods, and lets no other site ask', async () => {
    const response = await app.request(path, {
      method: 'OPTIONS',
      headers: { Origin: 'https://stranger.example', 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Allow')).toBe(allow);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  test('answers, and lets no other site read, frame or guess', async () => {
    const response = await ask(headers({ Origin: 'https://stranger.example' }));
    expect(response.status).toBe(200);
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
    });
  });

  test('takes no id, method or address from a header', async () => {
    const claims = {
      'X-Request-Id': 'chosen',
      'X-HTTP-Method-Override': 'DELETE',
      'X-Original-URL': '/v1/programs/nobody-knows',
      'X-Forwarded-Host': 'stranger.example',
    };
    const response = await ask(headers(claims));
    expect(response.status).toBe(200);
    expect(await response.clone().text()).toBe(await (await ask()).text());
    expect(JSON.stringify([...response.headers])).not.toMatch(/chosen|stranger/);
  });

  test.each(['/', '//', '%2f', '/..%2f', '/%00', '/%ff', '.json', ';v=1', '/__proto__', `/${'x'.repeat(10_000)}`])(
    'is not found with %s behind it',
    async (behind) => {
      await problemIn(await ask({}, `${path}${behind}`), 404);
    },
  );

  test('is not found in capitals', async () => {
    await problemIn(await ask({}, path.toUpperCase()), 404);
  });
});

const nested = (open: string, close: string, core = '1') => `${open.repeat(100_000)}${core}${close.repeat(100_000)}`;
const withEdition = (edition: string) => `{"program":[${edition}],"asOf":"2004-09-15","individuals":[],"partners":[]}`;

describe('bodies made to break a reader', () => {
  test.each<[string, string, number]>([
    ['100,000 lists in each other', nested('[', ']'), 422],
    ['100,000 objects in each other', nested('{"program":', '}'), 422],
    ['100,000 lists without an end', '['.repeat(100_000), 400],
    ['a program of nested lists', withEdition(nested('[', ']')), 422],
    ['a program of nested objects', withEdition(nested('{"a":', '}')), 422],
    ['requirements in each other', withEdition(`{"certifications":[{"requires":${nested('{"allOf":[', ']}')}}]}`), 422],
    ['a deep key where a text belongs', asked.replace('"CSCO10000001"', nested('{"id":', '}')), 422],
    ['a deep unknown key', asked.replace('{', `{"more":${nested('[', ']')},`), 422],
    ['__proto__', asked.replace('{', '{"__proto__":{"program":"cisco-channel"},'), 422],
    ['__proto__ of a fact', asked.replace('{"id"', '{"__proto__":null,"id"'), 422],
    ['constructor', asked.replace('{', '{"constructor":{"prototype":{"asOf":1}},'), 422],
    ['everything from __proto__', `{"__proto__":${asked}}`, 422],
    ['a program named as a part of objects', asked.replace('cisco-channel', '__proto__'), 404],
    ['a huge number', asked.replace('"2004-09-15"', '1e999'), 422],
    ['a number of 100,000 digits', asked.replace('"2004-09-15"', '9'.repeat(100_000)), 422],
    ['a small negative number', asked.replace('"2004-09-15"', '-1e-999'), 422],
    ['a million keys', `{${Array.from({ length: 300_000 }, (_, index) => `"${index}":0`).join()}}`, 422],
    ['a million entries', `{"individuals":[${'0,'.repeat(1_000_000)}0]}`, 422],
    ['a name of a million letters', asked.replace('CSCO10000001', 'x'.repeat(1_000_000)), 422],
    ['a key of a million letters', asked.replace('{', `{"${'x'.repeat(1_000_000)}":0,`), 422],
  ])('%s', async (_, body, status) => {
    const response = await post(body);
    expect((await response.clone().text()).length).toBeLessThan(100_000);
    await problemIn(response, status);
  });

  test('half a pair of surrogates is an id as any other', async () => {
    const body = asked.replaceAll('CSCO10000001', String.raw`\ud800`);
    const response = await post(body);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(ownAnswer(JSON.parse(body)));
  });

  test('of two equal keys in a fact the last one counts', async () => {
    const body = asked.replace('"result":"pass"', '"result":"fail","result":"pass"');
    expect(body).not.toBe(asked);
    expect(await (await post(body)).text()).toBe(ownAnswer(question));
  });
});

/** The keys of each answer, words and marks aside. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  '/v1/evaluations': ['program', 'edition', 'asOf', 'individuals', 'partners'],
  '/v1/forecasts': ['program', 'edition', 'asOf', 'until', 'partners'],
  '/v1/scenarios': ['program', 'edition', 'asOf', 'individuals', 'partners', 'without', 'differences', 'totals'],
  '/v1/impacts': [
    ...['program', 'days', 'partners', 'specializations', 'channelLevels', 'individuals', 'certifications'],
    'examples',
  ],
  '/v1/plans': [
    ...['program', 'edition', 'asOf', 'by', 'partner', 'target', 'possible', 'plan', 'proven', 'bound', 'obstacles'],
    ...['alternatives', 'editionBefore'],
  ],
};
const PROBLEM = ['type', 'title', 'status', 'detail', 'instance', 'issues'];

/** Whatever was sent, the answer is an answer or a problem document, and never a failure of ours. */
async function expectSense(response: Response, to = '/v1/evaluations'): Promise<void> {
  expect([200, 400, 404, 415, 422]).toContain(response.status);
  const type = response.headers.get('Content-Type');
  const keys = Object.keys((await response.json()) as object).filter((key) => key !== 'words' && key !== 'imagined');
  expect([type, keys]).toEqual(
    response.status === 200 ? ['application/json', ANSWERS[to]] : ['application/problem+json', PROBLEM],
  );
}

/** The places of a JSON value, as lists of keys, from the whole down. */
function placesIn(value: unknown, here: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [here];
  return [here, ...Object.entries(value).flatMap(([key, entry]) => placesIn(entry, [...here, key]))];
}

/** The same value with another one at a place. */
function replaced(value: unknown, [key, ...below]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((entry, index) => (`${index}` === key ? replaced(entry, below, by) : entry));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, entry]) => [name, name === key ? replaced(entry, below, by) : entry]),
  );
}

const strange = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', '__proto__', '2004-02-30', '2199-12-31', '1900-01-01', 'cisco-channel', 'ccna', '642-521', 'p1'),
  fc.constantFrom(null, true, -1, 0, 1e308, [], {}, [[]], [{}]),
);

describe('whatever is sent', () => {
  test('garbage is refused', async () => {
    const garbage = fc.oneof(
      fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array(bytes)),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
    );
    const types = fc.constantFrom('application/json', 'application/json', 'text/plain', '');
    await fc.assert(
      fc.asyncProperty(garbage, types, fc.constantFrom('', '?words=en'), async (body, type, query) => {
        await expectSense(await post(body, { query, headers: { 'Content-Type': type } }));
      }),
      runs(300, 20_000),
    );
  });

  const inline = { ...question, program: [programDocument()] };
  test.each<[string, string, unknown]>([
    ['facts', '/v1/evaluations', question],
    ['an edition', '/v1/evaluations', inline],
    ['what lies ahead', '/v1/forecasts', { ...inline, until: '2006-01-01' }],
    ['what is imagined', '/v1/scenarios', scenario],
    ['two programs', '/v1/impacts', impact],
    ['a target', '/v1/plans', planned],
    [
      'a target under an edition',
      '/v1/plans',
      { ...planned, ...inline, plan: { ...planned.plan, target: { specializations: ['s'] } } },
    ],
  ])('%s with strange values in strange places get an answer or a refusal', async (_, to, valid) => {
    const places = placesIn(valid);
    const changes = fc.array(fc.tuple(fc.constantFrom(...places), strange), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, fc.constantFrom('', '?words=en'), async (made, query) => {
        let body: unknown = valid;
        for (const [place, by] of made) {
          // An earlier change may have taken the place away.
          if (placesIn(body).some((each) => each.join('\0') === place.join('\0'))) body = replaced(body, place, by);
        }
        await expectSense(await post(JSON.stringify(body), { to, query }), to);
      }),
      runs(200, 10_000),
    );
  });

  test('texts of a question with a few characters changed get an answer or a refusal', async () => {
    const cuts = fc.array(fc.tuple(fc.nat(asked.length), fc.nat(4), fc.string({ unit: 'binary', maxLength: 3 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(cuts, async (made) => {
        let body = asked;
        for (const [from, length, by] of made) body = body.slice(0, from) + by + body.slice(from + length);
        await expectSense(await post(body));
      }),
      runs(300, 20_000),
    );
  });
});

/** A small edition with everything that an award and a partner need. */
function programDocument() {
  const requires = { exam: '642-521' };
  return {
    ...{ program: 'p', edition: 'e', name: 'P', effectiveFrom: '2003-11-04', timeZone: 'UTC', documents: [] },
    exams: [{ id: '642-521', title: 'X', technical: true }],
    agreements: [{ id: 'signed', title: 'A' }],
    certifications: [
      { id: 'first', name: 'F', kind: 'specialist', requires, validity: 'P2Y', agreements: ['signed'] },
      { id: 'next', name: 'N', kind: 'career', requires: { anyOf: [{ certification: 'first' }, requires] } },
    ],
    extensions: [{ id: 'x', exams: ['642-521'], certifications: ['first'], by: 'P1Y', countedFrom: 'exam' }],
    specializations: [
      {
        ...{ id: 's', name: 'S', technology: 't', points: 1, term: 'P1Y', renewalWindow: 'P90D' },
        jobRoles: [{ id: 'r', name: 'R', kind: 'k', headcount: 2, requires: { certification: 'first' } }],
        presence: [{ id: 'q', name: 'Q', headcount: 1, requires: { certification: 'next' } }],
      },
    ],
    allocation: { maxJobRoles: 2, maxSpecializations: 2 },
    channelLevels: [
      {
        ...{ id: 'l', name: 'L', rank: 1, term: 'P1Y', renewalWindow: 'P90D' },
        personnel: [{ id: 'e', headcount: 1, requires: { certification: 'first' } }],
        specializations: { atLeast: 1, points: 1, of: ['s'] },
      },
    ],
    reminders: { award: ['P6M'], renewal: ['P90D'] },
    certificate: { arrives: ['P6W', 'P8W'] },
    interpretations: [],
  };
}
