import { formatDay } from '../calendar/day.ts';
import type { CompiledCertification } from '../edition/compiled.ts';
import { EXPLANATION_STEPS, spend, stepsToSay } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import { EVER } from './evidence.ts';
import { explained, explainedWithExam, leaf, open, together } from './explain.ts';
import { type AwardPeriod, overOn } from './period.ts';
import type { Scene } from './scene.ts';

/**
 * How far an individual is toward an award, or, while it is active or suspended, toward recertifying it. An award
 * without an end needs nothing; one that the edition in force no longer knows cannot be earned.
 */
export function progressOf(
  id: string,
  certification: CompiledCertification | undefined,
  latest: AwardPeriod | undefined,
  scene: Scene,
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
  const over = latest === undefined ? EVER : overOn(latest);
  if (latest === undefined || scene.day >= over) return towardAward(certification, scene.from(over));
  return towardRecertification(certification, scene.from(latest.from + 1));
}

function towardAward(certification: CompiledCertification, scene: Scene): Explanation {
  const { requires, origin } = certification;
  const first = scene.since === EVER;
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
    const first = scene.history.firstAcceptance(agreement, scene.since);
    const by = first === undefined ? [] : [{ individual: scene.history.id, agreement, acceptedOn: formatDay(first) }];
    return leaf('agreement', { agreement }, by, open({ agreement }), agreementOrigin);
  });
  return together([exams, ...accepted], scene, agreementOrigin);
}
