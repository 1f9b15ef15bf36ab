import type { Timing } from './contender.ts';
import { type Figures, figuresOf, spreadOf } from './figures.ts';
import { ContenderProcess } from './process.ts';

/** Who takes part: a name for the table, and the module that opens it. Ours comes first. */
export type Entrant = { readonly name: string; readonly module: string };

export type Method = {
  readonly rounds: number;
  /** Seconds that one run of a contender may take. */
  readonly limit: number;
  /** Milliseconds of work that one measurement lasts at least, and runs at most. */
  readonly atLeast: number;
  readonly atMost: number;
};

/** A peer on one instance: how many times as long as ours it takes, or why that is not known. */
export type Outcome = {
  readonly peer: string;
  readonly ratio?: Figures;
  /** The same without the building of models. */
  readonly solving?: Figures;
  /** Milliseconds of a run, of the peer and ours. */
  readonly took?: Figures;
  readonly ours?: Figures;
  /** It was ended at the limit: the ratio is at least this. */
  readonly atLeast?: number;
  /** Whether the ratio may be read as a result. */
  readonly verdict: boolean;
  readonly note?: string;
};

/** By the names of the entrants. */
export type Laps = {
  /** The first of them. */
  readonly ours: string;
  readonly warm: ReadonlyMap<string, Timing | string>;
  readonly laps: readonly ReadonlyMap<string, Timing>[];
};

/** A yardstick that spreads further between rounds allows no verdict. */
export const SPREAD = 3;

/**
 * Lets contenders run the same instances: each in a process of its own, warmed up, in another order every round; a ratio is
 * taken within a round. Answers have to be the same. Processes live for all instances, and are ended whatever happens.
 */
export class Race {
  readonly #entrants: readonly Entrant[];
  readonly #method: Method;
  readonly #running = new Map<string, ContenderProcess>();
  /** Why an entrant is out of the race for good. */
  readonly #out = new Map<string, string>();

  constructor(entrants: readonly Entrant[], method: Method) {
    this.#entrants = entrants;
    this.#method = method;
  }

  async run(instance: unknown): Promise<readonly Outcome[]> {
    const { ours, warm, laps } = await this.laps(instance);
    return this.#entrants.slice(1).map(({ name }) => outcomeOf(name, ours, warm, laps, this.#method));
  }

  /**
   * What each took in the warm-up (or why it is out), and in every round. An instance that takes minutes may be warmed up
   * for by a smaller one.
   */
  async laps(instance: unknown, smaller = instance): Promise<Laps> {
    const { rounds, atLeast, atMost } = this.#method;
    const warm = new Map<string, Timing | string>();
    for (const entrant of this.#entrants) warm.set(entrant.name, await this.#warmUp(entrant, smaller));
    const [ours] = this.#entrants;
    const first = ours === undefined ? 'nobody takes part' : warm.get(ours.name);
    if (ours === undefined || typeof first !== 'object') throw new Error(`Our own contender failed: ${first}`);
    if (smaller !== instance)
      for (const [name, running] of this.#running) if (await running.take(instance)) this.#drop(name);
    const able = this.#entrants.filter(({ name }) => isAble(warm.get(name)));
    const laps: Map<string, Timing>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const lap = new Map<string, Timing>();
      const turn = round % able.length;
      for (const { name } of [...able.slice(turn), ...able.slice(0, turn)]) {
        const timing = await this.#running.get(name)?.time(atLeast, atMost);
        if (typeof timing === 'object') lap.set(name, timing);
        else this.#drop(name);
      }
      laps.push(lap);
    }
    return { ours: ours.name, warm, laps };
  }

  end(): void {
    for (const running of this.#running.values()) running.end();
    this.#running.clear();
  }

  async #warmUp({ name, module }: Entrant, instance: unknown): Promise<Timing | string> {
    const out = this.#out.get(name);
    if (out !== undefined) return out;
    let running = this.#running.get(name);
    if (running === undefined) {
      running = new ContenderProcess(module, this.#method.limit);
      const failed = await running.started();
      if (failed !== undefined) {
        running.end();
        this.#out.set(name, failed);
        return failed;
      }
      this.#running.set(name, running);
    }
    const failed = await running.take(instance);
    // Compiled code is what is compared: a small instance is run for a while first, a long one once.
    const timing = failed ?? (await running.time(this.#method.atLeast * 5, this.#method.atMost * 5));
    if (typeof timing === 'string') this.#drop(name);
    return timing;
  }

  /** Broken on this instance; the next one gets a new process. */
  #drop(name: string): void {
    this.#running.get(name)?.end();
    this.#running.delete(name);
  }
}

function isAble(warm: Timing | string | undefined): boolean {
  return typeof warm === 'object' && warm.answer !== undefined;
}

function outcomeOf(
  peer: string,
  ours: string,
  warm: ReadonlyMap<string, Timing | string>,
  laps: readonly ReadonlyMap<string, Timing>[],
  { limit, rounds }: Method,
): Outcome {
  const [own, other] = [warm.get(ours) as Timing, warm.get(peer)];
  if (typeof other !== 'object') return { peer, verdict: false, note: `not measured: ${other}` };
  if (other.answer === undefined) {
    return { peer, verdict: true, atLeast: (limit * 1000) / own.whole, note: `not proven within ${limit} s` };
  }
  if (own.proven && other.answer !== own.answer)
    return { peer, verdict: false, note: `another answer: ${other.answer}, ours ${own.answer}` };
  const pairs = laps.flatMap((lap) => {
    const [a, b] = [lap.get(ours), lap.get(peer)];
    return a === undefined || b === undefined ? [] : [{ a, b }];
  });
  if (pairs.length < rounds) return { peer, verdict: false, note: 'not measured: it did not end every round' };
  const notes = own.proven
    ? []
    : [`ours is not proven within its steps: ${own.answer}; the optimum is ${other.answer}`];
  const took = figuresOf(pairs.map(({ b }) => b.whole));
  if (spreadOf(took) > SPREAD) notes.push(`no verdict: it spreads ${spreadOf(took).toFixed(1)} times itself`);
  return {
    peer,
    ratio: figuresOf(pairs.map(({ a, b }) => b.whole / a.whole)),
    solving: figuresOf(pairs.map(({ a, b }) => b.solving / a.solving)),
    took,
    ours: figuresOf(pairs.map(({ a }) => a.whole)),
    verdict: notes.length === 0,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  };
}
