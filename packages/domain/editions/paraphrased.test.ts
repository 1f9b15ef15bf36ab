import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** As many words in a row as two authors do not choose alike by chance. */
const RUN = 8;
const here = new URL('.', import.meta.url);
/** The hashes of all runs of the program's text: what must not be pasted is not kept here either. */
const text = new Set(readFileSync(new URL('qa-text.hashes.txt', here), 'utf8').trim().split('\n'));

const filesBelow = (folder: string, ending: string): readonly URL[] =>
  readdirSync(new URL(folder, here), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => new URL(`${folder}${name}`, here));
const prose = [...filesBelow('./', '.json'), ...filesBelow('./', '.md'), ...filesBelow('../../../docs/', '.md')];

test('the text that must not be pasted is known', () => {
  expect(text.size).toBeGreaterThan(1000);
  expect([...text].every((hash) => /^[0-9a-f]{8}$/.test(hash))).toBe(true);
});

test('a pasted run is found, whatever its case and marks', () => {
  const own = 'Nobody writes this odd little sentence of ten words twice.';
  const known = new Set(runsOf(own).map(({ hash }) => hash));
  expect(pasted(`Before it: nobody writes THIS odd, little sentence of ten words.`, known)).toHaveLength(2);
  expect(pasted('Nobody writes this odd little tale of ten words twice.', known)).toEqual([]);
});

test.each(prose.map((file) => [file.pathname.split('/').slice(-3).join('/'), file] as const))(
  "%s tells the program's text in our own words",
  (_, file) => {
    expect(pasted(readFileSync(file, 'utf8'), text)).toEqual([]);
  },
);

function pasted(prose: string, known: ReadonlySet<string>): readonly string[] {
  return runsOf(prose)
    .filter(({ hash }) => known.has(hash))
    .map(({ words }) => words);
}

/** Every run of words with its hash (FNV-1a, 32 bits, eight hex digits). */
function runsOf(prose: string): readonly { readonly words: string; readonly hash: string }[] {
  const words = prose.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(RUN - 1).map((_, start) => {
    const run = words.slice(start, start + RUN).join(' ');
    return { words: run, hash: fnv1a(run) };
  });
}

function fnv1a(run: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < run.length; at++) hash = Math.imul(hash ^ run.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
