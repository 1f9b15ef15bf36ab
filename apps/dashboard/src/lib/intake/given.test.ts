import { expect, test } from 'vitest';
import { contentOf, type Given } from './given.ts';
import { isSaved } from './is-saved.ts';
import { MAX_SAVED } from './saved.ts';
import { MAX_BYTES } from './table.ts';

const given = (name: string, size: number, read: () => Promise<ArrayBuffer>): Given => ({
  name,
  size,
  arrayBuffer: read,
});
const never = (): Promise<ArrayBuffer> => {
  throw new Error('A file that is too large is not read.');
};

test.each([
  ['p.csv', MAX_BYTES],
  ['standing-x.JSON', MAX_SAVED],
])('%s is not read above %i bytes', async (name, most) => {
  expect(await contentOf(given(name, most + 1, never))).toEqual({ ok: false, code: 'too-large', most });
});

test('a file is read as its bytes say; a folder or a file that is gone is unreadable', async () => {
  const bytes = new Uint8Array([0xff, 0xfe, 0x41, 0]).buffer;
  expect(await contentOf(given('p.csv', 4, () => Promise.resolve(bytes)))).toEqual({ ok: true, text: 'A' });
  const gone = given('folder', 0, () => Promise.reject(new DOMException('', 'NotReadableError')));
  expect(await contentOf(gone)).toEqual({ ok: false, code: 'unreadable' });
  expect(isSaved(gone)).toBe(false);
});
