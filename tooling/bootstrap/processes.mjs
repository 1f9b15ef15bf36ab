import { spawn } from 'node:child_process';

/**
 * @typedef {object} Ended
 * @property {number} code the exit code; 128 and more for a signal, 127 when the program is not there
 * @property {string} output what it printed, when it was kept
 * @property {boolean} overtime whether it was ended for taking longer than its limit
 */

/**
 * @typedef {object} Options
 * @property {string} cwd
 * @property {NodeJS.ProcessEnv} env
 * @property {'show' | 'keep'} [output] shown as it comes, or kept for the answer ('keep' when absent)
 * @property {number} [limit] milliseconds after which it is ended
 */

/** How long a program may take to end after it was asked to, in milliseconds. */
const GRACE = 10_000;

/** Signals within this time are one wish, in milliseconds: of a Ctrl-C the terminal and npm both tell the bootstrap. */
const ONE_WISH = 1000;

const SIGNAL_NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };

/** @param {NodeJS.Signals | null | undefined} signal */
export const codeOf = (signal) => 128 + (SIGNAL_NUMBERS[/** @type {keyof typeof SIGNAL_NUMBERS} */ (signal)] ?? 0);

/**
 * The programs that one command starts. Each gets a process group of its own: the terminal's Ctrl-C then reaches it once,
 * through `stop`, and its descendants with it, instead of twice or not at all.
 */
export function createProcesses() {
  /** @type {Set<import('node:child_process').ChildProcess>} */
  const running = new Set();
  /** @type {NodeJS.Signals | undefined} */
  let stopping;
  let askedAt = 0;

  /** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
  function signalGroup(child, signal) {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, signal);
    } catch {
      // The group is gone already.
    }
  }

  /** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
  function end(child, signal) {
    signalGroup(child, signal);
    setTimeout(() => running.has(child) && signalGroup(child, 'SIGKILL'), GRACE).unref();
  }

  return {
    /** The signal by which everything was asked to stop, if it was. */
    get stopping() {
      return stopping;
    },

    /**
     * Asks everything to stop; asked again after a while it ends everything at once.
     * @param {NodeJS.Signals} signal
     */
    stop(signal) {
      if (stopping && performance.now() - askedAt < ONE_WISH) return;
      for (const child of running) {
        if (stopping) signalGroup(child, 'SIGKILL');
        else end(child, signal);
      }
      askedAt = performance.now();
      stopping ??= signal;
    },

    /**
     * Runs a program to its end.
     * @param {string} command @param {string[]} args @param {Options} options
     * @returns {Promise<Ended>}
     */
    run(command, args, { cwd, env, output = 'keep', limit }) {
      if (stopping) return Promise.resolve({ code: codeOf(stopping), output: '', overtime: false });
      const stdio = output === 'show' ? 'inherit' : 'pipe';
      const child = spawn(command, args, { cwd, env, detached: true, stdio: ['ignore', stdio, stdio] });
      running.add(child);
      let kept = '';
      let overtime = false;
      for (const stream of [child.stdout, child.stderr]) {
        stream?.setEncoding('utf8').on('data', (text) => {
          kept += text;
        });
      }
      const timer =
        limit &&
        setTimeout(() => {
          overtime = true;
          end(child, 'SIGTERM');
        }, limit);
      return new Promise((resolve) => {
        /** @param {number} code */
        const answer = (code) => {
          clearTimeout(timer || undefined);
          running.delete(child);
          resolve({ code, output: kept, overtime });
        };
        child.once('error', (error) => {
          kept += `${command}: ${error.message}\n`;
          answer(127);
        });
        child.once('exit', (code, signal) => {
          // What it left behind would hold the output open and outlive the command.
          signalGroup(child, 'SIGKILL');
          const done = () => answer(code ?? codeOf(signal));
          if (output === 'show') done();
          else child.once('close', done);
        });
      });
    },
  };
}
