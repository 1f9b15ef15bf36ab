import { english } from './en.ts';
import type { Words } from './words.ts';

export { type ForecastInWords, forecastInWords } from './forecast-in-words.ts';
export { type InWords, inWords } from './in-words.ts';
export { impactInWords, scenarioInWords } from './outlook-in-words.ts';
export { type PlanInWords, planInWords } from './plan-in-words.ts';
export type { ExplanationInWords, Words } from './words.ts';

/** The tags of the languages that there are words for. */
export const languages: readonly string[] = [english.language];

/** The words of a language by its tag; undefined when there are none. */
export function wordsOf(language: string): Words | undefined {
  return language === english.language ? english : undefined;
}
