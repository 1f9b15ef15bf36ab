import type { PeriodEntry } from '@standing/domain';

export const award = {
  reasons: 'Reasons',
  assumed: 'rests on an assumed rule',
  periods: 'How its dates came about, latest first',
  dates: 'Certificate and reminders',
} as const;

export const periodWord: Readonly<Record<PeriodEntry['kind'], string>> = {
  initial: 'first award',
  recertified: 'recertified',
  regained: 'regained',
  verified: 'earned elsewhere',
};
