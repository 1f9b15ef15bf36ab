import { affiliated, inForce } from '../../allocation/affiliation.ts';
import { type Allocated, inOrder, type Staff, take } from '../../allocation/given.ts';
import { type Place, placesOf } from '../../allocation/place.ts';
import type { Individual } from '../../award/individual.ts';
import type { Day } from '../../calendar/day.ts';
import type { KnownProgram } from '../../edition/known.ts';
import type { Places } from '../../edition/places.ts';
import type { Facts } from '../../record/request.ts';
import type { PartnerFacts } from '../../record/schema.ts';
import { holdingOf } from '../../standing/holding.ts';
import { countSpecializations } from '../../standing/level.ts';

/** What must be ready on one day, all of it together. */
export type Aim = {
  readonly day: Day;
  readonly specializations: ReadonlySet<string>;
  readonly channelLevels: ReadonlySet<string>;
};

/** People that are needed on a day: for a job role (then with its place), a presence, or a line of a level's personnel. */
export type Row = {
  readonly aim: number;
  readonly rule: 'job-role' | 'presence' | 'personnel';
  /** The specialization or the level that it belongs to. */
  readonly of: string;
  readonly places: Places;
  readonly place: Place | undefined;
  readonly needed: number;
};

/** An aim with all that is settled before anybody sits an exam. */
export type Scene = {
  readonly aim: Aim;
  readonly program: KnownProgram;
  readonly people: readonly string[];
  /** Pinned allocations that count on that day as things are; they stay. */
  readonly pins: readonly Allocated[];
  readonly rows: readonly Row[];
  /** Levels whose specializations are not held: no exam changes that. */
  readonly lacking: readonly {
    readonly channelLevel: string;
    readonly specializations: number;
    readonly points: number;
  }[];
};

/** Those of whom there are facts; who is asked for is replayed then. */
export type Individuals = {
  readonly has: (id: string) => boolean;
  readonly of: (id: string) => Individual | undefined;
};

export function sceneOf(
  index: number,
  aim: Aim,
  partner: PartnerFacts,
  facts: Facts,
  program: KnownProgram,
  individuals: Individuals,
): Scene {
  const { current } = program;
  const all = affiliated(facts.partners, aim.day, current.exclusive).get(partner.id) ?? new Set();
  const people = [...all].filter((id) => individuals.has(id)).sort();
  const places = placesOf(current, partner, aim.day);
  const pins = pinsOf(partner, places, people, program, individuals);
  const rows: Row[] = [];
  for (const id of aim.specializations) {
    const own = places.filter(({ specialization }) => specialization.id === id);
    for (const place of own) {
      const needed = place.open - pins.filter((pin) => pin.place === place).length;
      rows.push({ aim: index, rule: 'job-role', of: id, places: place.jobRole, place, needed });
    }
    for (const each of current.specializations.get(id)?.presence ?? []) {
      rows.push({ aim: index, rule: 'presence', of: id, places: each, place: undefined, needed: each.headcount });
    }
  }
  const countable = [...current.specializations.values()].map((specialization) => {
    const { holding } = holdingOf({ kind: 'specialization', id: specialization.id }, partner, program);
    return { specialization, held: holding === 'held' || holding === 'in-renewal', ready: false, possible: false };
  });
  const lacking: Scene['lacking'][number][] = [];
  for (const id of aim.channelLevels) {
    const level = current.channelLevels.get(id);
    if (level === undefined) continue;
    for (const line of level.personnel) {
      rows.push({ aim: index, rule: 'personnel', of: id, places: line, place: undefined, needed: line.headcount });
    }
    const counted = countSpecializations(level, countable);
    if (counted !== null && counted.short + counted.pointsShort > 0) {
      lacking.push({ channelLevel: id, specializations: counted.short, points: counted.pointsShort });
    }
  }
  return { aim, program, people, pins, rows: rows.filter(({ needed }) => needed > 0), lacking };
}

function pinsOf(
  partner: PartnerFacts,
  places: readonly Place[],
  people: readonly string[],
  program: KnownProgram,
  individuals: Individuals,
): readonly Allocated[] {
  const pinned = (partner.allocations ?? []).filter((entry) => entry.pinned === true && inForce(entry, program.asOf));
  if (pinned.length === 0) return [];
  const own = new Set(people);
  const staff: Staff = {
    places,
    specializations: [...program.current.specializations.keys()],
    limits: program.current.limits,
    asOf: program.asOf,
    known: individuals.has,
    people,
    isAffiliated: (id) => own.has(id),
    canFill: (id, place) => individuals.of(id)?.meets(place.jobRole.requires) === true,
    ableFor: () => new Set(),
  };
  return take(inOrder(pinned, staff), staff).allocated;
}
