import { Load, mostOf } from './limits.ts';
import { LinearProgram, type Row } from './linear.ts';
import type { Place } from './place.ts';
import { type Assignment, type Filled, type Group, type Person, type Problem, weightOn } from './problem.ts';

/** What a way is found by when parts of people are allowed: no way exceeds `bound`. */
export type Relaxed = {
  readonly bound: number;
  /** What one more unit of room on a place would add to the bound. */
  readonly prices: ReadonlyMap<Place, number>;
};

export type Outcome = {
  /** The heaviest way, if it is heavier than was asked. */
  readonly way: Filled | undefined;
  /** Where a linear program was made. */
  readonly relaxed: Relaxed | undefined;
};

/** Beyond so many entries a linear program costs more than it tells. */
export const LARGEST = 3_000_000;

const NEAR = 1e-6;
/** What sums of large weights may be wrong by, as a part of them. */
const ERROR = 1e-11;

/** Something that an individual does or does not do: fill job roles of a kind, or in a specialization. */
type Thing = { readonly count: number; readonly edges: readonly number[]; readonly each: number };
type Edge = { readonly group: Group; readonly place: Place; readonly worth: number };

/**
 * The heaviest way within all limits by branch and bound over a linear program that knows them: how many of a group fill
 * each place, and, where kinds do not mix or specializations are limited, how many do a thing at all. Nobody who could
 * do one of two things is counted for both. `found` is told of each way that is better than those before.
 */
export function heaviestByProgram(
  problem: Problem,
  must: ReadonlySet<Place>,
  floor: number,
  found: (assignment: Assignment) => void = ignored,
): Searched {
  const { weights, groups, room } = problem;
  if (weights.kept === 0 || weights.place === 0) return search(problem, must, floor, undefined, found);
  // What must be filled is a condition, and what is filled comes before what is kept: looked at one after the other, each
  // is proven by whole numbers of its own.
  const base = [...must].reduce((sum, place) => sum + (room.get(place) ?? 0), 0) * weights.must;
  const keepable = groups.reduce((sum, { people, given }) => sum + people.length * given.size, 0) * weights.kept;
  const asked = Math.floor((floor - base - keepable) / weights.place) - 1;
  const places = { ...problem, weights: { must: 0, place: 1, kept: 0 } };
  const filled = search(places, must, asked, { beside: 0 }, found);
  if (filled.way === undefined || !filled.proven) return { ...filled, way: undefined };
  const beside = filled.way.weight;
  const known = base + beside * weights.place;
  const keeping = { ...problem, weights: { must: 0, place: 0, kept: weights.kept } };
  const { way, proven } = search(keeping, must, floor - known, { beside }, found);
  return {
    way: way === undefined ? undefined : { assignment: way.assignment, weight: known + way.weight },
    relaxed: filled.relaxed,
    proven,
  };
}

const ignored = (): void => undefined;

/** A heavier way may be left where the linear program for it would be too large. */
type Searched = Outcome & { readonly proven: boolean };

/** Where the places that must be filled are a condition: so many units have to be filled beside them. */
type Condition = { readonly beside: number };

function search(
  problem: Problem,
  must: ReadonlySet<Place>,
  floor: number,
  condition: Condition | undefined,
  found: (assignment: Assignment) => void,
): Searched {
  const model = modelOf(problem, must, condition);
  const program = new LinearProgram(
    model.objective,
    new Float64Array(model.size),
    Float64Array.from(model.upper),
    model.rows.map((row) => dense(row, model.size)),
    problem.spend,
  );
  let best: Filled | undefined;
  let relaxed: Relaxed | undefined;
  let whole = true;
  const visit = (): void => {
    const known = best?.weight ?? floor;
    const values = solved(
      program,
      model,
      relaxed === undefined ? Number.NEGATIVE_INFINITY : known + 1 - known * ERROR - NEAR,
    );
    if (values === undefined) return;
    const bound = program.bound();
    relaxed ??= { bound, prices: pricesOf(program, model) };
    if (Math.floor(bound * (1 + ERROR) + NEAR) <= known) return;
    const next = divided(values, model.edges.length);
    if (next < 0) {
      const dealt = deal(problem, model.edges, values);
      if (dealt === undefined) whole = false;
      else {
        best = { assignment: dealt, weight: weigh(model.edges, values) };
        found(dealt);
      }
      return;
    }
    const value = values[next] as number;
    const [low, high] = [program.lower[next] as number, program.upper[next] as number];
    program.lower[next] = Math.ceil(value);
    visit();
    program.lower[next] = low;
    program.upper[next] = Math.floor(value);
    visit();
    program.upper[next] = high;
  };
  visit();
  if (whole) return { way: best, relaxed, proven: true };
  // People who are alike were counted together, and what came out cannot be dealt to them: each is looked at alone.
  const singles = { ...problem, groups: problem.groups.flatMap(apart) };
  const areApart = singles.groups.length === problem.groups.length;
  if (areApart || sizeOf(singles) > LARGEST) return { way: best, relaxed, proven: false };
  const outcome = search(singles, must, best?.weight ?? floor, condition, found);
  return { ...outcome, way: outcome.way ?? best };
}

function pricesOf(program: LinearProgram, { places }: Model): ReadonlyMap<Place, number> {
  const prices = program.prices();
  return new Map(places.map((place, index) => [place, prices[index] as number]));
}

type SparseRow = { readonly entries: readonly (readonly [variable: number, factor: number])[]; readonly limit: number };
type Model = {
  readonly edges: readonly Edge[];
  readonly places: readonly Place[];
  readonly size: number;
  readonly objective: Float64Array;
  readonly upper: readonly number[];
  /** The room of each place first. */
  readonly rows: readonly SparseRow[];
  /** Who fills a place of a thing does the thing: asked only where it is not so. */
  readonly implied: readonly (readonly [edge: number, thing: number])[];
};

/** How large the linear program of a problem is, in entries. */
export function sizeOf({ groups, room }: Problem): number {
  const edges = groups.reduce((sum, { could }) => sum + could.length, 0);
  return edges * (room.size + 3 * groups.length);
}

function modelOf(problem: Problem, must: ReadonlySet<Place>, condition: Condition | undefined): Model {
  const { limits, groups, room, spend } = problem;
  const edges: Edge[] = [];
  const things: Thing[] = [];
  const rows: SparseRow[] = [];
  const places = [...room.keys()];
  const onPlace = new Map<Place, number[]>(places.map((place) => [place, []]));
  const bound = (own: readonly number[], each: number, count: number): void => {
    if (each < own.length) rows.push({ entries: own.map((edge) => [edge, 1]), limit: each * count });
  };
  /** Rows over things whose variables are not known yet: they come behind the edges. */
  const later: { readonly things: readonly number[]; readonly limit: number }[] = [];
  for (const group of groups) {
    const { people, could, pinned, most } = group;
    spend(could.length);
    const count = people.length;
    const first = edges.length;
    for (const place of could) {
      onPlace.get(place)?.push(edges.length);
      const worth = weightOn(problem, place, must) + (group.given.has(place) ? problem.weights.kept : 0);
      edges.push({ group, place, worth });
    }
    const counted = could.flatMap((place, at) => (place.exempt ? [] : [{ place, edge: first + at }]));
    const mostIn = (own: typeof counted): number =>
      mostOf(
        limits,
        pinned,
        own.map(({ place }) => place),
        spend,
      );
    const edgesOf = (own: typeof counted): readonly number[] => own.map(({ edge }) => edge);
    const used = pinned.filter((place) => !place.exempt);
    /** At most so many of things that are new beside what is pinned; what is bound to it is no longer free. */
    const choose = (parts: readonly (typeof counted)[], free: number): void => {
      if (parts.length <= free) return;
      const own = parts.map((part) => things.push({ count, edges: edgesOf(part), each: mostIn(part) }) - 1);
      later.push({ things: own, limit: free * count });
    };
    if (counted.length === 0) continue;
    bound(edgesOf(counted), most, count);
    const byKind = [...Map.groupBy(counted, ({ place }) => place.jobRole.kind)];
    const bySpecialization = [...Map.groupBy(counted, ({ place }) => place.specialization)];
    if (!limits.mixKinds)
      choose(
        byKind.map(([, own]) => own),
        1,
      );
    for (const [kind, own] of byKind) {
      const limit = limits.kinds.get(kind);
      if (limit === undefined) continue;
      bound(edgesOf(own), mostIn(own), count);
      const before = new Set(used.filter((place) => place.jobRole.kind === kind).map((place) => place.specialization));
      const fresh = [...Map.groupBy(own, ({ place }) => place.specialization)].filter(([entry]) => !before.has(entry));
      if (limit.maxSpecializations < limit.maxJobRoles)
        choose(
          fresh.map(([, part]) => part),
          limit.maxSpecializations - before.size,
        );
    }
    for (const [, own] of bySpecialization) bound(edgesOf(own), mostIn(own), count);
    if (limits.maxSpecializations < limits.maxJobRoles) {
      const before = new Set(used.map((place) => place.specialization));
      const fresh = bySpecialization.filter(([entry]) => !before.has(entry));
      choose(
        fresh.map(([, part]) => part),
        limits.maxSpecializations - before.size,
      );
    }
  }
  const variable = (thing: number): number => edges.length + thing;
  for (const { things: own, limit } of later) rows.push({ entries: own.map((thing) => [variable(thing), 1]), limit });
  for (const [thing, { edges: own, each }] of things.entries()) {
    rows.push({ entries: [...own.map((edge) => [edge, 1] as const), [variable(thing), -each]], limit: 0 });
  }
  if (condition !== undefined) {
    for (const place of must) {
      rows.push({ entries: (onPlace.get(place) ?? []).map((edge) => [edge, -1]), limit: -(room.get(place) ?? 0) });
    }
    const others = places.filter((place) => !must.has(place) && !problem.last.has(place));
    const entries = others.flatMap((place) => (onPlace.get(place) ?? []).map((edge) => [edge, -1] as const));
    rows.push({ entries, limit: -condition.beside });
  }
  const size = edges.length + things.length;
  const objective = new Float64Array(size);
  for (const [edge, { worth }] of edges.entries()) objective[edge] = worth;
  return {
    edges,
    places,
    size,
    objective,
    upper: [...edges.map(({ group }) => group.people.length), ...things.map(({ count }) => count)],
    rows: [
      ...places.map((place) => ({
        entries: (onPlace.get(place) ?? []).map((edge) => [edge, 1] as const),
        limit: room.get(place) ?? 0,
      })),
      ...rows,
    ],
    implied: things.flatMap(({ edges: own, each }, thing) =>
      own.length === 1 || each === 1 ? [] : own.map((edge) => [edge, variable(thing)] as const),
    ),
  };
}

/** The solution in which who fills a place of a thing does the thing; undefined where none comes to `least`. */
function solved(program: LinearProgram, { implied, size }: Model, least: number): Float64Array | undefined {
  for (;;) {
    if (!program.solve(least)) return undefined;
    const values = program.values();
    let added = 0;
    for (const [edge, thing] of implied) {
      if ((values[edge] as number) <= (values[thing] as number) + NEAR) continue;
      program.add(
        dense(
          {
            entries: [
              [edge, 1],
              [thing, -1],
            ],
            limit: 0,
          },
          size,
        ),
      );
      added += 1;
    }
    if (added === 0) return values;
  }
}

function dense({ entries, limit }: SparseRow, size: number): Row {
  const coefficients = new Float64Array(size);
  for (const [variable, factor] of entries) coefficients[variable] = factor;
  return { coefficients, limit };
}

/** The variable that is furthest from a whole number, things before edges; -1 where all are whole. */
function divided(values: Float64Array, edges: number): number {
  for (const [from, until] of [[edges, values.length] as const, [0, edges] as const]) {
    let [most, by] = [-1, NEAR];
    for (let variable = from; variable < until; variable += 1) {
      const value = values[variable] as number;
      const off = Math.abs(value - Math.round(value));
      if (off > by) [most, by] = [variable, off];
    }
    if (most >= 0) return most;
  }
  return -1;
}

/** Gives each of a group what the group fills; undefined where it cannot be dealt in this way. */
function deal({ limits, spend }: Problem, edges: readonly Edge[], values: Float64Array): Assignment | undefined {
  const assignment = new Map<Person, Place[]>();
  const loads = new Map<Person, Load>();
  for (const [edge, { group, place }] of edges.entries()) {
    let units = Math.round(values[edge] as number);
    // Whoever does not fit once fits no more: each is asked once.
    for (const [at, person] of group.people.entries()) {
      if (units === 0) break;
      if (at % LOOKED_AT === 0) spend(LOOKED_AT);
      const load = loads.get(person) ?? new Load(limits, person.pinned);
      loads.set(person, load);
      if (load.brokenBy(place) !== undefined) continue;
      load.add(place);
      units -= 1;
      const own = assignment.get(person);
      if (own === undefined) assignment.set(person, [place]);
      else own.push(place);
    }
    if (units > 0) return undefined;
  }
  return assignment;
}

/** So many individuals are asked between two looks at the steps. */
const LOOKED_AT = 64;

function weigh(edges: readonly Edge[], values: Float64Array): number {
  return edges.reduce((sum, { worth }, edge) => sum + worth * Math.round(values[edge] as number), 0);
}

function apart(group: Group): readonly Group[] {
  return group.people.map((person) => ({ ...group, people: [person] }));
}
