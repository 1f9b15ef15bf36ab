import type { Context } from 'hono';
import { type Env, type Refusal, refuse, unprocessable } from './problem.ts';

/** The most that a body may have: 8 MiB. */
export const MAX_BODY_BYTES = 8 * 1024 * 1024;
/** What bodies that are being read and answers that are being fetched may hold together. */
const MAX_HELD_BYTES = 256 * 1024 * 1024;
/** Smaller ones are not counted: they get through beside a crowd of big and slow ones. */
const FREE_BYTES = 64 * 1024;
const PART_BYTES = 64 * 1024;

/** The bytes that are held for clients now. Whoever is alone may hold what a request or an answer can have. */
export type Held = { bytes: number };

function take(held: Held, bytes: number): boolean {
  if (held.bytes > 0 && held.bytes + bytes > MAX_HELD_BYTES) return false;
  held.bytes += bytes;
  return true;
}

const BUSY: Refusal = {
  problem: 'tooManyRequests',
  detail: 'Too much is being sent and fetched at the moment: try again.',
  headers: { 'Retry-After': '2' },
};

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

const refused = (problem: Refusal['problem'], message: string): Read<never> => ({
  ok: false,
  refusal: { problem, detail: message, issues: [{ path: '', message }] },
});

/** The JSON value that a request carries. Of a key that occurs twice in an object, the last one counts. */
export async function readJson(request: Request, held: Held): Promise<Read<unknown>> {
  const encoding = request.headers.get('content-encoding')?.trim().toLowerCase() ?? '';
  if (!isJson(request.headers.get('content-type') ?? '')) {
    return refused('unsupportedMediaType', 'Send the body as application/json, in UTF-8.');
  }
  if (encoding !== '' && encoding !== 'identity') {
    return refused('unsupportedMediaType', 'Send the body as it is, without a Content-Encoding.');
  }
  const bytes = await readBytes(request, held);
  if (!bytes.ok) return bytes;
  if (bytes.value.length === 0) return refused('badRequest', 'The body is empty: send a JSON object.');
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) return refused('badRequest', 'The body is not valid UTF-8.');
    return refused('badRequest', `The body is not valid JSON: ${whereItBreaks(error.message)}.`);
  }
}

/** The engine names the place in one of two ways: by its position, or by the few characters around it. */
function whereItBreaks(message: string): string {
  if (message.startsWith('Unexpected end')) return 'it ends before it is complete';
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return `it goes wrong at character ${position}`;
  const around = /^(?:Unexpected token .+?, )?((?:\.{3})?".*"(?:\.{3})?) is not valid JSON$/s.exec(message)?.[1];
  return around === undefined ? 'it cannot be read' : `it goes wrong in ${around}`;
}

function isJson(contentType: string): boolean {
  const [type = '', ...parameters] = contentType.split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  return type === 'application/json' && (charset === undefined || /^charset="?utf-?8"?$/.test(charset));
}

/** Counts while it reads: what a client says of the length is believed only where it is too much already. */
async function readBytes(request: Request, held: Held): Promise<Read<Uint8Array>> {
  const tooLarge = () =>
    refused('contentTooLarge', `The body is over ${MAX_BODY_BYTES} bytes (8 MiB): ask in several requests.`);
  if (Number(request.headers.get('content-length')) > MAX_BODY_BYTES) return tooLarge();
  const reader = request.body?.getReader();
  if (reader === undefined) return { ok: true, value: new Uint8Array() };
  // One buffer that doubles: a list of chunks would cost a hundred bytes for each byte that comes alone.
  let buffer = new Uint8Array(0);
  let size = 0;
  let counted = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { ok: true, value: buffer.subarray(0, size) };
      const offset = size;
      size += value.length;
      if (size > MAX_BODY_BYTES) return tooLarge();
      if (size > buffer.length) {
        const length = Math.min(MAX_BODY_BYTES, Math.max(size, buffer.length * 2));
        const more = Math.max(0, length - FREE_BYTES) - counted;
        if (more > 0 && !take(held, more)) return { ok: false, refusal: BUSY };
        counted += more;
        const grown = new Uint8Array(length);
        grown.set(buffer.subarray(0, offset));
        buffer = grown;
      }
      buffer.set(value, offset);
    }
  } catch {
    // The client went away or was too slow; nobody may be left to read this.
    return refused('badRequest', 'The body broke off.');
  } finally {
    held.bytes -= counted;
    await reader.cancel().catch(() => undefined);
  }
}

/** Answers with the JSON of a value. A big answer is counted as held until it is fetched, or nobody fetches it. */
export function sendJson(c: Context<Env>, value: unknown, held: Held): Response {
  const text = stringify(value);
  if (text === undefined) {
    const message = 'The answer would be longer than a text can be: ask about fewer individuals and partners at once.';
    return refuse(c, unprocessable([{ path: '', message }]));
  }
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  if (text.length <= FREE_BYTES) return c.body(text, { headers });
  const bytes = new TextEncoder().encode(text);
  if (!take(held, bytes.length)) return refuse(c, BUSY);
  return c.body(inParts(bytes, held), { headers: { ...headers, 'Content-Length': String(bytes.length) } });
}

function stringify(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function inParts(bytes: Uint8Array, held: Held): ReadableStream<Uint8Array> {
  let sent = 0;
  const release = (): void => {
    held.bytes -= bytes.length;
  };
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(sent, sent + PART_BYTES));
      sent += PART_BYTES;
      if (sent < bytes.length) return;
      controller.close();
      release();
    },
    cancel: release,
  });
}
