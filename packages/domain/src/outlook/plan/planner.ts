import type { Place } from '../../allocation/place.ts';
import { individualOf } from '../../award/individual.ts';
import { compare } from '../../calendar/compare.ts';
import type { Day } from '../../calendar/day.ts';
import { knownOn } from '../../edition/known.ts';
import type { Program } from '../../edition/program.ts';
import { type Budget, spend } from '../../explanation/budget.ts';
import type { Facts } from '../../record/request.ts';
import type { IndividualFacts, PartnerFacts } from '../../record/schema.ts';
import { type Aim, type Row, type Scene, sceneOf } from './aim.ts';
import { AtBest, type PersonWay } from './at-best.ts';
import { type Choices, Chooser } from './choices.ts';
import type { Group } from './covering.ts';
import { Family } from './exam-sets.ts';
import { namedBy } from './named.ts';
import { Person, type PlanScene } from './person.ts';
import { type Span, sittingsOf, spansOf } from './sittings.ts';
import { waysReader } from './ways.ts';

/** Ways that single individuals must not take, by id: how another plan is asked for. */
export type Bans = ReadonlyMap<string, ReadonlySet<string>>;

/** People with the same choices. */
export type Crowd = Group & Choices & { readonly members: readonly Person[] };

/**
 * Which ways the core is asked with: those that prove a bound, or those that can be planned with; of the latter all, those
 * with few exams, or those with none.
 */
export type Purpose = 'bound' | 'plan' | 'few' | 'none';
const MOST_EXAMS = { plan: Number.POSITIVE_INFINITY, few: 2, none: 0 };

/** Ways of individuals who are not alike, together at most so many; each has some, whatever they are together. */
const MOST_WAYS = { together: 20_000, least: 30, each: 2000 };
/** With more kinds of individuals than so many a plan is looked for before its bound. */
const LARGE = 50;
/** Of each row so many more individuals than it needs are asked for a plan; for a bound all are. */
const SPARE = { small: 12, large: 3 };

export type Questioned = {
  readonly program: Program;
  readonly asOf: Day;
  /** Those known on `asOf`. */
  readonly facts: Facts;
  readonly partner: PartnerFacts;
  /** By day. */
  readonly aims: readonly Aim[];
  /** To read the facts with. */
  readonly budget: Budget;
  /** For all that is looked for then. */
  readonly search: Budget;
};

/** One target of one partner, ready to be solved again and again. */
export class Planner {
  readonly scenes: readonly Scene[];
  readonly rows: readonly Row[];
  readonly spans: readonly Span[];
  /** Whose exams can count, by id. */
  readonly people: readonly Person[];
  readonly search: Budget;
  isLarge = false;
  readonly #pins: ReadonlyMap<string, readonly (readonly Place[])[]>;
  readonly #chooser: Chooser;
  readonly #choices = new Map<string, Map<readonly PersonWay[], Map<string, Choices>>>();

  constructor({ program, asOf, facts, partner, aims, budget, search }: Questioned) {
    this.search = search;
    const byId = new Map(facts.individuals.map((entry) => [entry.id, entry]));
    this.scenes = aims.map((aim, index) => {
      const known = knownOn(program, aim.day);
      if (known === undefined) throw new Error('A plan is asked for before the first edition');
      spend(
        budget,
        facts.partners.reduce((sum, { affiliations }) => sum + 1 + affiliations.length, 0),
        partner.id,
      );
      const individuals = new Map<string, ReturnType<typeof individualOf>>();
      return sceneOf(index, aim, partner, facts, known, {
        has: (id) => byId.has(id),
        of: (id) => {
          const own = byId.get(id);
          if (own === undefined) return undefined;
          const individual = individuals.get(id) ?? individualOf(own, known, budget);
          individuals.set(id, individual);
          return individual;
        },
      });
    });
    this.rows = this.scenes.flatMap(({ rows }) => rows);
    this.spans = spansOf(program, asOf, aims.at(-1)?.day ?? asOf);
    this.#chooser = new Chooser(this.scenes, this.rows, search);
    this.#pins = this.#pinned();
    this.people = this.#read(program, asOf, byId, budget);
  }

  #read(program: Program, asOf: Day, byId: ReadonlyMap<string, IndividualFacts>, budget: Budget): readonly Person[] {
    const { scenes, rows, spans, search } = this;
    const now = knownOn(program, asOf)?.current;
    const last = scenes.at(-1)?.program;
    if (now === undefined || last === undefined) return [];
    const named = namedBy(rows, spans, budget);
    const plan: PlanScene = { scenes, rows, spans, ...named, budget: search };
    const numbers = new Map(named.exams.map((exam, index) => [exam, index]));
    const whenever = new Map(named.exams.map((exam) => [exam, sittingsOf(exam, spans, [], now)]));
    const there = scenes.map(({ people }) => new Set(people));
    const ids = [...new Set(scenes.flatMap(({ people }) => people))].sort(compare);
    const read = ids.map((id) => {
      const own = byId.get(id) as IndividualFacts;
      spend(budget, 20 + own.exams.length + rows.length, id);
      const before = individualOf(own, last, budget);
      const failed = new Set(own.exams.flatMap(({ exam, result }) => (result === 'fail' ? exam : [])));
      const sittings = new Map(
        [...failed].filter((exam) => numbers.has(exam)).map((exam) => [exam, sittingsOf(exam, spans, own.exams, now)]),
      );
      const sittingsFor = (exam: string) => sittings.get(exam) ?? whenever.get(exam) ?? [];
      const waysTo = waysReader({
        history: before.history,
        awards: before.awards,
        sittings: sittingsFor,
        numberOf: (exam) => numbers.get(exam) as number,
        spans,
        budget,
      });
      const families = rows.map((row) =>
        there[row.aim]?.has(id) === true
          ? waysTo(row.places.requires, (scenes[row.aim] as Scene).aim.day)
          : Family.NONE,
      );
      spend(
        budget,
        families.reduce((sum, { sets }) => sum + sets.length, 0),
        id,
      );
      // Who lacks the same can do the same: what that is, is worked out once.
      const most = this.#mostRows(id, there);
      const key = `${most} ${families.map(({ sets, lost }) => `${sets.join(';')} ${lost}`).join('|')}`;
      return { own, before, families, most, key, sittingsFor };
    });
    const kinds = new Set(read.map(({ key }) => key)).size;
    this.isLarge = kinds > LARGE;
    const asked = cheapestFor(rows, read, this.isLarge ? SPARE.large : SPARE.small);
    const likely = new Set(read.flatMap(({ key }, index) => (asked.has(index) ? key : [])));
    const mostWays = Math.max(MOST_WAYS.least, Math.min(MOST_WAYS.each, Math.floor(MOST_WAYS.together / kinds)));
    const alike = new Map<string, AtBest>();
    return read.map(({ own, before, families, most, key, sittingsFor }, index) => {
      const atBest = alike.get(key) ?? new AtBest(families, most, mostWays, likely.has(key), search);
      alike.set(key, atBest);
      return new Person(own, before, plan, atBest, asked.has(index), sittingsFor);
    });
  }

  /** How many rows one individual can be taken for at once, at most. */
  #mostRows(id: string, there: readonly ReadonlySet<string>[]): number {
    return this.scenes.reduce((sum, { rows, program }, index) => {
      if (there[index]?.has(id) !== true) return sum;
      const pins = this.pinsOf(id)[index] ?? [];
      const jobRoles = rows.filter(({ rule }) => rule === 'job-role');
      const exempt = jobRoles.filter(({ place }) => place?.exempt === true).length;
      const used = pins.filter((place) => !place.exempt).length;
      const counted = Math.min(jobRoles.length - exempt, Math.max(0, program.current.limits.maxJobRoles - used));
      const present = rows.filter(({ rule }) => rule === 'presence').length;
      const levels = new Set(rows.filter(({ rule }) => rule === 'personnel').map(({ of }) => of)).size;
      return sum + exempt + counted + present + levels;
    }, 0);
  }

  /** The pinned places of an individual, by scene. */
  #pinned(): ReadonlyMap<string, readonly (readonly Place[])[]> {
    const pins = new Map<string, Place[][]>();
    for (const [index, scene] of this.scenes.entries()) {
      for (const { individual, place } of scene.pins) {
        const own = pins.get(individual) ?? this.scenes.map(() => []);
        own[index]?.push(place);
        pins.set(individual, own);
      }
    }
    return pins;
  }

  /** The pinned places of an individual by scene, or none. */
  pinsOf(id: string): readonly (readonly Place[])[] {
    return this.#pins.get(id) ?? [];
  }

  /** Everybody, those who have the same choices together, by the first of them. */
  crowds(bans: Bans, purpose: Purpose): readonly Crowd[] {
    const crowds = new Map<Choices, Person[]>();
    for (const person of this.people) {
      if (purpose !== 'bound' && !person.isAsked) continue;
      spend(this.search, 5, person.facts.id);
      const banned = bans.get(person.facts.id);
      const choices =
        banned === undefined
          ? this.#choicesOf(person, purpose)
          : this.#chosen(person, person.waysWithout(banned), purpose);
      const members = crowds.get(choices);
      if (members === undefined) crowds.set(choices, [person]);
      else members.push(person);
    }
    return [...crowds].map(([choices, members]) => ({ ...choices, members, size: members.length }));
  }

  /** The same object for people who can do the same and have the same pins. */
  #choicesOf(person: Person, purpose: Purpose): Choices {
    const ways = person.ways();
    const pins = this.pinsOf(person.facts.id);
    const key = pins.map((places) => places.map(({ index }) => index).join()).join(';');
    const all = this.#choices.get(purpose) ?? new Map<readonly PersonWay[], Map<string, Choices>>();
    this.#choices.set(purpose, all);
    const known = all.get(ways) ?? new Map<string, Choices>();
    all.set(ways, known);
    const choices = known.get(key) ?? this.#chosen(person, ways, purpose);
    known.set(key, choices);
    return choices;
  }

  #chosen(person: Person, ways: readonly PersonWay[], purpose: Purpose): Choices {
    return this.#chooser.choicesOf(usefulFor(purpose, ways), this.pinsOf(person.facts.id), purpose === 'bound');
  }
}

/** By position: of each row those who need the fewest exams for it, some more than the row needs. */
function cheapestFor(
  rows: readonly Row[],
  read: readonly { readonly families: readonly Family[] }[],
  spare: number,
): ReadonlySet<number> {
  const free = read.map(({ families }) => families.filter(({ isFree }) => isFree).length);
  return new Set(
    rows.flatMap(({ needed }, row) =>
      read
        .flatMap(({ families }, index) => {
          const least = families[row]?.sets[0]?.length;
          return least === undefined ? [] : [{ index, least }];
        })
        .sort((a, b) => a.least - b.least || (free[b.index] as number) - (free[a.index] as number) || a.index - b.index)
        .slice(0, needed + spare)
        .map(({ index }) => index),
    ),
  );
}

/** An open way is nothing to plan with; for a bound it makes needless what costs as much and serves less. */
function usefulFor(purpose: Purpose, ways: readonly PersonWay[]): readonly PersonWay[] {
  if (purpose !== 'bound') return ways.filter(({ open, cost }) => !open && cost <= MOST_EXAMS[purpose]);
  const all = ways.find(({ open, exams }) => open && exams.length === 0);
  return all === undefined ? ways : ways.filter((way) => way === all || way.cost < all.cost);
}
