import type { Explanation, Program } from '../src/index.ts';
import { awardSentence } from './en-awards.ts';
import { bottleneckSentence } from './en-bottlenecks.ts';
import { faultInEnglish } from './en-faults.ts';
import { forecastSentences } from './en-forecasts.ts';
import { impactSentences } from './en-impacts.ts';
import { partnerSentence } from './en-partners.ts';
import { planSentences } from './en-plans.ts';
import { scenarioSentences } from './en-scenarios.ts';
import { namesOf } from './names.ts';
import { whose } from './whose.ts';
import type { Context, ExplanationInWords, Words } from './words.ts';

/** English. */
export const english: Words = {
  language: 'en',
  explain,
  bottleneck: (program) => bottleneckSentence(namesOf(program, 'en')),
  scenario: (program) => scenarioSentences(namesOf(program, 'en')),
  impact: (program) => impactSentences(namesOf(program, 'en')),
  plan: (program) => planSentences(namesOf(program, 'en')),
  forecast: (program) => forecastSentences(namesOf(program, 'en')),
  fault: faultInEnglish,
};

function explain(program: Program, asOf: string): (explanation: Explanation) => ExplanationInWords {
  const names = namesOf(program, 'en');
  const say = (node: Explanation, context: Context): ExplanationInWords => {
    const specialization =
      node.subject !== undefined && 'specialization' in node.subject
        ? { specialization: node.subject.specialization }
        : {};
    const { of, ...rest } = node;
    const within = { ...context, ...specialization, above: node };
    return {
      ...rest,
      words: sentence(node, { ...context, ...specialization }),
      of: of.map((part) => say(part, within)),
    };
  };
  return (explanation) => say(explanation, { names, asOf });
}

function sentence(node: Explanation, context: Context): string {
  const own = partnerSentence(node, context) ?? awardSentence(node, context);
  if (context.above === undefined && isVerdict(node) && assumed(node))
    return `${own} It rests on a rule that is our assumption.`;
  // Below a place stand the reasons of each individual who fills it.
  const person = context.above !== undefined && isPlace(context.above) ? whose(node) : undefined;
  return person === undefined || isPlace(node) || node.rule === 'waiver' ? own : `${person}: ${own}`;
}

function isVerdict({ rule }: Explanation): boolean {
  return rule === 'specialization' || rule === 'channel-level';
}

function isPlace({ rule }: Explanation): boolean {
  return rule === 'job-role' || rule === 'presence' || rule === 'personnel';
}

function assumed(node: Explanation): boolean {
  return node.basis === 'assumed' || node.of.some(assumed);
}
