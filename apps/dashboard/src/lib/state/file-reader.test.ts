import { expect, test } from 'vitest';
import { FileReader } from './file-reader.ts';

const file = (name: string, text: string) => {
  const bytes = new TextEncoder().encode(text);
  return { name, size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) };
};

test('nothing reads before what reads is loaded; then files are texts, and texts are tables', async () => {
  const reader = new FileReader();
  expect(() => reader.intake).toThrow('not loaded');
  expect(await reader.isThere()).toBe(true);
  const content = await reader.textOf(file('people.csv', 'individual,name\nI1,Ana\n'));
  expect(content).toEqual({ ok: true, text: 'individual,name\nI1,Ana\n' });
  expect(reader.tableOf('people.csv', 'individual,name\nI1,Ana\n')).toMatchObject({ ok: true });
});

test('what cannot be read, or is no table, says why in words', async () => {
  const reader = new FileReader();
  await reader.load();
  const broken = { ...file('a.csv', ''), arrayBuffer: () => Promise.reject(new Error('gone')) };
  expect(await reader.textOf(broken)).toEqual({ ok: false, refusal: expect.stringContaining('a.csv') });
  expect(reader.tableOf('b.csv', 'a,b\n"open')).toEqual({ ok: false, refusal: expect.stringContaining('b.csv') });
});
