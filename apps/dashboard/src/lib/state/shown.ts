import type { Facts } from '@standing/domain';
import { demo } from '../demo/partner.ts';
import type { Assembled, Names } from '../intake/assemble.ts';
import { latestIn } from '../intake/latest.ts';

/** What is shown: whose facts, which partner of theirs, and how everybody is called. */
export type Shown = {
  readonly isOwn: boolean;
  readonly facts: Facts;
  readonly names: Names;
  /** The partner's id in the facts, and how it is called. */
  readonly partner: string;
  readonly partnerName: string;
  /** Nothing after this day is known. */
  readonly asOf: string;
};

/** @throws {Error} where the demo has no partner: the build is broken */
export function shownDemo(): Shown {
  const [partner] = demo.facts.partners;
  if (partner === undefined) throw new Error('The demo has no partner.');
  const { facts, names } = demo;
  return { isOwn: false, facts, names, partner: partner.id, partnerName: demo.partner, asOf: demo.day };
}

/** Somebody's own record; `first` is the earliest day that can be shown. */
export function shownOwn({ facts, names }: Assembled, first: string): Shown {
  // The partner that the files are about stands first.
  const partner = facts.partners[0]?.id ?? '';
  const latest = latestIn(facts);
  const asOf = latest !== undefined && latest > first ? latest : first;
  return { isOwn: true, facts, names, partner, partnerName: partner, asOf };
}
