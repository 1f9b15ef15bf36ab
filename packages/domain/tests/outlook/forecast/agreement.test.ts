import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartnerForecast, PartnerStanding } from '../../../src/index.ts';
import { byTheEngine } from '../../partners/engine.ts';
import { runs } from '../../runs.ts';
import { forecastOf } from './ask.ts';
import { daysFrom, knownOn, smallOutlook } from './small-outlooks.ts';

const LONG = 1_800_000;

type Verdicts = { readonly [held: string]: string };

/** Holding and readiness of everything, as an evaluation of the day says. */
function verdictsOf(standing: PartnerStanding): Verdicts {
  return Object.fromEntries([
    ...standing.specializations.map((entry) => [`s ${entry.specialization}`, `${entry.holding} ${entry.readiness}`]),
    ...standing.channelLevels.map((entry) => [`l ${entry.channelLevel}`, `${entry.holding} ${entry.readiness}`]),
  ]);
}

const NOTHING = 'none not-met';
const keyOf = (entry: { readonly specialization: string } | { readonly channelLevel: string }): string =>
  'specialization' in entry ? `s ${entry.specialization}` : `l ${entry.channelLevel}`;

/** The same for every day, as a forecast's changes tell it. */
function* told(partner: PartnerForecast, days: readonly string[]): Generator<Verdicts> {
  const now = new Map<string, [holding: string, readiness: string]>();
  for (const entry of [...partner.specializations, ...partner.channelLevels]) {
    now.set(keyOf(entry), [entry.holding, entry.readiness]);
  }
  for (const day of days) {
    for (const change of partner.changes.filter(({ on }) => on === day)) {
      for (const entry of change.holdings)
        now.set(keyOf(entry), [entry.holding, now.get(keyOf(entry))?.[1] ?? 'not-met']);
      for (const entry of change.readiness)
        now.set(keyOf(entry), [now.get(keyOf(entry))?.[0] ?? 'none', entry.readiness]);
    }
    yield Object.fromEntries([...now].map(([key, verdict]) => [key, verdict.join(' ')]));
  }
}

/** Without what is as nothing: an edition that does not know it says nothing about it. */
const said = (verdicts: Verdicts): Verdicts =>
  Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => verdict !== NOTHING));

test(
  'qa#2.6: a forecast tells of every day what an evaluation of that day would, with the facts known today',
  () => {
    const seen = { breaks: 0, risks: 0, risen: 0, editions: 0, given: 0, levels: 0 };
    fc.assert(
      fc.property(smallOutlook, (question) => {
        const { partners } = forecastOf(question);
        const days = daysFrom(question.asOf, question.until);
        const facts = knownOn(question, question.asOf);
        const everyDay = days.map((asOf) => byTheEngine({ ...facts, asOf }).partners);
        for (const [index, partner] of partners.entries()) {
          const evaluated = everyDay.map((all) => verdictsOf(all[index] as PartnerStanding));
          const forecasted = [...told(partner, days)];
          expect(forecasted.map(said)).toEqual(evaluated.map(said));
          for (const entry of [...partner.specializations, ...partner.channelLevels]) {
            const key = keyOf(entry);
            const isMet = (verdicts: Verdicts | undefined): boolean => verdicts?.[key]?.endsWith(' met') ?? false;
            const first = isMet(evaluated[0]) ? days.find((_, at) => !isMet(evaluated[at])) : undefined;
            expect(entry.breaks?.on).toBe(first);
            seen.breaks += first === undefined ? 0 : 1;
            if ('channelLevel' in entry) {
              seen.levels += first === undefined ? 0 : 1;
              continue;
            }
            const { renewal } = entry;
            const last =
              renewal === null ? -1 : days.findIndex((day) => daysFrom(day, renewal.anniversary).length === 1);
            const readiness = last === -1 ? null : isMet(evaluated[last]) ? 'met' : 'not-met';
            expect(renewal?.readiness ?? null).toBe(readiness);
            seen.risks += entry.atRisk ? 1 : 0;
          }
          for (const change of partner.changes) {
            seen.risen += change.readiness.filter((entry) => entry.readiness === 'met').length;
            seen.editions += change.happenings.filter(({ kind }) => kind === 'edition').length;
          }
          seen.given += partner.allocate === 'given' ? 1 : 0;
        }
      }),
      runs(60, 3_000),
    );
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(0);
  },
  LONG,
);
