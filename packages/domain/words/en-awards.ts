import type { Explanation, Missing } from '../src/index.ts';
import { count, date, list, upper } from './en-grammar.ts';
import type { Context } from './words.ts';

/** What to say at a node about exams, certifications and agreements. */
export function awardSentence(node: Explanation, context: Context): string {
  switch (node.rule) {
    case 'exam':
    case 'certification':
    case 'agreement':
      return node.met ? evidence(node, context) : needed(node, context);
    case 'any-of': {
      const met = node.of.find((part) => part.met);
      if (met === undefined) return `One of these is enough. ${stillNeeded(node, context)}`;
      return `One of these is enough: ${lower(awardSentence(met, context))}`;
    }
    case 'at-least': {
      const have = node.have ?? 0;
      const there = `${upper(count(node.needed ?? 0))} of these ${count(node.of.length)} are needed; ${have === 0 ? 'none is' : have === 1 ? 'one is' : `${count(have)} are`} there.`;
      return node.met ? there : `${there} ${stillNeeded(node, context)}`;
    }
    default:
      if (node.met && node.of.length === 0) return 'It has no end, so nothing has to be done.';
      return node.met ? 'All that is needed is there.' : stillNeeded(node, context);
  }
}

/** What is missing, as a noun. */
export function missingThing(entry: Missing, context: Context): string {
  if ('exam' in entry) {
    return `${context.names.exam(entry.exam)}${entry.until === undefined ? '' : `, before ${date(entry.until)}`}`;
  }
  if ('certification' in entry) return context.names.certification(entry.certification);
  if ('agreement' in entry) return `the ${context.names.agreement(entry.agreement)}`;
  return '';
}

function stillNeeded({ missing }: Explanation, context: Context): string {
  const late = missing.find((entry) => 'exam' in entry && entry.until !== undefined && entry.until <= context.asOf);
  if (late !== undefined && 'exam' in late && late.until !== undefined) {
    return `It cannot be met any more: ${context.names.exam(late.exam)} counted only before ${date(late.until)}.`;
  }
  if (missing.length === 0) return 'It cannot be met any more.';
  return `Still needed: ${list(missing.map((entry) => missingThing(entry, context)))}.`;
}

function evidence({ by, subject }: Explanation, context: Context): string {
  const [fact] = by;
  if (fact !== undefined && 'takenOn' in fact)
    return `${context.names.exam(fact.exam)} was passed on ${date(fact.takenOn)}.`;
  if (fact !== undefined && 'acceptedOn' in fact) {
    return `The ${context.names.agreement(fact.agreement)} was accepted on ${date(fact.acceptedOn)}.`;
  }
  if (fact !== undefined && 'validFrom' in fact) {
    const name = context.names.certification(fact.certification);
    return fact.validUntil === null
      ? `${name} is active and has no end.`
      : `${name} is active until ${date(fact.validUntil)}.`;
  }
  return `${subject !== undefined && 'certification' in subject ? context.names.certification(subject.certification) : 'It'} is active.`;
}

function needed({ missing, subject }: Explanation, context: Context): string {
  const [entry] = missing;
  if (entry === undefined) {
    const name =
      subject !== undefined && 'certification' in subject ? context.names.certification(subject.certification) : 'This';
    return `${name} can no longer be earned: the edition in force does not know it.`;
  }
  if ('exam' in entry) {
    const exam = context.names.exam(entry.exam);
    if (entry.until === undefined) return `${exam} must be passed.`;
    if (entry.until <= context.asOf) return `It is too late for ${exam}: it counted only before ${date(entry.until)}.`;
    return `${exam} must be passed. It counts only before ${date(entry.until)}.`;
  }
  if ('certification' in entry) return `${context.names.certification(entry.certification)} must be active.`;
  return `${upper(missingThing(entry, context))} must be accepted.`;
}

/** Inside a sentence; a name keeps its capitals. */
function lower(text: string): string {
  return /^(The|One|All|It|Still) /.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
