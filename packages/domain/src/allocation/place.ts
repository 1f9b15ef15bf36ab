import type { Day } from '../calendar/day.ts';
import type { CompiledEdition } from '../edition/compiled.ts';
import type { CompiledSpecialization, JobRole } from '../edition/places.ts';
import type { PartnerFacts } from '../record/schema.ts';
import { inForce } from './affiliation.ts';

/** A job role of a specialization with the places that are to be filled at one partner. */
export type Place = {
  /** Its position among all job roles of the edition. */
  readonly index: number;
  readonly specialization: CompiledSpecialization;
  readonly jobRole: JobRole;
  /** Places that count as filled, by nobody. */
  readonly waived: number;
  /** Places that people can fill. */
  readonly open: number;
  /** Whether allocations here count toward no limit. */
  readonly exempt: boolean;
};

/** All job roles in the edition's order. A place that is waived need not and cannot be filled. */
export function placesOf(edition: CompiledEdition, partner: PartnerFacts, asOf: Day): readonly Place[] {
  const waived = new Map<string, number>();
  for (const waiver of partner.waivers ?? []) {
    if (!inForce(waiver, asOf)) continue;
    const key = keyOf(waiver.specialization, waiver.jobRole);
    waived.set(key, (waived.get(key) ?? 0) + waiver.places);
  }
  const places: Place[] = [];
  for (const specialization of edition.specializations.values()) {
    for (const jobRole of specialization.jobRoles) {
      const count = Math.min(jobRole.headcount, waived.get(keyOf(specialization.id, jobRole.id)) ?? 0);
      places.push({
        index: places.length,
        specialization,
        jobRole,
        waived: count,
        open: jobRole.headcount - count,
        exempt: edition.limits.exempt.has(specialization.id),
      });
    }
  }
  return places;
}

/** One text for a pair of ids; no id can be mistaken for two. */
export function keyOf(specialization: string, jobRole: string): string {
  return JSON.stringify([specialization, jobRole]);
}
