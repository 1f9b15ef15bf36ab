import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseProgram } from '@standing/domain';
import { published } from '@standing/domain/editions';
import type { Setting } from '../store/setting.ts';
import type { Desk } from './command.ts';

/** Without a terminal, progress is a line each time so many others would have been. */
const EVERY = 50;

/** The desk of this process: its clock, its streams, who runs it. */
export function deskOf(setting: Setting, environment: NodeJS.ProcessEnv): Desk {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping.abort();
      // Who asks again does not want to wait.
      process.on(signal, () => process.exit(1));
    });
  }
  // A reader that goes away ends the reading, not the work.
  const reader = { isGone: false };
  process.stdout.on('error', () => {
    reader.isGone = true;
  });
  return {
    setting,
    now: () => new Date().toISOString(),
    author: whoRuns(),
    programs: () => published.map(({ editions }) => read(editions)),
    path: (file) => resolve(environment['STANDING_CALLED_FROM'] || '.', file),
    give: (...results) =>
      new Promise((done) => {
        const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
        if (text === '' || reader.isGone || process.stdout.write(text)) return done();
        process.stdout.once('drain', done).once('error', () => done());
      }),
    ...voice(),
    signal: stopping.signal,
  };
}

function read(editions: readonly unknown[]) {
  const parsed = parseProgram(editions);
  if (!parsed.ok)
    throw new Error(`A published edition has faults: ${parsed.faults[0]?.path} ${parsed.faults[0]?.code}`);
  return parsed.value;
}

/** Lines on the standard error, and one that changes where it is a terminal. */
function voice(): Pick<Desk, 'say' | 'progress'> {
  const { stderr } = process;
  const state = { isOpen: false, times: 0 };
  return {
    say: (line) => {
      stderr.write(`${state.isOpen ? '\n' : ''}${line}\n`);
      state.isOpen = false;
    },
    progress: (line) => {
      state.times += 1;
      if (stderr.isTTY) {
        stderr.write(`\r${line}\u001b[K`);
        state.isOpen = true;
      } else if (state.times % EVERY === 0) stderr.write(`${line}\n`);
    },
  };
}

/** The name that this user goes by on the machine. */
function whoRuns(): string {
  try {
    return userInfo().username || 'operator';
  } catch {
    // A container may run as a user that has no name.
    return 'operator';
  }
}
