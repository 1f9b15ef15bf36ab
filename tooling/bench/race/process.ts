import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Order, Reply, Timing } from './contender.ts';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));
/** A contender that does not keep its own limit, or has none but steps, is ended after so many times the limit, in seconds. */
const PATIENCE = 3;
const LEAST_PATIENCE = 60;

/** A contender's process; ended by `end`, or when it does not answer in time. */
export class ContenderProcess {
  readonly #child: ChildProcess;
  readonly #patience: number;
  #waiting: ((reply: Reply) => void) | undefined;
  #early: Reply | undefined;

  constructor(module: string, limit: number) {
    this.#patience = Math.max(LEAST_PATIENCE, PATIENCE * limit);
    this.#child = fork(CHILD, [module, String(limit)], {
      execArgv: ['--conditions=standing-source', '--max-old-space-size=4096'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', (reply: Reply) => this.#hear(reply));
    this.#child.on('exit', (code, signal) => this.#hear({ failed: `its process ended (${signal ?? code})` }));
  }

  /** Whether it has started; the reason why not. */
  async started(): Promise<string | undefined> {
    const reply = await this.#reply();
    return 'failed' in reply ? reply.failed : undefined;
  }

  async take(instance: unknown): Promise<string | undefined> {
    const reply = await this.#ask({ take: instance });
    return 'failed' in reply ? reply.failed : undefined;
  }

  async time(atLeast: number, atMost: number): Promise<Timing | string> {
    const reply = await this.#ask({ atLeast, atMost });
    if ('timing' in reply) return reply.timing;
    return 'failed' in reply ? reply.failed : 'it gave no timing';
  }

  end(): void {
    this.#child.removeAllListeners();
    this.#child.kill('SIGKILL');
  }

  #ask(order: Order): Promise<Reply> {
    if (!this.#child.connected) return Promise.resolve({ failed: 'its process has ended' });
    this.#child.send(order);
    return this.#reply();
  }

  #reply(): Promise<Reply> {
    const early = this.#early;
    this.#early = undefined;
    if (early !== undefined) return Promise.resolve(early);
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.#child.kill('SIGKILL');
        this.#hear({ failed: `no answer within ${this.#patience} s` });
      }, this.#patience * 1000);
      this.#waiting = (reply) => {
        clearTimeout(late);
        resolve(reply);
      };
    });
  }

  #hear(reply: Reply): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting === undefined) this.#early = reply;
    else waiting(reply);
  }
}
