import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { parseProgram } from '@standing/domain';
import { published } from '@standing/domain/editions';
import type { Setting } from '../store/setting.ts';
import type { Desk } from './command.ts';

/** Without a terminal, progress is a line each time so many others would have been. */
const EVERY = 50;

/** The standard output or the standard error, as far as a command uses it. */
export type Stream = {
  readonly isTTY?: boolean | undefined;
  write(text: string): boolean;
  once(event: 'drain' | 'close', listener: () => void): unknown;
};

/** What a command runs in: `signal` is aborted once somebody asks it to stop. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly signal: AbortSignal;
};

export function deskOf(setting: Setting, { environment, stdout, stderr, signal }: Surroundings): Desk {
  return {
    setting,
    now: () => new Date().toISOString(),
    author: whoRuns(),
    programs: () => published.map(({ editions }) => read(editions)),
    path: (file) => resolve(environment['STANDING_CALLED_FROM'] || '.', file),
    give: (...results) =>
      new Promise((done) => {
        const text = results.map((result) => `${JSON.stringify(result)}\n`).join('');
        if (text === '' || stdout.write(text)) return done();
        stdout.once('drain', done);
        // A reader that goes away ends the reading, not the work.
        stdout.once('close', done);
      }),
    ...voice(stderr),
    signal,
  };
}

function read(editions: readonly unknown[]) {
  const parsed = parseProgram(editions);
  if (!parsed.ok)
    throw new Error(`A published edition has faults: ${parsed.faults[0]?.path} ${parsed.faults[0]?.code}`);
  return parsed.value;
}

/** Lines on the standard error, and one that changes where it is a terminal. */
function voice(stderr: Stream): Pick<Desk, 'say' | 'progress'> {
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
