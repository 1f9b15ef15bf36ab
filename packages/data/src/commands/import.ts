import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { catalogueOf } from '../import/catalogue.ts';
import { FILES } from '../import/files.ts';
import { type Imported, type ImportOptions, importFile, type Tally } from '../import/import.ts';
import { readPosition } from '../import/position.ts';
import { sealerOf } from '../import/sealer.ts';
import type { ImportName } from '../schema.ts';
import type { Store } from '../store/open.ts';
import { CannotGoOn, type Desk, ENDED, verb } from './command.ts';
import { importFaults } from './import-words.ts';
import { withLedger } from './ledger.ts';
import { type Report, reportTo } from './report.ts';

const KINDS = Object.keys(FILES) as ImportName[];

export const importVerb = verb({
  name: 'import',
  usage: `<${KINDS.join('|')}> <file> [--dry-run] [--id <id>] [--report <file>] [--format csv|ndjson] [--from operator|testing-center] [--new-partners] [--author <who>]`,
  does: 'imports a file; a killed import goes on when it is called again with the same file',
  options: {
    'dry-run': { type: 'boolean', default: false },
    id: { type: 'string' },
    report: { type: 'string' },
    format: { type: 'string' },
    from: { type: 'string', default: 'operator' },
    'new-partners': { type: 'boolean', default: false },
    author: { type: 'string' },
  },
  words: { least: 2, most: 2 },
  async run({ options, words: [kind = '', file = ''], desk }) {
    const path = desk.path(file);
    const asked = {
      file: oneOf(KINDS, kind, 'kind of file'),
      format: oneOf(
        ['csv', 'ndjson'],
        options.format ?? (/\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : 'csv'),
        '--format',
      ),
      source: oneOf(['operator', 'testing-center'], options.from, '--from'),
      mode: options['dry-run'] ? 'dry' : 'real',
      partners: options['new-partners'] ? 'any' : 'known',
      author: options.author ?? desk.author,
      id: options.id ?? `${kind}-${await digestOf(path)}`,
    } as const;
    return await withLedger(desk, 'make', (store) => run(store, path, asked, { desk, report: options.report }));
  },
});

type Asked = Pick<ImportOptions, 'file' | 'format' | 'source' | 'mode' | 'partners' | 'author' | 'id'>;

async function run(
  store: Store,
  path: string,
  asked: Asked,
  { desk, report: file }: { readonly desk: Desk; readonly report: string | undefined },
): Promise<number> {
  const before = asked.mode === 'dry' ? undefined : await readPosition(store.ledger, asked.id);
  if (before)
    desk.say(
      `Import ${asked.id} ${before.finishedAt ? 'was done before' : 'goes on'}: ${before.total} rows are settled.`,
    );
  const report: Report =
    file === undefined
      ? { rows: desk.give, close: async () => undefined }
      : await reportTo(desk.path(file), before !== undefined);
  const { size } = await stat(path);
  const read = { bytes: 0 };
  const answer = await importFile(store.ledger, pieces(path, read, desk.signal), {
    ...asked,
    now: desk.now,
    catalogue: catalogueOf(desk.programs()),
    sealer: asked.file === 'people' ? sealerOf(await store.keys(), crypto) : undefined,
    onRows: (rows) => report.rows(...rows),
    onProgress: (tally) => desk.progress(`${percent(read.bytes, size)} ${told(tally)}`),
  }).finally(report.close);
  if (!answer.ok) throw new CannotGoOn(`${path} was not imported: ${importFaults(answer.faults)}`);
  desk.say(closing(asked, answer.value));
  return answer.value.unfit > 0 ? ENDED.look : ENDED.done;
}

/** The file in pieces, as long as nobody asks to stop; what was settled until then stays, and a new call goes on there. */
async function* pieces(path: string, read: { bytes: number }, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(path)) {
    if (signal.aborted) throw new CannotGoOn('Stopped. The same call goes on where it was.');
    read.bytes += (piece as Buffer).length;
    yield piece as Buffer;
  }
}

/** The same content is the same import. */
async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  return hash.digest('hex').slice(0, 16);
}

function oneOf<const T extends string>(known: readonly T[], given: string, what: string): T {
  const found = known.find((each) => each === given);
  if (found === undefined) throw new CannotGoOn(`The ${what} is one of ${known.join(', ')}.`, { code: ENDED.usage });
  return found;
}

function percent(bytes: number, size: number): string {
  return `${Math.floor((100 * bytes) / Math.max(1, size))} %`;
}

function told({ total, accepted, already, unfit }: Tally): string {
  return `${total} rows: ${accepted} accepted, ${already} already there, ${unfit} unfit`;
}

function closing({ id, mode }: Asked, imported: Imported): string {
  if (mode === 'dry') return `Dry run, nothing was written. ${told(imported)}.`;
  const { accepted, already } = imported.retried;
  const freed = accepted + already > 0 ? ` From the inbox ${accepted + already} rows went in that had waited.` : '';
  return `Import ${id} is done. ${told(imported)}.${freed}`;
}
