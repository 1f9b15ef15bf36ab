import type { Limits } from '../edition/places.ts';
import type { Allocated } from './given.ts';
import { Load, mostOf } from './limits.ts';
import type { Place } from './place.ts';
import type { Family, Group, Person } from './problem.ts';

/** What there is to say of individuals: what they could fill, where they stay, and where they stand today. */
export type Said = {
  readonly could: Iterable<readonly [place: Place, individuals: Iterable<string>]>;
  readonly pinned: readonly Allocated[];
  /** On places that they could fill. */
  readonly given: readonly Allocated[];
};

/** To put one individual into its group, in steps. */
const GROUPING_STEPS = 5;

/** Groups individuals by what they can still fill beside their pins; who can fill nothing is left out. */
export function groupsOf(
  limits: Limits,
  { could, pinned, given }: Said,
  spend: (steps: number) => void,
): readonly Group[] {
  const alone = new Load(limits);
  const alike = new Alike();
  for (const [place, individuals] of could) {
    if (alone.brokenBy(place) === undefined) alike.say(place, 'could', individuals);
  }
  for (const [as, said] of [['pinned', pinned] as const, ['given', given] as const]) {
    for (const [place, own] of Map.groupBy(said, (entry) => entry.place)) {
      alike.say(
        place,
        as,
        own.map(({ individual }) => individual),
      );
    }
  }
  return alike.all().flatMap(({ ids, said }) => {
    const could = said.pinned.length === 0 ? said.could : besidePins(limits, said.pinned, said.could);
    spend(ids.length * (GROUPING_STEPS + could.length));
    return could.length === 0 ? [] : [new Alikes(limits, ids, { ...said, could }, spend)];
  });
}

function besidePins(limits: Limits, pinned: readonly Place[], could: readonly Place[]): readonly Place[] {
  const load = new Load(limits, pinned);
  return could.filter((place) => !load.has(place) && load.brokenBy(place) === undefined);
}

type As = keyof Said;

/** A class of individuals of whom the same was said: the last of it, and the class that they were before. */
type Class = { readonly before: Class | undefined; readonly place: Place | undefined; readonly as: As };

/** Tells individuals apart by what is said of them, one after another: each says whom a class loses to a new one. */
class Alike {
  readonly #ids: string[] = [];
  readonly #at = new Map<string, number>();
  readonly #classOf: number[] = [];
  readonly #classes: Class[] = [{ before: undefined, place: undefined, as: 'could' }];
  /** The class that what is being said makes of each, and when that was so last. */
  readonly #then: number[] = [0];
  readonly #when: number[] = [0];
  #said = 0;

  /** Says the same of several. */
  say(place: Place, as: As, individuals: Iterable<string>): void {
    this.#said += 1;
    for (const id of individuals) {
      const at = this.#indexOf(id);
      const before = this.#classOf[at] as number;
      if (this.#when[before] !== this.#said) {
        this.#when[before] = this.#said;
        this.#then[before] = this.#classes.push({ before: this.#classes[before], place, as }) - 1;
        this.#then.push(0);
        this.#when.push(0);
      }
      this.#classOf[at] = this.#then[before] as number;
    }
  }

  /** Who is alike, with what was said of them in that order. */
  all(): readonly { readonly ids: readonly string[]; readonly said: Readonly<Record<As, readonly Place[]>> }[] {
    const members: (string[] | undefined)[] = [];
    const found: { readonly ids: string[]; readonly said: Readonly<Record<As, readonly Place[]>> }[] = [];
    for (const [at, id] of this.#ids.entries()) {
      const own = this.#classOf[at] as number;
      const ids = members[own];
      if (ids !== undefined) {
        ids.push(id);
        continue;
      }
      members[own] = [id];
      found.push({ ids: members[own], said: saidOf(this.#classes[own] as Class) });
    }
    return found;
  }

  #indexOf(id: string): number {
    const known = this.#at.get(id);
    if (known !== undefined) return known;
    const at = this.#ids.push(id) - 1;
    this.#at.set(id, at);
    this.#classOf.push(0);
    return at;
  }
}

function saidOf(last: Class): Readonly<Record<As, readonly Place[]>> {
  const said: Record<As, Place[]> = { could: [], pinned: [], given: [] };
  for (let at: Class | undefined = last; at?.place !== undefined; at = at.before) said[at.as].push(at.place);
  for (const list of Object.values(said)) list.reverse();
  return said;
}

/** A group; the most that its individuals may fill is worked out where it is asked. */
class Alikes implements Group {
  readonly people: readonly Person[];
  readonly could: readonly Place[];
  readonly pinned: readonly Place[];
  readonly given: ReadonlySet<Place>;
  readonly exempt: readonly Place[];
  readonly counted: readonly Place[];
  readonly #limits: Limits;
  readonly #spend: (steps: number) => void;
  #most: number | undefined;
  #families: readonly Family[] | undefined;

  constructor(
    limits: Limits,
    ids: readonly string[],
    { could, pinned, given }: Readonly<Record<As, readonly Place[]>>,
    spend: (steps: number) => void,
  ) {
    const stands = new Set(given);
    this.#limits = limits;
    this.#spend = spend;
    this.people = ids.map((id) => ({ id, given: stands }));
    this.could = could;
    this.pinned = pinned;
    this.given = stands;
    this.exempt = could.filter((place) => place.exempt);
    this.counted = this.exempt.length === 0 ? could : could.filter((place) => !place.exempt);
  }

  get most(): number {
    this.#most ??= mostOf(this.#limits, this.pinned, this.counted, this.#spend);
    return this.#most;
  }

  get families(): readonly Family[] {
    this.#families ??= familiesOf(this.#limits, this.pinned, this.counted, this.most, this.#spend);
    return this.#families;
  }
}

/** The limit that the flow takes in below the total: by kind where kinds have one, else by specialization. */
function familyOf(limits: Limits, place: Place): string | undefined {
  if (limits.kinds.size > 0) return place.jobRole.kind;
  return limits.maxJobRolesPerSpecialization === Number.POSITIVE_INFINITY ? undefined : place.specialization.id;
}

function familiesOf(
  limits: Limits,
  pinned: readonly Place[],
  places: readonly Place[],
  most: number,
  spend: (steps: number) => void,
): readonly Family[] {
  if (limits.kinds.size === 0 && limits.maxJobRolesPerSpecialization === Number.POSITIVE_INFINITY)
    return [{ places, most }];
  const families = Map.groupBy(places, (place) => familyOf(limits, place));
  if (families.size === 1) return [{ places, most }];
  return [...families.values()].map((own) => ({ places: own, most: mostOf(limits, pinned, own, spend) }));
}
