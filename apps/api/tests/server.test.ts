import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createServer, stopServer } from '../src/server.ts';
import { JSON_TYPE, makeApp, ownAnswer, problemIn, question } from './ask.ts';
import { holds, readCases } from './cases.ts';
import { raw, readyAt, start } from './process.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SECRET = 'nobody may read this';

let folder = '';
let running: ReturnType<typeof start>;
let url = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'standing-server-'));
  mkdirSync(join(folder, 'pages'));
  writeFileSync(join(folder, 'pages', 'index.html'), '<h1>Start</h1>');
  writeFileSync(join(folder, 'secret.txt'), SECRET);
  running = start({ PORT: '0', STANDING_DASHBOARD: join(folder, 'pages') });
  url = await readyAt(running);
});

afterAll(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  rmSync(folder, { recursive: true, force: true });
});

const evaluate = (body: string) => fetch(`${url}/v1/evaluations`, { method: 'POST', headers: JSON_TYPE, body });

describe('a server that runs', () => {
  test('said where, the address last, and answers there', async () => {
    expect(url).toMatch(/^http:\/\/localhost:\d+$/);
    const ledger = { engine: 'memory', schema: expect.any(Number), ready: true };
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok', ledger });
  });

  test('serves the pages and the demo day', async () => {
    expect(await (await fetch(url)).text()).toBe('<h1>Start</h1>');
    expect(await (await fetch(`${url}/settings.json`)).json()).toEqual({ today: '2004-09-15' });
  });

  test.each(readCases().map((each) => [each.cites.join(' '), each.title, each.name, each] as const))(
    '%s: %s (%s), through HTTP',
    async (_cites, _title, _name, { request, expect: expected }) => {
      const response = await evaluate(JSON.stringify(request));
      const text = await response.text();
      expect(response.status).toBe(200);
      expect(text).toBe(ownAnswer(request));
      expect(holds(expected, JSON.parse(text))).toBe(true);
    },
  );

  test('an answer that a case does not expect is noticed', () => {
    const [first] = readCases();
    const answer: unknown = JSON.parse(ownAnswer(first?.request));
    expect(holds(first?.expect, answer)).toBe(true);
    expect(holds({ individuals: [{ id: 'nobody' }] }, answer)).toBe(false);
    expect(holds({ asOf: '1999-01-01' }, answer)).toBe(false);
    expect(holds({ partners: [1] }, answer)).toBe(false);
  });

  test('refuses 9 MB while they arrive', async () => {
    const chunk = Buffer.alloc(64 * 1024, 0x20);
    const asked = httpRequest(`${url}/v1/evaluations`, { method: 'POST', headers: JSON_TYPE });
    // The server may close the connection before everything is sent.
    asked.on('error', () => undefined);
    const answered = once(asked, 'response') as Promise<[IncomingMessage]>;
    let isAnswered = false;
    void answered.then(() => {
      isAnswered = true;
    });
    // The request is never ended: an answer shows that nobody waits for the rest.
    for (let sent = 0; sent < 9_000_000 && !isAnswered; sent += chunk.length) {
      await new Promise((resolve) => asked.write(chunk, resolve));
    }
    const [response] = await answered;
    expect(response.statusCode).toBe(413);
    expect(response.headers['content-type']).toBe('application/problem+json');
    asked.destroy();
  });

  test('forty big bodies at once leave it answering', async () => {
    const big = JSON.stringify(question).padEnd(7_000_000);
    const responses = await Promise.all(Array.from({ length: 40 }, () => evaluate(big)));
    const statuses = await Promise.all(responses.map(async (each) => [await each.text(), each.status][1]));
    for (const status of statuses) expect([200, 429]).toContain(status);
    expect((await evaluate(JSON.stringify(question))).status).toBe(200);
  });
});

describe('bytes that are no request of a browser', () => {
  test.each([
    ['garbage', 'GARBAGE\r\n\r\n', 400],
    ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['no version', 'GET /\r\n\r\n', 400],
    ['no host', 'GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
    ['a host that is none', 'GET /healthz HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab', 400],
    [
      'a length and chunks',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
    ['a header on two lines', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\x00: d\r\n\r\n', 400],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'b'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s', async (_, bytes, status) => {
    const answer = await raw(url, bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer.toLowerCase()).toContain('content-type: application/problem+json');
    expect(answer).toContain(`"status":${status}`);
  });

  test.each([
    '/../secret.txt',
    '/../../../../../../etc/passwd',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    String.raw`/..\secret.txt`,
    '//../secret.txt',
    'http://localhost/../secret.txt',
    '/pages/../../secret.txt',
    '/%00',
    '/\xff',
  ])('the address %s reaches nothing', async (address) => {
    const answer = await raw(url, `GET ${address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1.1 (400|404) /);
    expect(answer).not.toContain(SECRET);
    expect(answer).not.toContain('root:');
  });
});

describe('stops', () => {
  test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    'on %s, with the code 0, a connection being open',
    async (signal) => {
      const server = start({ PORT: '0', STANDING_DASHBOARD: folder });
      try {
        const address = await readyAt(server);
        expect((await fetch(`${address}/healthz`)).status).toBe(200);
        server.child.kill(signal);
        const { code, stderr } = await server.ended;
        expect(code).toBe(0);
        expect(stderr).toBe(`The dashboard is not built: there is no index.html in ${folder}. The API is served.\n`);
      } finally {
        server.child.kill('SIGKILL');
      }
    },
  );
});

describe('does not start, and says why', () => {
  test.each<[string, () => Record<string, string>, RegExp]>([
    ['a taken port', () => ({ PORT: new URL(url).port }), /Port \d+ is in use.*PORT/],
    ['a port that is none', () => ({ PORT: '99999' }), /^PORT must be a port.*"99999"/m],
    ['a host that is none', () => ({ PORT: '0', HOST: 'two words' }), /^HOST must be/m],
    ["another machine's address", () => ({ PORT: '0', HOST: '192.0.2.1' }), /"192\.0\.2\.1".*HOST/],
    [
      'a demo day in production',
      () => ({ PORT: '0', NODE_ENV: 'production', STANDING_TODAY: '2004-09-15' }),
      /^STANDING_TODAY .*NODE_ENV/m,
    ],
  ])('%s', async (_, variables, why) => {
    const server = start(variables());
    try {
      const { code, stdout, stderr } = await server.ended;
      expect(stderr).toMatch(why);
      expect(stderr).toMatch(/Standing cannot start\./);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stdout).toBe('');
      expect(code).toBe(1);
    } finally {
      server.child.kill('SIGKILL');
    }
  });
});

describe('with short limits', () => {
  let server: Server;
  let address = '';

  beforeAll(async () => {
    const limits = { headersTimeout: 200, requestTimeout: 400, connectionsCheckingInterval: 50, idleTimeout: 5_000 };
    server = createServer(makeApp(), limits).listen(0, '127.0.0.1');
    await once(server, 'listening');
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => stopServer(server, 0));

  const head = `POST /v1/evaluations HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n`;

  test.each([
    ['headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nA: '],
    ['a body of a known length', `${head}Content-Length: 100\r\n\r\n{"program"`],
    ['a body in chunks', `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`],
  ])('%s that never end are cut off', async (_, bytes) => {
    expect(await raw(address, bytes)).toMatch(/^HTTP\/1.1 408 /);
  });

  test('and the next request is answered', async () => {
    const response = await fetch(`${address}/v1/nothing`);
    await problemIn(response, 404);
  });
});
