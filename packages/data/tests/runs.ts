/** The seed of every property: a failure is the same on every machine and day. */
const SEED = 20_031_104;

/** How often a property is tried: some runs in `npm test`, many in `npm run test:long`. */
export function runs(short: number, long: number): { readonly seed: number; readonly numRuns: number } {
  return { seed: SEED, numRuns: process.env['STANDING_LONG'] === '1' ? long : short };
}
