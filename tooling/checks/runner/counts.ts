import type { Ended } from '@standing-tooling/bootstrap/processes';

/** What a part ran: `details` stands at the end of its line, `notes` and `output` below it when it failed. */
export type Counts = { passed: number; failed: number; skipped?: number; details?: string };
export type Outcome = Counts & { notes: string[]; output: string };

/**
 * Holds the counts of a part against how its program ended. A part fails although nothing in it says so when its program
 * failed, took too long, or ran nothing at all.
 */
export function settle(counts: Counts, { code, overtime, output }: Ended): Outcome {
  const notes = [
    ...(overtime ? ['It took longer than its limit and was ended.'] : []),
    ...(code !== 0 && counts.failed === 0 ? [`It ended with exit code ${code}.`] : []),
    ...(counts.passed + counts.failed === 0 ? ['It ran nothing.'] : []),
  ];
  return { ...counts, failed: Math.max(counts.failed, notes.length > 0 ? 1 : 0), notes, output };
}

/** A part that cannot run, because others that it needs have failed, is one failure. */
export const notRun = (broken: readonly string[]): Outcome => ({
  passed: 0,
  failed: 1,
  notes: [`It did not run: it needs ${broken.join(' and ')}, which failed.`],
  output: '',
});

/** Adds up what all parts ran. */
export function total(outcomes: readonly Counts[]): { passed: number; failed: number } {
  return outcomes.reduce<{ passed: number; failed: number }>(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
  );
}
