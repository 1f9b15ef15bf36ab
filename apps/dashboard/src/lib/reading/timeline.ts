import { addDays, addMonths, daysBetween } from './calendar.ts';
import type { Person } from './people.ts';

/** The days that a picture shows, `until` exclusive. */
export type Axis = { readonly from: string; readonly until: string };

/** What is held, as it stands on the axis: a term with its window, and the day on which it breaks. */
export type Track = {
  readonly key: string;
  readonly name: string;
  /** How it stands, in words. */
  readonly state: string;
  readonly approvedOn: string;
  readonly opensOn: string;
  readonly anniversary: string;
  readonly breaksOn: string | undefined;
};

/** An award as a bar that ends where it ends; `steps` are the days on which an extension took its end further. */
export type Bar = {
  readonly certification: string;
  readonly from: string;
  readonly until: string | undefined;
  readonly steps: readonly string[];
};

export type PersonTrack = { readonly id: string; readonly name: string; readonly bars: readonly Bar[] };

const BEFORE = 6;
const MONTHS = 30;

/** Two and a half years of whole months around a day. */
export function axisAround(day: string): Axis {
  const month = `${day.slice(0, 7)}-01`;
  return { from: addMonths(month, -BEFORE), until: addMonths(month, MONTHS - BEFORE) };
}

export function lengthOf({ from, until }: Axis): number {
  return daysBetween(from, until);
}

/** Where a day stands on the axis, in parts of a hundred; what lies outside stands at the nearer end. */
export function placeOf(day: string, axis: Axis): number {
  const share = (100 * daysBetween(axis.from, day)) / lengthOf(axis);
  return Math.max(0, Math.min(100, Math.round(share * 100) / 100));
}

/** The day that stands at a share of the axis, 0 being its first and 1 its last. */
export function dayAt(share: number, axis: Axis): string {
  return addDays(axis.from, Math.round(share * (lengthOf(axis) - 1)));
}

export function isOn(day: string, { from, until }: Axis): boolean {
  return from <= day && day < until;
}

/** The first days of the quarters on the axis. */
export function quartersOf(axis: Axis): readonly string[] {
  const months = Array.from({ length: MONTHS }, (_, index) => addMonths(axis.from, index));
  return months.filter((month) => ['01', '04', '07', '10'].includes(month.slice(5, 7)));
}

/** People with the awards that end, the nearest end first. */
export function personTracks(people: readonly Person[], { from }: Axis): readonly PersonTrack[] {
  return people
    .map(({ id, name, awards }) => ({
      id,
      name,
      bars: awards.flatMap(({ certification, validFrom, validUntil, periods }): readonly Bar[] =>
        validFrom === null || (validUntil !== null && validUntil <= from)
          ? []
          : [
              {
                certification,
                from: validFrom,
                until: validUntil ?? undefined,
                steps: (periods.at(-1)?.extensions ?? []).map((extension) => extension.from),
              },
            ],
      ),
    }))
    .filter(({ bars }) => bars.length > 0);
}
