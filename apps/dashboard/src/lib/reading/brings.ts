import type { Edition, Missing } from '@standing/domain';
import type { Row } from './rows.ts';

type Requirement = Edition['specializations'][number]['jobRoles'][number]['requires'];

/** Something that somebody has who joins: an award, or a pass of an exam. */
export type Brought = { readonly kind: 'award' | 'exam'; readonly id: string };

/** A place that nobody fills, with what it asks for. */
export type OpenPlace = { readonly jobRole: string | undefined; readonly brings: readonly Brought[] };

/** The fewest things with which somebody meets a requirement; of several that are as few, those written first. */
export function broughtFor(requirement: Requirement): readonly Brought[] {
  if ('exam' in requirement) return [{ kind: 'exam', id: requirement.exam }];
  if ('certification' in requirement) return [{ kind: 'award', id: requirement.certification }];
  if ('allOf' in requirement) return together(requirement.allOf.map(broughtFor));
  const ways = ('anyOf' in requirement ? requirement.anyOf : requirement.of).map(broughtFor);
  const count = 'anyOf' in requirement ? 1 : requirement.atLeast;
  return together(ways.toSorted((a, b) => a.length - b.length).slice(0, count));
}

/** The places that a repair refills, one entry each; undefined where the edition does not know one of them. */
export function openPlaces(places: readonly Missing[], row: Row, edition: Edition): readonly OpenPlace[] | undefined {
  const { standing } = row;
  const specialization =
    'specialization' in standing ? edition.specializations.find(({ id }) => id === standing.specialization) : undefined;
  const level =
    'channelLevel' in standing ? edition.channelLevels.find(({ id }) => id === standing.channelLevel) : undefined;
  const named = <T extends { readonly id: string }>(list: readonly T[] | undefined, id: string): T | undefined =>
    list?.find((entry) => entry.id === id);
  const open: OpenPlace[] = [];
  for (const place of places) {
    const jobRole = 'jobRole' in place ? named(specialization?.jobRoles, place.jobRole) : undefined;
    const other =
      'presence' in place
        ? named(specialization?.presence, place.presence)
        : 'personnel' in place
          ? named(level?.personnel, place.personnel)
          : undefined;
    const found = jobRole ?? other;
    if (found === undefined || !('places' in place)) return undefined;
    const entry = { jobRole: jobRole?.id, brings: broughtFor(found.requires) };
    open.push(...Array.from({ length: place.places }, () => entry));
  }
  return open;
}

/** All that some place of an edition asks for, to choose from. */
export function everythingBrought({ specializations, channelLevels }: Edition): readonly Brought[] {
  const requirements = [
    ...specializations.flatMap(({ jobRoles, presence = [] }) => [...jobRoles, ...presence]),
    ...channelLevels.flatMap(({ personnel }) => personnel),
  ].map(({ requires }) => requires);
  return together(requirements.map(leavesOf));
}

function leavesOf(requirement: Requirement): readonly Brought[] {
  if ('exam' in requirement || 'certification' in requirement) return broughtFor(requirement);
  const parts =
    'allOf' in requirement ? requirement.allOf : 'anyOf' in requirement ? requirement.anyOf : requirement.of;
  return parts.flatMap(leavesOf);
}

function together(lists: readonly (readonly Brought[])[]): readonly Brought[] {
  return [...new Map(lists.flat().map((one) => [`${one.kind} ${one.id}`, one] as const)).values()];
}
