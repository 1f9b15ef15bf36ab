import type { Edition } from '@standing/domain';
import type { Basis } from './entries.ts';

export type RuleKind =
  | 'certification'
  | 'recertification'
  | 'exam'
  | 'extension'
  | 'agreement'
  | 'specialization'
  | 'job-role'
  | 'presence'
  | 'channel-level'
  | 'personnel'
  | 'allocation'
  | 'affiliation'
  | 'reminders'
  | 'certificate';

/** One rule of an edition: an entry that says, itself or through its parent, what it rests on. */
export type RuleEntry = {
  readonly kind: RuleKind;
  /** Its name, its title or its id, after its parent's; empty where there is one such rule in an edition. */
  readonly name: string;
  readonly basis: Basis;
  readonly cites: readonly string[];
};

type Entry = {
  readonly id?: string;
  readonly name?: string;
  readonly title?: string;
  readonly basis?: Basis | undefined;
  readonly cites?: readonly string[] | undefined;
};

/**
 * Every rule of an edition with its basis: an entry without one takes its parent's, and at last "stated". Documents and
 * interpretations are no rules: they say where a rule stands and how it is read.
 */
export function rulesOf(edition: Edition): readonly RuleEntry[] {
  const rule = (kind: RuleKind, entry: Entry, parent?: Entry): RuleEntry => ({
    kind,
    name: nameOf(entry, parent),
    basis: entry.basis ?? parent?.basis ?? 'stated',
    cites: entry.cites ?? parent?.cites ?? [],
  });
  const all = (kind: RuleKind, entries: readonly Entry[] = [], parent?: Entry) =>
    entries.map((entry) => rule(kind, entry, parent));
  return [
    ...edition.certifications.flatMap((entry) => [
      rule('certification', entry),
      ...(entry.recertification === undefined ? [] : [rule('recertification', entry.recertification, entry)]),
    ]),
    ...all('exam', edition.exams),
    ...all('extension', edition.extensions),
    ...all('agreement', edition.agreements),
    ...edition.specializations.flatMap((entry) => [
      rule('specialization', entry),
      ...all('job-role', entry.jobRoles, entry),
      ...all('presence', entry.presence, entry),
    ]),
    ...edition.channelLevels.flatMap((entry) => [
      rule('channel-level', entry),
      ...all('personnel', entry.personnel, entry),
    ]),
    rule('allocation', edition.allocation),
    ...(edition.affiliation === undefined ? [] : [rule('affiliation', edition.affiliation)]),
    rule('reminders', edition.reminders),
    rule('certificate', edition.certificate),
  ];
}

function nameOf(entry: Entry, parent: Entry | undefined): string {
  const own = entry.name ?? entry.title ?? entry.id?.replaceAll('-', ' ');
  return [parent?.name, own].filter((name) => name !== undefined).join(': ');
}
