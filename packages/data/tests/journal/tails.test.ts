import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Notice } from '../../src/engines/journal/database.ts';
import { readJournal } from '../../src/engines/journal/recover.ts';
import { temporaryFolder } from '../folder.ts';
import { runs } from '../runs.ts';
import { note, notesIn, openNotes } from './written.ts';

const LONG = 300_000;

/** A journal of notes n0, n1, …, one a record, and where each of these records begins. */
async function journalOf(count: number) {
  const folder = await temporaryFolder();
  const database = await openNotes(folder);
  // Texts with what a record begins with, as far as text can have it.
  for (let n = 0; n < count; n += 1) await database.batch([note(`n${n}`, `ÿSTJ${'é'.repeat(n * 7)}`)]);
  const sound = await readFile(join(folder, 'journal'));
  await database.close();
  // The journal's head comes first, and then the record that makes the table.
  const offsets = readJournal('journal', sound)
    .groups.slice(1)
    .map(({ offset }) => offset);
  return { sound, offsets, from: offsets[0] ?? 0, last: offsets.at(-1) ?? 0 };
}

async function opening(bytes: Uint8Array) {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'journal'), bytes);
  const notices: Notice[] = [];
  const database = await openNotes(folder, { notice: (notice) => notices.push(notice) });
  const notes = (await notesIn(database)).length;
  // It goes on behind the sound part, and nothing of the tail comes back.
  await database.batch([note('next')]);
  const after = await readFile(join(folder, 'journal'));
  await database.close();
  const again = await openNotes(folder);
  const kept = (await notesIn(again)).length;
  await again.close();
  return { notes, notices, torn: readJournal('journal', after).torn, kept };
}

test(
  'a tail that is torn, padded with zeros or flipped is cut off, to the last whole record before it',
  async () => {
    const { sound, offsets, from } = await journalOf(12);
    const ends = [...offsets.slice(1), sound.length];
    const tail = fc.record({ cut: fc.integer({ min: from, max: sound.length }), zeros: fc.nat(600), flip: fc.nat() });
    await fc.assert(
      fc.asyncProperty(tail, fc.boolean(), async ({ cut, zeros, flip }, isFlipped) => {
        const whole = ends.filter((end) => end <= cut).length;
        const bytes = Buffer.concat([sound.subarray(0, cut), Buffer.alloc(zeros)]);
        // Somewhere in the last record: it is then as if it had never been whole.
        const start = offsets[whole - 1] ?? cut;
        const end = ends[whole - 1] ?? cut;
        const hit = isFlipped && whole > 0;
        if (hit) {
          const at = start + (flip % (end - start));
          bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
        }
        const outcome = await opening(bytes);
        const expected = hit ? whole - 1 : whole;
        expect(outcome).toMatchObject({ notes: expected, kept: expected + 1, torn: 0 });
        const sane = ends[expected - 1] ?? from;
        expect(outcome.notices).toMatchObject(
          bytes.length > sane ? [{ code: 'torn-tail', offset: sane, bytes: bytes.length - sane }] : [],
        );
      }),
      runs(30, 300),
    );
  },
  LONG,
);

test(
  'a flipped bit in the middle is refused with file and offset, and nothing is changed',
  async () => {
    const { sound, last } = await journalOf(12);
    await fc.assert(
      fc.asyncProperty(fc.nat(last - 1), fc.nat(7), async (at, bit) => {
        const folder = await temporaryFolder();
        const bytes = Buffer.from(sound);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        await writeFile(join(folder, 'journal'), bytes);
        const all = readJournal('journal', sound).groups.map(({ offset }) => offset);
        const offset = [0, ...all].filter((start) => start <= at).at(-1);
        await expect(openNotes(folder)).rejects.toMatchObject({
          code: 'corrupt',
          message: expect.stringContaining(`${join(folder, 'journal')} is damaged at byte ${offset}:`),
        });
        expect(await readFile(join(folder, 'journal'))).toEqual(bytes);
      }),
      runs(30, 300),
    );
  },
  LONG,
);

test('a record that is taken out of the middle is missed', async () => {
  const { sound, offsets } = await journalOf(12);
  const folder = await temporaryFolder();
  const [from, to] = [offsets[4] ?? 0, offsets[5] ?? 0];
  await writeFile(join(folder, 'journal'), Buffer.concat([sound.subarray(0, from), sound.subarray(to)]));
  await expect(openNotes(folder)).rejects.toThrow(`is damaged at byte ${from}: batch 6 is missing`);
});
