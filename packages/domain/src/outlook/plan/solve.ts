import type { Place } from '../../allocation/place.ts';
import { individualOf } from '../../award/individual.ts';
import { compare } from '../../calendar/compare.ts';
import type { Day } from '../../calendar/day.ts';
import { knownOn } from '../../edition/known.ts';
import { leavesOf, type Node } from '../../edition/node.ts';
import type { Program } from '../../edition/program.ts';
import { type Budget, OutOfSteps, spend } from '../../explanation/budget.ts';
import type { Facts } from '../../record/request.ts';
import type { IndividualFacts, PartnerFacts } from '../../record/schema.ts';
import { type Aim, type Row, type Scene, sceneOf } from './aim.ts';
import { AtBest, type PersonWay } from './at-best.ts';
import { type Choices, choicesOf } from './choices.ts';
import type { Covering, Group } from './covering.ts';
import { Family } from './exam-sets.ts';
import { fewest } from './fewest.ts';
import { Person, type PlanScene } from './person.ts';
import { type Span, sittingsOf, spansOf } from './sittings.ts';
import type { Doing } from './trial.ts';
import { waysReader } from './ways.ts';

/** What one individual does in a plan, and the rows that it then serves. */
export type Task = {
  readonly person: Person;
  readonly way: PersonWay;
  readonly doing: Doing;
  readonly rows: readonly number[];
};

export type Solution = {
  readonly tasks: readonly Task[];
  readonly cost: number;
  /** People that each row lacks whatever is done. */
  readonly short: readonly number[];
  readonly proven: boolean;
  readonly bound: number;
};

/** Ways that single individuals must not take, by id: how another plan is asked for. */
export type Bans = ReadonlyMap<string, ReadonlySet<string>>;

/** Trials of one plan while ways of individuals are gone through one by one. */
const MOST_DEEP_TRIALS = 20_000;

/** One target of one partner, ready to be solved again and again. */
export class Planner {
  readonly scenes: readonly Scene[];
  readonly rows: readonly Row[];
  readonly spans: readonly Span[];
  /** Whose exams can count, by id. */
  readonly people: readonly Person[];
  readonly #budget: Budget;
  readonly #known = new Map<readonly PersonWay[], Map<string, Choices>>();

  /** `aims` by day; the facts are those known on `asOf`, the partner is one of them. */
  constructor(program: Program, asOf: Day, facts: Facts, partner: PartnerFacts, aims: readonly Aim[], budget: Budget) {
    this.#budget = budget;
    const byId = new Map(facts.individuals.map((entry) => [entry.id, entry]));
    this.scenes = aims.map((aim, index) => {
      const known = knownOn(program, aim.day);
      if (known === undefined) throw new Error('A plan is asked for before the first edition');
      const individuals = new Map<string, ReturnType<typeof individualOf>>();
      return sceneOf(index, aim, partner, facts, known, (id) => {
        const own = byId.get(id);
        if (own === undefined) return undefined;
        const individual = individuals.get(id) ?? individualOf(own, known, budget);
        individuals.set(id, individual);
        return individual;
      });
    });
    this.rows = this.scenes.flatMap(({ rows }) => rows);
    this.spans = spansOf(program, asOf, aims.at(-1)?.day ?? asOf);
    const now = knownOn(program, asOf)?.current;
    const last = this.scenes.at(-1)?.program;
    const ids = new Set(this.scenes.flatMap(({ people }) => people));
    if (now === undefined || last === undefined) {
      this.people = [];
      return;
    }
    const named = namedBy(this.rows, this.spans);
    const plan: PlanScene = {
      scenes: this.scenes,
      rows: this.rows,
      spans: this.spans,
      ...named,
      budget,
      trials: { left: MOST_DEEP_TRIALS },
    };
    const numbers = new Map(named.exams.map((exam, index) => [exam, index]));
    const alike = new Map<string, AtBest>();
    this.people = [...ids].sort(compare).map((id) => {
      const own = byId.get(id) as IndividualFacts;
      const before = individualOf(own, last, budget);
      const sittings = new Map(named.exams.map((exam) => [exam, sittingsOf(exam, this.spans, own, now)]));
      const waysTo = waysReader({
        history: before.history,
        awards: before.awards,
        sittings: (exam) => sittings.get(exam) ?? [],
        numberOf: (exam) => numbers.get(exam) as number,
        spans: this.spans,
        budget,
      });
      const families = this.rows.map((row) => {
        const scene = this.scenes[row.aim] as Scene;
        return scene.people.includes(id) ? waysTo(row.places.requires, scene.aim.day) : Family.NONE;
      });
      // Who lacks the same can do the same: what that is, is worked out once.
      const most = this.#mostRows(id);
      const key = `${most} ${families.map(({ sets }) => sets.join(';')).join('|')}`;
      const atBest = alike.get(key) ?? new AtBest(families, most, budget);
      alike.set(key, atBest);
      return new Person(own, before, plan, atBest, (exam) => sittings.get(exam) ?? []);
    });
  }

  /** How many rows one individual can be taken for at once, at most. */
  #mostRows(id: string): number {
    return this.scenes.reduce((sum, { rows, program, pins, people }) => {
      if (!people.includes(id)) return sum;
      const jobRoles = rows.filter(({ rule }) => rule === 'job-role');
      const exempt = jobRoles.filter(({ place }) => place?.exempt === true).length;
      const used = pins.filter((pin) => pin.individual === id && !pin.place.exempt).length;
      const counted = Math.min(jobRoles.length - exempt, Math.max(0, program.current.limits.maxJobRoles - used));
      const present = rows.filter(({ rule }) => rule === 'presence').length;
      const levels = new Set(rows.filter(({ rule }) => rule === 'personnel').map(({ of }) => of)).size;
      return sum + exempt + counted + present + levels;
    }, 0);
  }

  /** People with the same choices, by the first of them. */
  #groups(bans: Bans): readonly (Group & Choices & { readonly members: readonly Person[] })[] {
    const groups = new Map<Choices, Person[]>();
    for (const person of this.people) {
      const banned = bans.get(person.facts.id);
      const choices =
        banned === undefined ? this.#choicesOf(person) : this.#choices(person, person.waysWithout(banned));
      const members = groups.get(choices);
      if (members === undefined) groups.set(choices, [person]);
      else members.push(person);
    }
    return [...groups].map(([choices, members]) => ({ ...choices, members, size: members.length }));
  }

  /** The same object for people who can do the same and have the same pins. */
  #choicesOf(person: Person): Choices {
    const ways = person.ways();
    const key = this.#pinsOf(person)
      .map((places) => places.map(({ index }) => index).join())
      .join(';');
    const known = this.#known.get(ways) ?? new Map<string, Choices>();
    this.#known.set(ways, known);
    const choices = known.get(key) ?? this.#choices(person, ways);
    known.set(key, choices);
    return choices;
  }

  #choices(person: Person, ways: readonly PersonWay[]): Choices {
    return choicesOf(ways, this.#pinsOf(person), this.scenes, this.rows, (steps) =>
      spend(this.#budget, steps, person.facts.id),
    );
  }

  #pinsOf({ facts: { id } }: Person): readonly (readonly Place[])[] {
    return this.scenes.map(({ pins }) => pins.filter(({ individual }) => individual === id).map(({ place }) => place));
  }

  /** The fewest exams, each way tried out; what cannot be done as the rules allow at best is asked for anew. */
  solve(bans: Bans, search: Budget): Solution {
    const demand = this.rows.map(({ needed }) => needed);
    let bound = 0;
    for (;;) {
      const groups = this.#groups(bans);
      const problem: Covering = { demand, groups };
      const found = fewest(problem, halfOf(search));
      const isShort = found.short.some((each) => each > 0);
      const certain = this.people.every((person) => person.certain);
      // Ways are never said to cost more than they do: what the core proves of them holds for the plan.
      if (certain && !isShort) bound = Math.max(bound, found.bound.cost);
      const left = [...demand];
      const tasks: Task[] = [];
      let failed = false;
      for (const [index, taken] of isShort ? [] : found.taken.entries()) {
        for (const [at, { way, entries }] of taken.entries()) {
          const group = groups[index];
          const [person, own] = [group?.members[at], group?.own[way]];
          if (person === undefined || own === undefined) throw new Error('The core took what nobody offered');
          const rows = entries
            .flatMap((entry, menu) => [...(group?.ways[way]?.menus[menu]?.[entry] ?? [])])
            .filter((row) => (left[row] as number) > 0);
          for (const row of rows) left[row] = (left[row] as number) - 1;
          if (rows.length === 0) continue;
          const doing = person.tryOut(own, rows);
          if (doing === undefined) failed = true;
          else tasks.push({ person, way: own, doing, rows });
        }
      }
      if (failed) continue;
      const cost = tasks.reduce((sum, { doing }) => sum + doing.exams.length, 0);
      const proven = isShort ? found.proven && certain : bound === cost;
      return { tasks, cost, short: found.short, proven, bound };
    }
  }
}

/** Half of what is left, so that something is left to look again with. */
function halfOf(search: Budget): (steps: number) => void {
  const end = Math.floor(search.left / 2);
  return (steps) => {
    search.left -= steps;
    if (search.left < end) throw new OutOfSteps('');
  };
}

/** The exams and agreements that can have a part in serving these rows, over certifications that others require. */
function namedBy(rows: readonly Row[], spans: readonly Span[]) {
  const exams = new Set<string>();
  const certifications = new Set<string>();
  const agreements = new Set<string>();
  const read = (node: Node): void => {
    for (const leaf of leavesOf(node)) {
      if (leaf.rule === 'exam') exams.add(leaf.exam);
      else certifications.add(leaf.certification);
    }
  };
  for (const { places } of rows) read(places.requires);
  // The set grows while it is gone through.
  for (const id of certifications) {
    for (const { edition } of spans) {
      const entry = edition.certifications.get(id);
      if (entry !== undefined) {
        read(entry.requires);
        read(entry.recertification.requires);
        for (const agreement of entry.recertification.agreements) agreements.add(agreement);
      }
      for (const [exam, extensions] of edition.extensions) {
        if (extensions.some((extension) => extension.certifications.includes(id))) exams.add(exam);
      }
    }
  }
  return { exams: [...exams].sort(compare), agreements: [...agreements].sort(compare) };
}
