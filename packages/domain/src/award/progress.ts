import { formatDay } from '../calendar/day.ts';
import type { CompiledCertification } from '../edition/compiled.ts';
import { EXPLANATION_STEPS, spend, stepsToSay } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { explained, explainedWithExam, leaf, open, type Scene, together } from './explain.ts';
import { firstFrom } from './history.ts';
import { type AwardPeriod, overOn } from './replay.ts';

/**
 * How far an individual is toward an award, or, while it is active or suspended, toward recertifying it. An award
 * without an end needs nothing; one that the edition in force no longer knows cannot be earned.
 */
export function progressOf(
  id: string,
  certification: CompiledCertification | undefined,
  latest: AwardPeriod | undefined,
  scene: Omit<Scene, 'since'>,
): Explanation {
  const nothing = { by: [], missing: [], of: [] };
  if (latest?.until === Number.POSITIVE_INFINITY) {
    const { cites, basis } = certification?.origin ?? { cites: [], basis: 'stated' as const };
    spend(scene.budget, EXPLANATION_STEPS + stepsToSay(cites), scene.history.id);
    return { met: true, rule: 'all-of', cites, basis, ...nothing };
  }
  if (certification === undefined) {
    return {
      met: false,
      rule: 'certification',
      subject: { certification: id },
      cites: [],
      basis: 'stated',
      ...nothing,
    };
  }
  const over = latest === undefined ? Number.NEGATIVE_INFINITY : overOn(latest);
  if (latest === undefined || scene.day >= over) return towardAward(certification, { ...scene, since: over });
  return towardRecertification(certification, { ...scene, since: latest.from + 1 });
}

function towardAward(certification: CompiledCertification, scene: Scene): Explanation {
  const { requires, origin } = certification;
  const first = scene.since === Number.NEGATIVE_INFINITY;
  return (first ? explained : explainedWithExam)(requires, scene, origin).explanation;
}

function towardRecertification({ recertification }: CompiledCertification, scene: Scene): Explanation {
  const { requires, agreements, origin, agreementOrigin } = recertification;
  const exams = explainedWithExam(requires, scene, origin);
  if (agreements.length === 0) return exams.explanation;
  const accepted = agreements.map((agreement) => {
    spend(
      scene.budget,
      EXPLANATION_STEPS + stepsToSay([...agreementOrigin.cites, agreement, agreement]),
      scene.history.id,
    );
    const first = firstFrom(scene.history.acceptances.get(agreement), scene.since);
    const by = first === undefined ? [] : [{ individual: scene.history.id, agreement, acceptedOn: formatDay(first) }];
    return leaf('agreement', { agreement }, by, open({ agreement }), agreementOrigin);
  });
  return together([exams, ...accepted], scene, agreementOrigin);
}
