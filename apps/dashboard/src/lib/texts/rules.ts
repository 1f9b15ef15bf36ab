import type { Basis } from '../reading/entries.ts';
import type { RuleKind } from '../reading/rules.ts';

/** The groups in which rules are listed. */
export const ruleKinds: Readonly<Record<RuleKind, string>> = {
  certification: 'Certifications',
  recertification: 'Recertification',
  exam: 'Exams',
  extension: 'Extensions',
  agreement: 'Agreements',
  specialization: 'Specializations',
  'job-role': 'Job roles',
  presence: 'Presence',
  'channel-level': 'Channel levels',
  personnel: 'Personnel of channel levels',
  allocation: 'Allocation',
  affiliation: 'Affiliation',
  reminders: 'Reminders',
  certificate: 'Certificates',
};

export const kindsInOrder: readonly RuleKind[] = [
  'certification',
  'recertification',
  'exam',
  'extension',
  'agreement',
  'specialization',
  'job-role',
  'presence',
  'channel-level',
  'personnel',
  'allocation',
  'affiliation',
  'reminders',
  'certificate',
];

/** The rules of which an edition has one each. */
export const soleRules: { readonly [kind in RuleKind]?: string } = {
  allocation: 'How many job roles an individual may fill',
  affiliation: 'Which partner an individual counts for',
  reminders: 'When reminders go out',
  certificate: 'When certificates arrive',
};

export const basisWord: Readonly<Record<Basis, string>> = { stated: 'stated', sourced: 'sourced', assumed: 'assumed' };

export const basisInWords: Readonly<Record<Basis, string>> = {
  stated: 'Stated: the rule stands in the program’s own text.',
  sourced: 'Sourced: the rule stands in another public document.',
  assumed: 'Assumed: no document that we know settles the rule; the edition fills it in.',
};
