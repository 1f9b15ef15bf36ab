import type { Result } from '@standing/domain';
import { backupFile, writeBackup } from '../../src/backup/file.ts';
import { restore, type Summary } from '../../src/backup.ts';
import { openNodeSqlite } from '../../src/engines/node-sqlite.ts';
import { importFile } from '../../src/import.ts';
import { readMigrations } from '../../src/migrations/files.ts';
import { migrate } from '../../src/migrations/migrate.ts';

/**
 * Run by itself: `million.ts <database> <rows>` imports people and results, backs them up and restores them, and says what each
 * came to: `ms` of CPU time, `mb` of memory at most so far.
 */
const [file = '', rows = '0'] = process.argv.slice(2);
const database = openNodeSqlite(file);
await migrate(database, await readMigrations());
const people = Math.ceil(Number(rows) / 10);

function* people_(): Generator<string> {
  yield 'individual,registeredOn\n';
  for (let at = 0; at < people; at += 1) yield `CSCO${10_000_000 + at},2003-01-01\n`;
}

function* results(): Generator<string> {
  yield 'individual,exam,takenOn,result\n';
  for (let at = 0; at < Number(rows); at += 1) {
    const day = `200${1 + (at % 3)}-0${1 + (at % 9)}-1${at % 10}`;
    yield `CSCO${10_000_000 + ((at * 7) % (people + 1))},64${at % 10}-${500 + (at % 50)},${day},${at % 4 === 0 ? 'fail' : 'pass'}\n`;
  }
}

/** Pieces as a file is read: 64 kB. */
function* pieces(lines: Iterable<string>): Generator<Uint8Array> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 65_536) continue;
    yield new TextEncoder().encode(text);
    text = '';
  }
  yield new TextEncoder().encode(text);
}

const options = {
  format: 'csv',
  author: 'feed-1',
  source: 'testing-center',
  now: () => '2004-06-30T12:00:00.000Z',
} as const;
const say = (id: string, counts: object, started: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(started);
  const mb = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ id, ...counts, ms: Math.round((user + system) / 1000), mb }));
};
const run = async (id: string, name: 'people' | 'results', mode: 'dry' | 'real') => {
  const source = pieces(name === 'people' ? people_() : results());
  const started = process.cpuUsage();
  const answer = await importFile(database, source, { ...options, id, file: name, mode });
  if (!answer.ok) throw new Error(JSON.stringify(answer.faults));
  const { total, accepted, already, unfit } = answer.value;
  say(id, { total, accepted, already, unfit }, started);
};
const counted = (id: string, outcome: Result<Summary>, started: NodeJS.CpuUsage) => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults));
  const { exam_results: total } = outcome.value.rows;
  say(id, { total }, started);
};
await run('people', 'people', 'real');
await run('results-dry', 'results', 'dry');
await run('results', 'results', 'real');
await run('results-again', 'results', 'real');
const backup = `${file}.backup`;
const started = process.cpuUsage();
counted('back-up', await writeBackup(database, backup, options.now()), started);
await database.close();
const target = openNodeSqlite(`${file}.restored`);
const again = process.cpuUsage();
counted('restored', await restore(target, await readMigrations(), backupFile(backup)), again);
await target.close();
