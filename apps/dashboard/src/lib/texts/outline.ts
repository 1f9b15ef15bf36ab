import { capital, counted } from './dates.ts';

/** The marks of an outline and the names of what is folded in it. */
export const outline = {
  met: { name: 'ready', word: 'Met' },
  missing: { name: 'missing', word: 'Missing' },
  otherWay: { name: 'imagined', word: 'Not needed' },
  couldFill: { name: 'imagined', word: 'Could fill it' },
  cannotFill: { name: 'missing', word: 'Cannot' },
  closed: { name: 'lapsed', word: 'No longer possible' },
  fold: (key: string, count: number): string => {
    if (key === 'met') return capital(`${counted(count, 'part is', 'parts are')} there`);
    if (key === 'ways') return capital(counted(count, 'other way', 'other ways'));
    return capital(`${counted(count, 'way is', 'ways are')} no longer possible`);
  },
} as const;
