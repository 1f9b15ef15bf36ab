import { describe, expect, test, vi } from 'vitest';
import { JSON_TYPE, ownAnswer, post, problemIn, question } from '../../tests/ask.ts';

vi.setConfig({ testTimeout: 60_000 });

const MEBIBYTE = 1024 * 1024;
const asked = JSON.stringify(question);

/** Every explanation in an answer, whole trees. */
function nodesIn(value: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(nodesIn);
  return 'rule' in value && 'of' in value ? [value as Record<string, unknown>, ...below] : below;
}

describe('POST /v1/evaluations', () => {
  test("answers with the bytes of the domain's answer, which nobody stores", async () => {
    const response = await post(asked);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('ETag')).toBeNull();
    const text = await response.text();
    expect(text).toBe(ownAnswer(question));
    expect(nodesIn(JSON.parse(text)).some((node) => 'words' in node)).toBe(false);
  });

  test('puts words at every node of every explanation when asked', async () => {
    const response = await post(asked, { query: '?words=en' });
    const text = await response.text();
    expect(response.status).toBe(200);
    expect(text).toBe(ownAnswer(question, 'en'));
    const nodes = nodesIn(JSON.parse(text));
    expect(nodes.length).toBeGreaterThan(20);
    for (const node of nodes) expect(node['words']).toMatch(/\S/);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'understands the type %s',
    async (type) => {
      expect((await post(asked, { headers: { 'Content-Type': type } })).status).toBe(200);
    },
  );

  test('takes the last of two equal keys', async () => {
    const response = await post(asked.replace('"asOf":', '"asOf":"2003-12-01","asOf":'));
    expect(await response.text()).toBe(ownAnswer(question));
  });
});

describe('refuses a query that it does not know, and names the place', () => {
  test.each([
    ['?words=xx', '?words'],
    ['?words=', '?words'],
    ['?words', '?words'],
    ['?words=en&words=en', '?words'],
    ['?word=en', '?word'],
    ['?__proto__=1', '?__proto__'],
    [`?${'x'.repeat(1_000)}=1`, `?${'x'.repeat(60)}`],
  ])('%s', async (query, path) => {
    const { issues } = await problemIn(await post(asked, { query }), 422);
    expect(issues.map((issue) => issue.path)).toEqual([path]);
  });

  test('together with what is wrong in the body', async () => {
    const { issues } = await problemIn(await post('{}', { query: '?words=xx&more=1' }), 422);
    expect(issues.map(({ path }) => path)).toEqual(['?more', '?words', 'program', 'asOf', 'individuals', 'partners']);
  });
});

describe('refuses what it understands, with the path of every fault', () => {
  const individual = question.individuals[0];
  test.each<[string, unknown, readonly string[]]>([
    ['a list', [], ['']],
    ['null', null, ['']],
    ['an unknown key', { ...question, today: 1 }, ['today']],
    ['a day that is none', { ...question, asOf: '2004-02-30' }, ['asOf']],
    ['a day before the first edition', { ...question, asOf: '1999-01-01' }, ['asOf']],
    [
      'several faults',
      {
        ...question,
        individuals: [{ ...individual, exams: [{ exam: 1, takenOn: 'x', result: 'maybe' }] }],
        partners: [{ id: 'p1', affiliations: [], allocations: [{ individual: 'a', specialization: 'b', jobRole: 7 }] }],
      },
      [
        'individuals[0].exams[0].exam',
        'individuals[0].exams[0].takenOn',
        'individuals[0].exams[0].result',
        'partners[0].allocations[0].jobRole',
      ],
    ],
    ['somebody twice', { ...question, individuals: [individual, individual] }, ['individuals[1].id']],
    ['a broken edition', { ...question, program: [{}] }, ['program[0].program', 'program[0].edition']],
  ])('%s', async (_, body, paths) => {
    const { issues, title } = await problemIn(await post(JSON.stringify(body)), 422);
    expect(title).toBe('Unprocessable Content');
    expect(issues.map(({ path }) => path)).toEqual(expect.arrayContaining([...paths]));
  });

  test('the first hundred of them', async () => {
    const exams = Array.from({ length: 150 }, () => ({ exam: '642-521', takenOn: 'never', result: 'pass' }));
    const body = { ...question, individuals: [{ id: 'a', exams }] };
    const { issues } = await problemIn(await post(JSON.stringify(body)), 422);
    expect(issues.map(({ path }) => path)).toEqual(
      Array.from({ length: 100 }, (_, index) => `individuals[0].exams[${index}].takenOn`),
    );
  });

  test('a program that nobody published is not found', async () => {
    const { issues } = await problemIn(await post(JSON.stringify({ ...question, program: 'nobody-knows' })), 404);
    expect(issues.map(({ path }) => path)).toEqual(['program']);
  });

  test('a question that costs too many steps', async () => {
    const extensions = Array.from({ length: 500 }, (_, index) => ({
      ...{ id: `x${index}`, exams: ['640-861'], certifications: ['ccna'], by: 'P1D', countedFrom: 'current-end' },
    }));
    const program = {
      ...{ program: 'p', edition: 'e', name: 'x', effectiveFrom: '2000-01-01', timeZone: 'UTC', documents: [] },
      exams: ['640-801', '640-861'].map((id) => ({ id, title: 'x', technical: true })),
      certifications: [{ id: 'ccna', name: 'x', kind: 'career', requires: { exam: '640-801' }, validity: 'P9Y' }],
      ...{ agreements: [], extensions, specializations: [], allocation: {}, channelLevels: [], interpretations: [] },
      ...{ reminders: { award: [], renewal: [] }, certificate: { arrives: ['P6W', 'P8W'] } },
    };
    const from = Temporal.PlainDate.from('2003-12-02');
    const exams = Array.from({ length: 1_000 }, (_, day) => ({
      ...{ exam: '640-861', takenOn: from.add({ days: day }).toString(), result: 'pass' },
    }));
    const first = { exam: '640-801', takenOn: '2003-12-01', result: 'pass' };
    const individuals = Array.from({ length: 10 }, (_, index) => ({ id: `i${index}`, exams: [first, ...exams] }));
    const body = { program: [program], asOf: '2010-01-01', individuals, partners: [] };
    const { issues } = await problemIn(await post(JSON.stringify(body)), 422);
    expect(issues.map(({ message }) => message)).toEqual([
      expect.stringMatching(/more work than one request may cost/),
    ]);
  });
});

describe('refuses what it cannot read', () => {
  const bytes = (text: string, ...more: readonly number[]) =>
    new Uint8Array([...new TextEncoder().encode(text), ...more]);
  test.each<[string, string | Uint8Array<ArrayBuffer>]>([
    ['nothing', ''],
    ['half a text', asked.slice(0, -1)],
    ['no JSON', 'where do we stand?'],
    ['JSON with a remark', `${asked}//`],
    ['a number that JSON does not have', '{"asOf": NaN}'],
    ['a byte that UTF-8 does not have', bytes('{"program": "', 0xff, 0x22, 0x7d)],
    ['a letter cut in half', bytes('"', 0xc3)],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00])],
  ])('%s: 400', async (_, body) => {
    await problemIn(await post(body), 400);
  });

  test.each([
    ['{"program": "cisco-channel", "asOf": tomorrow, "partners": []}', 'it goes wrong in ..." "asOf": tomorrow, ""...'],
    ['[1,]', 'it goes wrong in "[1,]"'],
    ['NaN', 'it goes wrong in "NaN"'],
    ['{"asOf" 1}', 'it goes wrong at character 8'],
    ['{} x', 'it goes wrong at character 3'],
    ['{"asOf":', 'it ends before it is complete'],
  ])('%s is told where it breaks', async (body, where) => {
    const { detail } = await problemIn(await post(body), 400);
    expect(detail).toBe(`The body is not valid JSON: ${where}.`);
  });

  test.each<[string, Record<string, string>]>([
    ['text/plain', { 'Content-Type': 'text/plain' }],
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }],
    ['a type that only looks like it', { 'Content-Type': 'application/jsonp' }],
    ['another charset', { 'Content-Type': 'application/json; charset=utf-16' }],
    ['no type', { 'Content-Type': '' }],
    ['a compressed body', { ...JSON_TYPE, 'Content-Encoding': 'gzip' }],
  ])('%s: 415', async (_, headers) => {
    await problemIn(await post(asked, { headers }), 415);
  });
});

describe('bounds the body', () => {
  const padded = (length: number) => asked.padEnd(length);

  test('8 MiB are read', async () => {
    expect((await post(padded(8 * MEBIBYTE))).status).toBe(200);
  });

  test('a byte more is refused', async () => {
    await problemIn(await post(padded(8 * MEBIBYTE + 1)), 413);
  });

  test('a length that is declared to be more is refused before a byte is read', async () => {
    const unread = new ReadableStream<Uint8Array>(
      {
        pull: () => {
          throw new Error('somebody read it');
        },
      },
      { highWaterMark: 0 },
    );
    await problemIn(await post(unread, { headers: { ...JSON_TYPE, 'Content-Length': `${9 * MEBIBYTE}` } }), 413);
  });

  test.each(['', '-1', '17', 'many'])(
    'a stream that never ends is cut off, whatever length it says: "%s"',
    async (length) => {
      let sent = 0;
      const isEnded = vi.fn();
      const endless = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += MEBIBYTE;
          controller.enqueue(new Uint8Array(MEBIBYTE).fill(0x20));
        },
        cancel: isEnded,
      });
      await problemIn(
        await post(endless, { headers: { ...JSON_TYPE, ...(length && { 'Content-Length': length }) } }),
        413,
      );
      expect(sent).toBeLessThanOrEqual(11 * MEBIBYTE);
      expect(isEnded).toHaveBeenCalledOnce();
    },
  );

  test('a stream that breaks off is refused', async () => {
    const broken = new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(new Error('gone')) });
    await problemIn(await post(broken), 400);
  });
});
