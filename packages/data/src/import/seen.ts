import { hashOf } from './hash.ts';

/** So many rows may be looked at in one dry run; what is seen of each takes 24 to 48 bytes. */
const FIRST_SIZE = 8192;

/**
 * What earlier rows of a file said, for the rows after them: keys and contents as hashes, in two flat lists with open
 * addressing. A dry run keeps all of a file, since it writes nothing that could be looked up; of a million rows two share
 * a hash with a chance of one in ten thousand, and the dry run then speaks of one row otherwise than the real run.
 */
export class Seen {
  #keys = new Float64Array(FIRST_SIZE);
  #contents = new Float64Array(FIRST_SIZE);
  #size = 0;

  /** The hash of what was said under this key; undefined for nothing. */
  get(key: string): number | undefined {
    const at = this.#find(hashOf(key) + 1);
    return this.#keys[at] === 0 ? undefined : this.#contents[at];
  }

  set(key: string, content: string): void {
    if (this.#size * 2 >= this.#keys.length) this.#grow();
    this.#put(hashOf(key) + 1, hashOf(content));
  }

  clear(): void {
    if (this.#size === 0) return;
    this.#keys.fill(0);
    this.#size = 0;
  }

  #put(key: number, content: number): void {
    const at = this.#find(key);
    if (this.#keys[at] === 0) this.#size += 1;
    this.#keys[at] = key;
    this.#contents[at] = content;
  }

  #find(key: number): number {
    const mask = this.#keys.length - 1;
    let at = (key % 2_147_483_647) & mask;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [keys, contents] = [this.#keys, this.#contents];
    this.#keys = new Float64Array(keys.length * 2);
    this.#contents = new Float64Array(keys.length * 2);
    this.#size = 0;
    keys.forEach((key, index) => {
      if (key !== 0) this.#put(key, contents[index] ?? 0);
    });
  }
}
