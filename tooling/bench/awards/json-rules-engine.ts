import type { Requirement } from '@standing/domain/source/src/edition/requirement.ts';
import type { Edition } from '@standing/domain/source/src/index.ts';
import { Engine, type NestedCondition, type TopLevelCondition } from 'json-rules-engine';
import type { Open } from '../race/contender.ts';
import type { Records } from './records.ts';

const DAY_MS = 86_400_000;
const dayOf = (text: string): number => Date.parse(text) / DAY_MS;

/**
 * The same rules for json-rules-engine: one for each certification, those that others require first; what is earned becomes
 * a fact for the rest of the run. Rules are made once, and one run is made for each individual.
 */
export const open: Open<Records> = () => {
  let instance: { readonly records: Records; readonly engine: Engine } | undefined;
  return Promise.resolve({
    take: (records) => {
      instance = { records, engine: engineFor(records.edition) };
    },
    run: async () => {
      if (instance === undefined) throw new Error('No instance');
      const { records, engine } = instance;
      const found: { readonly id: string; readonly active: readonly string[] }[] = [];
      for (const { id, exams } of records.individuals) {
        const facts: Record<string, unknown> = {};
        for (const { exam, takenOn, result } of exams) if (result === 'pass') facts[`exam ${exam}`] = dayOf(takenOn);
        const { events } = await engine.run(facts);
        found.push({ id, active: events.map(({ type }) => type) });
      }
      return { answer: () => found.map(({ id, active }) => `${id} ${active.toSorted().join(' ')}`).join('\n') };
    },
  });
};

function engineFor({ certifications }: Edition): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  const known = new Map(certifications.map(({ id, requires }) => [id, requires]));
  const depth = (requirement: Requirement): number =>
    'certification' in requirement
      ? 1 + depth(known.get(requirement.certification) ?? { anyOf: [] })
      : Math.max(0, ...partsOf(requirement).map(depth));
  for (const { id, requires } of certifications) {
    const condition = conditionOf(requires);
    engine.addRule({
      conditions: 'fact' in condition ? { all: [condition] } : (condition as TopLevelCondition),
      event: { type: id },
      // Rules of one priority run together, of a higher one before.
      priority: 100 - depth(requires),
      onSuccess: (_, almanac) => {
        almanac.addFact(`certification ${id}`, true);
      },
    });
  }
  return engine;
}

function conditionOf(requirement: Requirement): NestedCondition {
  if ('certification' in requirement) {
    return { fact: `certification ${requirement.certification}`, operator: 'equal', value: true };
  }
  if ('exam' in requirement) {
    const { exam, taken = {}, ...windows } = requirement;
    if ('accepted' in windows || 'within' in windows) throw new Error('This rule is not stated for json-rules-engine');
    const fact = `exam ${exam}`;
    return {
      all: [
        { fact, operator: 'greaterThanInclusive', value: taken.from === undefined ? 0 : dayOf(taken.from) },
        ...(taken.until === undefined ? [] : [{ fact, operator: 'lessThan', value: dayOf(taken.until) }]),
      ],
    };
  }
  const parts = partsOf(requirement).map(conditionOf);
  if ('allOf' in requirement) return { all: parts };
  if ('anyOf' in requirement) return { any: parts };
  throw new Error('This rule is not stated for json-rules-engine');
}

function partsOf(requirement: Requirement): readonly Requirement[] {
  if ('allOf' in requirement) return requirement.allOf;
  if ('anyOf' in requirement) return requirement.anyOf;
  return 'of' in requirement ? requirement.of : [];
}
