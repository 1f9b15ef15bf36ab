/** Keys are written into the address, so they keep to what stands there unescaped. */
const KEY = /^[\w.-]{1,160}$/;
/** Characters; servers and mail programs cut longer addresses. */
const LONGEST = 1_500;

/**
 * What is unfolded on the page, by key; kept in the address so that a link unfolds it again. What is folded by hand the
 * elements know themselves: they look here when they appear and when a link is read, not at each other's changes.
 */
export class Openings {
  readonly #open = new Set<string>();
  #reads = $state(0);
  #changes = $state(0);

  has(key: string): boolean {
    return this.#reads >= 0 && this.#open.has(key);
  }

  set(key: string, open: boolean): void {
    if (this.#open.has(key) === open) return;
    if (open) this.#open.add(key);
    else this.#open.delete(key);
    this.#changes += 1;
  }

  /** The keys in one line, in a fixed order, as many as an address holds; empty when all is folded. */
  get text(): string {
    if (this.#changes === 0) return '';
    let text = '';
    for (const key of [...this.#open].sort()) {
      if (text.length + key.length > LONGEST) break;
      text += text === '' ? key : ` ${key}`;
    }
    return text;
  }

  /** Reads such a line; what is no key is left out. */
  read(text: string): void {
    for (const key of text.slice(0, LONGEST).split(' ')) if (KEY.test(key)) this.set(key, true);
    this.#reads += 1;
  }
}
