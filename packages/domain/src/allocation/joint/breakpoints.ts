/** Where along a line something changes its mind; the earliest is taken first. */
export class Breakpoints {
  #size = 0;
  readonly #at: number[] = [];
  readonly #who: number[] = [];
  readonly #what: number[] = [];

  /** The earliest, by `take`. */
  at = 0;
  who = 0;
  what = 0;

  clear(): void {
    this.#size = 0;
  }

  /** What never comes is left out. */
  add(at: number, who: number, what: number): void {
    if (at === Number.POSITIVE_INFINITY) return;
    let child = this.#size;
    this.#size += 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if ((this.#at[parent] as number) <= at) break;
      this.#copy(parent, child);
      child = parent;
    }
    this.#put(child, at, who, what);
  }

  take(): boolean {
    if (this.#size === 0) return false;
    this.at = this.#at[0] as number;
    this.who = this.#who[0] as number;
    this.what = this.#what[0] as number;
    this.#size -= 1;
    const last = this.#size;
    const at = this.#at[last] as number;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      if (child >= last) break;
      if (child + 1 < last && (this.#at[child + 1] as number) < (this.#at[child] as number)) child += 1;
      if ((this.#at[child] as number) >= at) break;
      this.#copy(child, parent);
      parent = child;
    }
    this.#put(parent, at, this.#who[last] as number, this.#what[last] as number);
    return true;
  }

  #copy(from: number, to: number): void {
    this.#put(to, this.#at[from] as number, this.#who[from] as number, this.#what[from] as number);
  }

  #put(index: number, at: number, who: number, what: number): void {
    this.#at[index] = at;
    this.#who[index] = who;
    this.#what[index] = what;
  }
}
