import { type Change, changesAfter } from '#lib/reading/changes.ts';
import { type Groups, inGroups } from '#lib/reading/groups.ts';
import { DayPage } from '../day-page.svelte.ts';
import { demo } from './record.ts';

/** All that the individual's page shows, derived from the record and the day. */
export class CertificationsPage extends DayPage {
  readonly individual = $derived.by(() => {
    const [individual] = this.evaluation.individuals;
    if (individual === undefined) throw new Error('The answer leaves out the individual who was asked about.');
    return individual;
  });
  readonly groups: Groups = $derived.by(() => inGroups(this.individual.awards, this.entries));
  readonly changes: readonly Change[] = $derived.by(() =>
    changesAfter(this.day, this.individual, demo.facts, this.entries),
  );

  constructor() {
    super(demo.program, { individuals: [demo.facts], partners: [] }, demo.asOf);
  }
}
