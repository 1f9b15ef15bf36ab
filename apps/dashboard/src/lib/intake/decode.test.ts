import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const utf16 = (text: string, isBig: boolean): Uint8Array =>
  Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((one) => {
      const code = one.charCodeAt(0);
      const bytes = [code & 255, code >> 8];
      return isBig ? bytes.reverse() : bytes;
    }),
  );

test.each([
  ['utf-8', new TextEncoder().encode('Chloé;Dvořák')],
  ['utf-8', new TextEncoder().encode('\uFEFFChloé;Dvořák')],
  ['utf-16le', utf16('Chloé;Dvořák', false)],
  ['utf-16be', utf16('Chloé;Dvořák', true)],
] as const)('%s is read as such', (encoding, bytes) => {
  expect(decode(bytes)).toEqual({ text: 'Chloé;Dvořák', encoding });
});

test('what is not UTF-8 is read as spreadsheets save it', () => {
  expect(decode(Uint8Array.from([67, 104, 108, 111, 0xe9, 0x80]))).toEqual({
    text: 'Chloé€',
    encoding: 'windows-1252',
  });
});

test('nothing is an empty text', () => {
  expect(decode(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
});
