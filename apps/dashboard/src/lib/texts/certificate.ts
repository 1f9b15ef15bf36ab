import type { AwardStanding } from '@standing/domain';
import type { Entries } from '../reading/entries.ts';
import { listed, longDay, periodInWords } from './dates.ts';

/** The first day on which the certificate of the latest period may arrive; empty where there is none. */
export function certificateDay({ certificate }: AwardStanding): string {
  return certificate === null ? '' : longDay(certificate.arrivesBetween[0]);
}

/** Whether there is a certificate for the latest period, and why it arrives when it does. */
export function certificateInWords(award: AwardStanding, entries: Entries): string {
  const { certificate, periods } = award;
  if (periods.at(-1)?.kind === 'verified') return 'No certificate from here: the award was earned elsewhere.';
  if (certificate === null) {
    const names = (entries.certification(award.certification)?.agreements ?? []).map(
      (id) => `the ${entries.agreementName(id)}`,
    );
    return `The certificate waits until ${listed(names)} is accepted.`;
  }
  const [, by] = certificate.arrivesBetween;
  return `The certificate, earned and agreed to by ${longDay(certificate.eligibleOn)}, arrives from this day, by ${longDay(by)} at the latest.`;
}

/** When a reminder of the end goes out, seen from the day shown. */
export function reminderInWords({ kind, on }: AwardStanding['reminders'][number], day: string): string {
  const when = on < day ? 'went out' : on === day ? 'goes out today' : 'goes out';
  return `A reminder ${when}, ${periodInWords(kind)} before the end.`;
}

/** How long an award that has ended can still be recertified. */
export function graceInWords(day: string, graceEnd: string, ends: string): string {
  if (day < ends) return 'Until this day it could still be recertified after its end, while suspended.';
  return day < graceEnd
    ? 'Suspended until this day: until then it can still be recertified.'
    : 'Until this day it could still be recertified.';
}
