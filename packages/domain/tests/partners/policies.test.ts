import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edition, PartnerFacts } from '../../src/index.ts';
import { runs } from '../runs.ts';
import { byTheEngine } from './engine.ts';
import { partnerByTheContract } from './oracle.ts';
import type { Question } from './oracle-scene.ts';
import { smallQuestion } from './small-partners.ts';

type Allocation = Edition['allocation'];
type Specialization = Edition['specializations'][number];

const limits =
  (change: (allocation: Allocation) => Allocation) =>
  (question: Question): Question => ({
    ...question,
    program: question.program.map((edition) => ({ ...edition, allocation: change(edition.allocation) })),
  });
const specializations =
  (change: (entry: Specialization) => Specialization) =>
  (question: Question): Question => ({
    ...question,
    program: question.program.map((edition) => ({
      ...edition,
      specializations: edition.specializations.map(change),
    })),
  });
const partners =
  (change: (partner: PartnerFacts) => PartnerFacts) =>
  (question: Question): Question => ({ ...question, partners: question.partners.map(change) });

/** A question without one of the things that the best allocation heeds. */
const WITHOUT: { readonly [policy: string]: (question: Question) => Question } = {
  'job roles in total': limits(({ maxJobRoles: _, ...rest }) => rest),
  'specializations in total': limits(({ maxSpecializations: _, ...rest }) => rest),
  'job roles a specialization': limits(({ maxJobRolesPerSpecialization: _, ...rest }) => rest),
  'limits by kind': limits(({ kinds: _, ...rest }) => rest),
  'no mixing of kinds': limits(({ mixKinds: _, ...rest }) => rest),
  exemptions: limits(({ exempt: _, ...rest }) => rest),
  technology: specializations(({ technology: _, ...rest }) => rest),
  'retired specializations': specializations(({ retiredOn: _, ...rest }) => rest),
  presence: specializations(({ presence: _, ...rest }) => rest),
  waivers: partners(({ waivers: _, ...rest }) => rest),
  pins: partners(({ allocations = [], ...rest }) => ({
    ...rest,
    allocations: allocations.map(({ pinned: _, ...allocation }) => allocation),
  })),
  holdings: partners(({ holdings: _, ...rest }) => rest),
  'given ones kept': partners(({ allocations: _, ...rest }) => rest),
};

const FIRST = 'held ones before more of them';

// What the agreement with exhaustive search is worth depends on what the generated partners come to.
test('qa#2.11: every policy decides the value of the best allocation of some generated partners', () => {
  const decided = new Map([...Object.keys(WITHOUT), FIRST].map((policy) => [policy, 0]));
  const count = (policy: string) => decided.set(policy, (decided.get(policy) ?? 0) + 1);
  fc.assert(
    fc.property(smallQuestion, (question) => {
      const asked: Question = { ...question, allocate: 'best' };
      const answer = byTheEngine(asked);
      const valuesOf = (of: Question) => of.partners.map(({ id }) => partnerByTheContract(of, id, answer).value);
      const whole = valuesOf(asked);
      for (const [policy, without] of Object.entries(WITHOUT)) {
        const values = valuesOf(without(asked));
        if (values.join(' ') !== whole.join(' ')) count(policy);
        const more = values.some((value, index) => (value?.[1] ?? 0) > (whole[index]?.[1] ?? 0));
        if (policy === 'holdings' && more) count(FIRST);
      }
    }),
    runs(200, 2_000),
  );
  expect([...decided].filter(([, times]) => times < 2)).toEqual([]);
}, 1_800_000);
