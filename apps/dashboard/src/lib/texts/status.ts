import type { AwardStanding, AwardStatus } from '@standing/domain';
import type { ShapeName } from '../reading/shapes.ts';
import { longDay, span } from './dates.ts';

export const statusWord: Readonly<Record<AwardStatus, string>> = {
  active: 'active',
  suspended: 'suspended',
  expired: 'expired',
  'in-progress': 'in progress',
};

export const statusShape: Readonly<Record<AwardStatus, ShapeName>> = {
  active: 'held',
  suspended: 'risk',
  expired: 'lapsed',
  'in-progress': 'half',
};

/** The date of a status and how far it is from the day shown. */
export function untilOf(
  award: AwardStanding,
  day: string,
  graceEnd: string | undefined,
): { readonly date: string; readonly distance: string } {
  const { status, validUntil } = award;
  if (status === 'in-progress') return { date: '', distance: '' };
  if (validUntil === null) return { date: 'no end', distance: '' };
  if (status === 'active') return { date: `until ${longDay(validUntil)}`, distance: `${span(day, validUntil)} left` };
  const date = `ended ${longDay(validUntil)}`;
  if (status === 'suspended' && graceEnd !== undefined)
    return { date, distance: `${span(day, graceEnd)} to recertify` };
  return { date, distance: validUntil === day ? 'today' : `${span(validUntil, day)} ago` };
}

/** What the reasons that unfold under a status are about. */
export function reasonsTitle(award: AwardStanding, graceEnd: string | undefined): string {
  switch (award.status) {
    case 'active':
      return award.validUntil === null
        ? 'What it takes to keep it'
        : `What recertifying takes, before ${longDay(award.validUntil)}`;
    case 'suspended':
      return graceEnd === undefined
        ? 'What recertifying takes'
        : `What recertifying takes, before ${longDay(graceEnd)}`;
    case 'expired':
      return 'What regaining it takes: the whole way again';
    case 'in-progress':
      return 'What the award takes';
  }
}
