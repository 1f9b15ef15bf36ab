import type { PartnerStanding } from '@standing/domain';
import type { Entries } from './entries.ts';
import { type Row, rowsOf } from './rows.ts';

/**
 * The rows that are ready on the day shown and not on their anniversary, by key, each as it stands on that anniversary by
 * the same facts. `on` is the partner's standing on another day; undefined where it has no answer.
 */
export function atRisk(
  rows: readonly Row[],
  day: string,
  on: (day: string) => PartnerStanding | undefined,
  entries: Entries,
): ReadonlyMap<string, Row> {
  const ready = rows.filter(
    ({ standing: { readiness, anniversary } }) => readiness === 'met' && anniversary !== null && anniversary > day,
  );
  const later = new Map(
    [...new Set(ready.map(({ standing }) => standing.anniversary ?? ''))].map((anniversary) => [
      anniversary,
      on(anniversary),
    ]),
  );
  const risks = new Map<string, Row>([]);
  for (const { key, standing } of ready) {
    const then = later.get(standing.anniversary ?? '');
    const row = then === undefined ? undefined : rowsOf(then, entries).own.find((each) => each.key === key);
    if (row !== undefined && row.standing.readiness === 'not-met') risks.set(key, row);
  }
  return risks;
}
