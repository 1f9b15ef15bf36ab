import type { Program } from '@standing/domain';
import { CannotGoOn, type Desk, ENDED } from './command.ts';

/** A day that was given with an option; undefined where it was not. */
export function dayOf(option: string, given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  const at = /^(19|20|21)\d\d-\d\d-\d\d$/.test(given) ? new Date(`${given}T00:00:00Z`) : new Date(Number.NaN);
  // The 30th of February is read as a day of March.
  if (!Number.isNaN(at.getTime()) && at.toISOString().startsWith(given)) return given;
  throw new CannotGoOn(`${option} is a day of the calendar from 1900 to 2199, as in 2004-09-15.`, {
    code: ENDED.usage,
  });
}

/** The published program of an id, or all of them. */
export function programsOf(desk: Desk, id: string | undefined): readonly Program[] {
  const programs = desk.programs();
  const chosen = programs.filter((program) => id === undefined || program.id === id);
  if (chosen.length > 0) return chosen;
  throw new CannotGoOn(`--program is one of ${programs.map((program) => program.id).join(', ')}.`, {
    code: ENDED.usage,
  });
}

/** What a projection of due days is made with; it says how far it is, and ends when somebody asks it to. */
export function projecting(desk: Desk, program: Program, from: string) {
  const onProgress = (owners: number) => {
    if (desk.signal.aborted) throw new CannotGoOn('Stopped. The next call begins anew.');
    desk.progress(`${owners} individuals and partners`);
  };
  return { program, from, now: desk.now(), onProgress };
}
