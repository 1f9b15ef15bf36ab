import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartnerForecast, PartnerStanding, Repair } from '../../../src/index.ts';
import { byTheEngine } from '../../partners/engine.ts';
import type { Question } from '../../partners/oracle-scene.ts';
import { runs } from '../../runs.ts';
import { forecastOf } from './ask.ts';
import { knownOn, smallOutlook } from './small-outlooks.ts';

const LONG = 1_800_000;
const eve = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

/** The facts with a repair made: exams and agreements on the last day on which they help, moves on the day itself. */
function repaired(
  question: Question,
  { id: partnerId, specializations }: PartnerForecast,
  repair: Repair,
  day: string,
): Question {
  const anniversaries = new Map(
    specializations.map(({ specialization, renewal }) => [specialization, renewal?.anniversary]),
  );
  const steps = repair.kind === 'exams' ? repair.steps : [];
  const moves = 'allocate' in repair ? repair : { allocate: [], release: [] };
  const renewed = repair.kind === 'renew' ? repair.specializations : 'renew' in repair ? repair.renew : [];
  return {
    ...question,
    asOf: day,
    individuals: question.individuals.map((facts) => {
      const own = steps
        .filter(({ individual }) => individual === facts.id)
        .map((step) => ({ ...step, last: step.before === null ? day : eve(step.before) }));
      return {
        ...facts,
        exams: [
          ...facts.exams,
          ...own.flatMap(({ exams, last }) => exams.map((exam) => ({ exam, takenOn: last, result: 'pass' as const }))),
        ],
        agreements: [
          ...(facts.agreements ?? []),
          ...own.flatMap(({ agreements, last }) => agreements.map((agreement) => ({ agreement, acceptedOn: last }))),
        ],
      };
    }),
    partners: question.partners.map((facts) => {
      if (facts.id !== partnerId) return facts;
      const gone = new Set(moves.release.map((entry) => JSON.stringify(Object.values(entry))));
      const stays = (facts.allocations ?? []).filter(
        ({ individual, specialization, jobRole }) => !gone.has(JSON.stringify([individual, specialization, jobRole])),
      );
      return {
        ...facts,
        // A renewal that is submitted in time keeps the holding until it is decided.
        renewals: [
          ...(facts.renewals ?? []),
          ...renewed.map((specialization) => ({
            specialization,
            submittedOn: eve(anniversaries.get(specialization) ?? ''),
          })),
        ],
        allocations: [...stays, ...moves.allocate.map((entry) => ({ ...entry, from: day }))],
      };
    }),
  };
}

type Readied = { readonly specialization: string } | { readonly channelLevel: string };

function isReady(standing: PartnerStanding | undefined, held: Readied): boolean {
  const found =
    'specialization' in held
      ? standing?.specializations.find(({ specialization }) => specialization === held.specialization)
      : standing?.channelLevels.find(({ channelLevel }) => channelLevel === held.channelLevel);
  return found?.readiness === 'met';
}

const readyIn = (standing: PartnerStanding | undefined): readonly string[] =>
  (standing?.specializations ?? [])
    .filter(({ readiness }) => readiness === 'met')
    .map(({ specialization }) => specialization);

test(
  'qa#2.6: a repair, made as it says, has it ready on the day on which it would break and takes nothing else away',
  () => {
    const seen = { reallocate: 0, renew: 0, exams: 0, refill: 0, several: 0, moved: 0 };
    fc.assert(
      fc.property(smallOutlook, (question) => {
        const facts = knownOn(question, question.asOf);
        for (const partner of forecastOf(question).partners) {
          const standingOf = (asked: Question) => byTheEngine(asked).partners.find(({ id }) => id === partner.id);
          for (const entry of [...partner.specializations, ...partner.channelLevels]) {
            const costs = entry.repairs.map(({ exams }) => exams ?? Number.POSITIVE_INFINITY);
            expect(costs).toEqual(costs.toSorted((a, b) => a - b));
            expect(entry.repairs.length).toBeLessThanOrEqual(3);
            // What is not ready now is repaired by the last day of its term, or now.
            const day = entry.breaks?.on ?? (entry.renewal === null ? question.asOf : eve(entry.renewal.anniversary));
            for (const repair of entry.repairs) {
              seen[repair.kind] += 1;
              if (repair.kind === 'refill') continue;
              expect(repair.before === null || repair.before > question.asOf).toBe(true);
              const broken = standingOf({ ...facts, asOf: day });
              expect(isReady(broken, entry)).toBe(false);
              const after = standingOf(repaired(facts, partner, repair, day));
              expect(isReady(after, entry), JSON.stringify(repair)).toBe(true);
              // What somebody learns for a level can be of more use elsewhere; the best allocation then moves people there.
              const kept = 'specialization' in entry ? readyIn(broken) : [];
              expect(readyIn(after)).toEqual(expect.arrayContaining([...kept]));
              const steps = repair.kind === 'exams' ? repair.steps : [];
              expect(repair.exams).toBe(steps.flatMap(({ exams }) => exams).length);
              seen.several += steps.length > 1 ? 1 : 0;
              seen.moved += repair.kind === 'exams' && repair.allocate.length > 0 ? 1 : 0;
            }
          }
        }
      }),
      runs(150, 5_000),
    );
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(0);
  },
  LONG,
);

test(
  'what breaks names a cause among what happens on that day, and what is missing as an evaluation of it does',
  () => {
    fc.assert(
      fc.property(smallOutlook, (question) => {
        const facts = knownOn(question, question.asOf);
        for (const { id, changes, specializations, channelLevels } of forecastOf(question).partners) {
          for (const entry of [...specializations, ...channelLevels]) {
            if (entry.breaks === null) continue;
            const { on, causes, missing } = entry.breaks;
            const happenings = changes.find((change) => change.on === on)?.happenings ?? [];
            expect(causes.length).toBeGreaterThan(0);
            expect(happenings).toEqual(expect.arrayContaining([...causes]));
            const standing = byTheEngine({ ...facts, asOf: on }).partners.find((partner) => partner.id === id);
            if (!('specialization' in entry)) continue;
            const evaluated = standing?.specializations.find((one) => one.specialization === entry.specialization);
            expect(missing).toEqual(evaluated?.explanation.missing ?? []);
          }
        }
      }),
      runs(60, 3_000),
    );
  },
  LONG,
);

test(
  'what is lost with an individual is what no allocation of the others keeps',
  () => {
    const seen = { specializations: 0, channelLevels: 0, reallocated: 0 };
    fc.assert(
      fc.property(smallOutlook, (question) => {
        const facts = knownOn(question, question.asOf);
        const standings = byTheEngine(facts).partners;
        for (const { id, losses } of forecastOf(question).partners) {
          const standing = standings.find((partner) => partner.id === id);
          const people = facts.partners.find((partner) => partner.id === id)?.affiliations ?? [];
          for (const individual of new Set(people.map((entry) => entry.individual))) {
            const loss = losses.find((entry) => entry.individual === individual);
            const met = readyIn(standing);
            const held = new Set(
              (standing?.specializations ?? [])
                .filter(({ holding }) => holding === 'held' || holding === 'in-renewal')
                .map(({ specialization }) => specialization),
            );
            const kept = met.filter((one) => !loss?.specializations.includes(one));
            seen.specializations += loss?.specializations.length ?? 0;
            seen.channelLevels += loss?.channelLevels.length ?? 0;
            seen.reallocated += loss?.reallocated.length ?? 0;
            const left = standingWithout(facts, id, individual, met);
            const levels = (standing?.channelLevels ?? []).filter(({ readiness }) => readiness === 'met');
            const fallen = levels
              .filter(({ channelLevel }) => !left.levels.includes(channelLevel))
              .map(({ channelLevel }) => channelLevel);
            expect(loss?.channelLevels ?? []).toEqual(fallen);
            if (left.value === undefined) continue;
            expect([kept.filter((one) => held.has(one)).length, kept.length]).toEqual(left.value);
          }
        }
      }),
      runs(80, 3_000),
    );
    for (const often of Object.values(seen)) expect(often).toBeGreaterThan(0);
  },
  LONG,
);

/**
 * The partner without an individual: the levels that are met, and how many of these specializations, held and in all,
 * the best allocation meets where the edition has no others. No number where technologies or pins bind it otherwise.
 */
function standingWithout(question: Question, partnerId: string, individual: string, met: readonly string[]) {
  const partners = question.partners.map((partner) => ({
    ...partner,
    // The other partners stay as they are: who leaves does not go to one of them.
    affiliations: partner.affiliations.filter((entry) => entry.individual !== individual),
  }));
  const asked = { ...question, partners };
  const levels = byTheEngine(asked)
    .partners.filter(({ id }) => id === partnerId)
    .flatMap(({ channelLevels }) => channelLevels)
    .filter(({ readiness }) => readiness === 'met')
    .map(({ channelLevel }) => channelLevel);
  const edition = question.program
    .filter(({ effectiveFrom }) => effectiveFrom <= question.asOf)
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
    .at(-1);
  const own = partners.find(({ id }) => id === partnerId);
  const isBound =
    edition === undefined ||
    edition.specializations.some(({ id, technology }) => met.includes(id) && technology !== undefined) ||
    (own?.allocations ?? []).some(({ pinned }) => pinned === true);
  if (isBound) return { levels, value: undefined };
  const only = {
    ...edition,
    specializations: edition.specializations
      .filter(({ id }) => met.includes(id))
      .map(({ retiredOn: _, ...entry }) => entry),
    allocation: { ...edition.allocation, exempt: (edition.allocation.exempt ?? []).filter((id) => met.includes(id)) },
    channelLevels: [],
  };
  const program = question.program.map((entry) => (entry === edition ? only : entry));
  const best = byTheEngine({ ...asked, program, allocate: 'best' }).partners.find(({ id }) => id === partnerId)?.best;
  return { levels, value: best?.value.slice(0, 2) };
}
