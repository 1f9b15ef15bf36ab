import { isDay } from '../reading/calendar.ts';

/** The program's today: the demo's own day, unless the server that brings the page says another. */
export class Today {
  #day = $state('');
  #isSet = $state(false);

  constructor(builtIn: string) {
    this.#day = builtIn;
  }

  get day(): string {
    return this.#day;
  }

  /** Whether the server said so. */
  get isSet(): boolean {
    return this.#isSet;
  }

  /** Asks the server, once; one that does not answer, or not with a day, changes nothing. */
  async ask(address: string, accepts: (day: string) => boolean): Promise<void> {
    const answer: unknown = await fetch(address)
      .then((response) => (response.ok ? response.json() : undefined))
      .catch(() => undefined);
    if (typeof answer !== 'object' || answer === null || !('today' in answer)) return;
    const { today } = answer;
    if (typeof today !== 'string' || !isDay(today) || !accepts(today)) return;
    this.#day = today;
    this.#isSet = true;
  }
}
