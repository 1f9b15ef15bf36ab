import { leavesOf, type Node } from '../../edition/node.ts';
import type { DayStanding } from './day-standing.ts';
import { gives } from './happening.ts';
import type { Happening, Held } from './outlook.ts';

/** Two standings, one after the other, and what happened on the day of the second. */
export type Passage = {
  readonly before: DayStanding;
  readonly after: DayStanding;
  readonly happenings: readonly Happening[];
  readonly given: boolean;
};

/**
 * What of a day made something fall: what took away from it those who filled its places or counted for it, or a place
 * that was waived, or its rules. Where nothing did so directly, as when its people are needed elsewhere now, everything
 * of that day that takes away. `renewed`: specializations whose anniversary takes nothing away.
 */
export function causesOf(held: Held, passage: Passage, renewed: ReadonlySet<string>): readonly Happening[] {
  const isDirect = 'specialization' in held ? ofSpecialization(held, passage) : ofLevel(held, passage);
  const taking = passage.happenings.filter(
    (happening) =>
      !gives(happening) &&
      !(happening.kind === 'anniversary' && 'specialization' in happening && renewed.has(happening.specialization)),
  );
  const direct = taking.filter((happening) => happening.kind === 'edition' || isDirect(happening));
  if (direct.length > 0) return direct;
  return taking.length > 0 ? taking : passage.happenings;
}

type Test = (happening: Happening) => boolean;

function ofSpecialization({ specialization }: { specialization: string }, { before, after, given }: Passage): Test {
  const entry = before.edition.specializations.get(specialization);
  const stays = new Set(after.allocated.map(({ individual, place }) => JSON.stringify([individual, place.index])));
  const filled = before.allocated.filter(
    ({ individual, place }) => place.specialization === entry && !stays.has(JSON.stringify([individual, place.index])),
  );
  return (happening) => {
    switch (happening.kind) {
      case 'allocation-ends':
      case 'waiver-ends':
        return happening.specialization === specialization;
      case 'anniversary':
      case 'retired':
        // Who is held comes first, and who is retired takes part while held, in the best allocation only.
        return !given && 'specialization' in happening && happening.specialization === specialization;
      default: {
        if (!('individual' in happening)) return false;
        const places = filled.filter(({ individual }) => individual === happening.individual);
        return (
          places.some(({ place }) => concerns(happening, place.jobRole.requires)) ||
          (entry?.presence.some(({ requires }) => concerns(happening, requires)) ?? false)
        );
      }
    }
  };
}

function ofLevel({ channelLevel }: { channelLevel: string }, { before }: Passage): Test {
  const level = before.levels.get(channelLevel);
  const counted = new Set(level?.counted?.counted.map(({ id }) => id));
  return (happening) => {
    if (happening.kind === 'anniversary') return 'specialization' in happening && counted.has(happening.specialization);
    if (!('individual' in happening) || level === undefined) return false;
    return [...level.countedBy].some(
      ([{ requires }, by]) => by.includes(happening.individual) && concerns(happening, requires),
    );
  };
}

/** Whether a requirement names what happens to an individual. */
function concerns(happening: Happening & { readonly individual: string }, requirement: Node): boolean {
  if (happening.kind === 'affiliation-ends') return true;
  return leavesOf(requirement).some((leaf) =>
    leaf.rule === 'exam'
      ? 'exam' in happening && happening.exam === leaf.exam
      : 'certification' in happening && happening.certification === leaf.certification,
  );
}
