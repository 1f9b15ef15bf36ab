import type { Evaluation } from '../evaluate.ts';
import { type Budget, spend, stepsToSay } from '../explanation/budget.ts';
import type { Explanation } from '../explanation/explanation.ts';
import type { Facts } from '../record/request.ts';

/** A part of an answer in which everything that the answer without the scenario does not have says so. */
export type Imagined<T> = T extends readonly (string | number)[]
  ? T
  : T extends readonly (infer U)[]
    ? readonly Imagined<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Imagined<T[K]> } & { readonly imagined?: true }
      : T;

/**
 * What names an entry of these lists, so that it is held against the entry of that name; an entry of another list is
 * held against one that is equal to it.
 */
const NAMES: { readonly [list: string]: readonly string[] } = {
  individuals: ['id'],
  awards: ['certification'],
  periods: ['validFrom'],
  partners: ['id'],
  specializations: ['specialization'],
  jobRoles: ['specialization', 'jobRole'],
  presence: ['id'],
  channelLevels: ['channelLevel'],
  personnel: ['id'],
  bottlenecks: ['specialization'],
};

type Plain = { readonly [key: string]: unknown };
type Marked = { readonly value: unknown; readonly same: boolean };
const MARK = '"imagined":true,';

/**
 * The answer to a scenario, `now`, held against the answer without it, `before`: an object that differs from its
 * counterpart, or has none, carries `imagined`. A fact cited as evidence, or as an exam of a period, carries it where the
 * record of `facts` and the answer without the scenario do not have it. Costs steps of `budget`.
 */
export function mark(now: Evaluation, before: Evaluation, facts: Facts, budget: Budget): Imagined<Evaluation> {
  const known = factsKnown(before, facts);
  const marked = (value: Plain, same: boolean): Marked => {
    if (same) return { value, same };
    spend(budget, stepsToSay([MARK]), now.asOf);
    return { value: { imagined: true, ...value }, same };
  };
  const isFact = (owner: string, entry: Plain): boolean => known.has(factKey(owner, entry));

  const objectOf = (value: Plain, old: Plain | undefined, owner: string): Marked => {
    spend(budget, 1, now.asOf);
    const parts = Object.entries(value).map(([key, part]) => [key, partOf(key, part, old?.[key], owner)] as const);
    const same = old !== undefined && Object.keys(old).length === parts.length && parts.every(([, part]) => part.same);
    if (same) return { value, same };
    return marked(Object.fromEntries(parts.map(([key, part]) => [key, part.value])), false);
  };

  const listOf = (key: string, values: readonly unknown[], old: readonly unknown[], owner: string): Marked => {
    spend(budget, values.length, now.asOf);
    const counterpart = counterparts(key, old);
    const parts = values.map((entry, index): Marked => {
      if (!isObject(entry)) return { value: entry, same: entry === old[index] };
      if (key === 'by' || key === 'exams') {
        const same = JSON.stringify(entry) === JSON.stringify(old[index]);
        return { value: marked(entry, isFact(owner, entry)).value, same };
      }
      const other = counterpart(entry);
      const whose = key === 'individuals' || key === 'partners' ? String(entry['id']) : owner;
      const { value, same } = objectOf(entry, other, whose);
      return { value, same: same && other === old[index] };
    });
    const same = values.length === old.length && parts.every((part) => part.same);
    return { value: same ? values : parts.map(({ value }) => value), same };
  };

  function partOf(key: string, value: unknown, old: unknown, owner: string): Marked {
    if (Array.isArray(value)) {
      const list = listOf(key, value, Array.isArray(old) ? old : [], owner);
      return { ...list, same: list.same && Array.isArray(old) };
    }
    if (isObject(value)) return objectOf(value, isObject(old) ? old : undefined, owner);
    return { value, same: value === old };
  }

  return objectOf(now, before, '').value as Imagined<Evaluation>;
}

function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Finds the entry of a list that another one is held against; each is found once. */
function counterparts(key: string, old: readonly unknown[]): (entry: Plain) => Plain | undefined {
  const nameOf = (entry: Plain): string => {
    if (key === 'of') return JSON.stringify([entry['rule'], entry['subject']]);
    return JSON.stringify(NAMES[key]?.map((part) => entry[part]) ?? entry);
  };
  const named = Map.groupBy(old.filter(isObject), nameOf);
  if (key !== 'of') {
    const waiting = new Map([...named].map(([name, entries]) => [name, entries.values()]));
    return (entry) => waiting.get(nameOf(entry))?.next().value;
  }
  // Several reasons alike are those of several individuals.
  const byOwner = new Map([...named].map(([name, nodes]) => [name, Map.groupBy(nodes, ownerOf)]));
  return (entry) => {
    const nodes = named.get(nameOf(entry)) ?? [];
    return nodes.length === 1 ? nodes[0] : byOwner.get(nameOf(entry))?.get(ownerOf(entry))?.shift();
  };
}

/** Whose reason a node of an explanation is: whom the first fact below it is about. */
function ownerOf(node: Plain): string | undefined {
  const { by, of } = node as Explanation;
  const [fact] = by;
  if (fact !== undefined) return fact.individual;
  for (const part of of) {
    const owner = ownerOf(part);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

/** One text for a fact: an allocation is one partner's, a pass, an acceptance or an award one individual's. */
function factKey(owner: string, fact: Plain | object): string {
  if ('jobRole' in fact) return JSON.stringify([owner, fact]);
  return JSON.stringify('individual' in fact ? fact : { individual: owner, ...fact });
}

/** What may be cited without being imagined: the passes and acceptances of the record, and the awards and allocations of the answer. */
function factsKnown({ individuals, partners }: Evaluation, facts: Facts): ReadonlySet<string> {
  const known = new Set<string>();
  const add = (fact: object, owner = ''): void => {
    known.add(factKey(owner, fact));
  };
  for (const { id: individual, exams, agreements = [] } of facts.individuals) {
    for (const { exam, takenOn, result } of exams) if (result === 'pass') add({ individual, exam, takenOn });
    for (const { agreement, acceptedOn } of agreements) add({ individual, agreement, acceptedOn });
  }
  for (const { id: individual, awards } of individuals) {
    for (const { certification, periods } of awards) {
      for (const { validFrom, validUntil } of periods) add({ individual, certification, validFrom, validUntil });
    }
  }
  for (const { id, allocations } of partners) for (const entry of allocations) add(entry, id);
  return known;
}
