import type { Edition } from '@standing/domain';
import { longDay } from './dates.ts';

export const edition = {
  label: 'Edition of the program',
  /** When it takes effect, and the day of the text that it is made from. */
  dates: ({ edition: id, effectiveFrom, documents }: Edition): string => {
    const [text] = documents;
    const made = text === undefined ? '' : `, made from a text of ${longDay(text.date)}`;
    return `Edition ${id}, in force from ${longDay(effectiveFrom)}${made}.`;
  },
  assumed: (assumed: number, all: number): string => `${assumed} of its ${all} rules are assumed`,
  readings: (count: number): string => `How the text is read where it leaves room: ${count} readings`,
  explain: (stated: number, sourced: number, assumed: number): string =>
    `${stated} rules stand in the program’s own text and ${sourced} in other public documents. For ${assumed} no document that we know of settles the matter: the edition fills them in sensibly, and every verdict that rests on one says so.`,
} as const;
