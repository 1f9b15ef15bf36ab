import type { Acceptance, Obstacle, Plan, PlanWay, Program, Result, Step } from '../src/index.ts';
import type { Words } from './words.ts';

type Said<T> = T & { readonly words: string };
type WayInWords = Omit<PlanWay, 'steps' | 'accepts'> & {
  readonly words: string;
  readonly steps: readonly Said<Step>[];
  readonly accepts: readonly Said<Acceptance>[];
};

/** A plan with a sentence for the whole, for each way, step, acceptance and obstacle, and for the edition before. */
export type PlanInWords = Omit<Plan, 'plan' | 'alternatives' | 'obstacles' | 'editionBefore'> & {
  readonly words: string;
  readonly plan: WayInWords | null;
  readonly obstacles: readonly Said<Obstacle>[];
  readonly alternatives: readonly WayInWords[];
  readonly editionBefore:
    | (Omit<NonNullable<Plan['editionBefore']>, 'steps' | 'obstacles'> & {
        readonly words: string;
        readonly steps: readonly Said<Step>[];
        readonly obstacles: readonly Said<Obstacle>[];
      })
    | null;
};

/** The same answer with `words`; `program` has the editions that the plan knows. */
export function planInWords(plan: Plan, program: Program, words: Words): Result<PlanInWords> {
  const say = words.plan(program);
  const steps = (all: readonly Step[]) => all.map((step) => ({ ...step, words: say.step(step) }));
  const obstacles = (all: readonly Obstacle[]) => all.map((each) => ({ ...each, words: say.obstacle(each) }));
  const way = (each: PlanWay): WayInWords => ({
    ...each,
    words: say.way(each),
    steps: steps(each.steps),
    accepts: each.accepts.map((entry) => ({ ...entry, words: say.acceptance(entry) })),
  });
  const { editionBefore: before } = plan;
  return {
    ok: true,
    value: {
      ...plan,
      words: say.summary(plan),
      plan: plan.plan === null ? null : way(plan.plan),
      obstacles: obstacles(plan.obstacles),
      alternatives: plan.alternatives.map(way),
      editionBefore:
        before === null
          ? null
          : {
              ...before,
              words: say.before(before),
              steps: steps(before.steps),
              obstacles: obstacles(before.obstacles),
            },
    },
  };
}
