/** How often a step that takes long says that it goes on, in milliseconds. */
const BEAT = 30_000;

/** @param {number} since @returns {string} for example "12.3 s" */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** The few calm lines that a person sees before the server or the checks speak. @param {(line: string) => void} print */
export function createSay(print) {
  return {
    /** Says that a step begins; the answer says that it is done, and how long it took. @param {string} what */
    step(what) {
      const since = performance.now();
      print(`${what} ...`);
      const beat = setInterval(() => print(`  still at it (${secondsSince(since)})`), BEAT);
      beat.unref();
      return () => {
        clearInterval(beat);
        print(`  done in ${secondsSince(since)}`);
      };
    },
  };
}
