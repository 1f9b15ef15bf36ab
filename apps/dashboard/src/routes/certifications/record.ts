import type { IndividualFacts } from '@standing/domain';
import { demo as partner } from '#lib/demo/partner.ts';

const [facts] = partner.facts.individuals;
if (facts === undefined) throw new Error('The demo has nobody.');

/** The first of the demo partner's people, as that individual sees the own record. */
export const demo: {
  readonly program: string;
  readonly name: string;
  /** Nothing after this day is known; the page opens on it where no server says another (setting STANDING_TODAY). */
  readonly asOf: string;
  readonly facts: IndividualFacts;
} = { program: partner.program, name: partner.names.get(facts.id) ?? facts.id, asOf: partner.day, facts };
