/** Chance from a seed: the same numbers on every machine. Mulberry32. */
export class Random {
  #state: number;

  /** Independent numbers for each list of parts: a partner can be made without those before it. */
  constructor(...seed: readonly number[]) {
    this.#state = seed.reduce((state, part) => mixed(Math.imul(state, 31) + part), 0x9e3779b9);
  }

  /** From 0 to below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    return mixed(this.#state) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** True with this probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly [T, ...T[]]): T {
    return list[this.below(list.length)] ?? list[0];
  }
}

function mixed(state: number): number {
  let z = state;
  z = Math.imul(z ^ (z >>> 15), z | 1);
  z ^= z + Math.imul(z ^ (z >>> 7), z | 61);
  return (z ^ (z >>> 14)) >>> 0;
}
