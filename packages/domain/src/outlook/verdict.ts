import type { Holding, Readiness } from '../standing/standing.ts';

/** What a change of the rules does: something falls, something rises, all stays as it was, or there is nothing to lose. */
export type Effect = 'loses' | 'gains' | 'stays' | 'without';

/** The worst first, so that one word can be said of several days. */
const EFFECTS: readonly Effect[] = ['loses', 'gains', 'stays', 'without'];

type Verdict = { readonly holding: Holding; readonly readiness: Readiness } | undefined;

/** Would no longer be met, or is no longer held. */
export function falls(before: Verdict, after: Verdict): boolean {
  return (isMet(before) && !isMet(after)) || (isHeld(before) && !isHeld(after));
}

export function effectOf(before: Verdict, after: Verdict): Effect {
  if (falls(before, after)) return 'loses';
  if (falls(after, before)) return 'gains';
  return isMet(before) || isHeld(before) ? 'stays' : 'without';
}

/** The effect over several: lost once is lost. */
export function overall(effects: Iterable<Effect>): Effect {
  const all = new Set(effects);
  return EFFECTS.find((effect) => all.has(effect)) ?? 'without';
}

export function isHeld(verdict: Verdict): boolean {
  return verdict?.holding === 'held' || verdict?.holding === 'in-renewal';
}

function isMet(verdict: Verdict): boolean {
  return verdict?.readiness === 'met';
}
