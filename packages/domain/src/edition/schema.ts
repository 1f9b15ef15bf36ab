import * as v from 'valibot';
import { date, dictionary, exact, id, list, name, period, text, wholeNumber } from './check.ts';
import { requirement } from './requirement.ts';

/** Where a rule comes from: the program's text, another public document, or our own assumption. */
export type Basis = 'stated' | 'sourced' | 'assumed';

const cited = {
  cites: v.optional(list(id)),
  basis: v.optional(v.picklist(['stated', 'sourced', 'assumed'])),
};
const named = { ...cited, name, names: v.optional(dictionary(name)) };
const titled = { ...cited, title: name, names: v.optional(dictionary(name)) };

const headcount = wholeNumber(1, 10_000);
const limit = v.optional(wholeNumber(0, 10_000));

const exam = exact({
  ...titled,
  id,
  technical: v.boolean(),
  training: v.optional(list(exact({ title: text, kind: text, address: v.optional(text) }))),
  retake: v.optional(exact({ afterFail: period })),
});

const recertification = exact({
  ...cited,
  requires: v.optional(requirement),
  agreements: v.optional(list(id)),
  countedFrom: v.optional(v.picklist(['exam', 'previous-end'])),
  gracePeriod: v.optional(period),
});

const certification = exact({
  ...named,
  id,
  kind: v.picklist(['career', 'specialist', 'sales']),
  level: v.optional(v.picklist(['associate', 'professional', 'expert'])),
  area: v.optional(text),
  introducedOn: v.optional(date),
  requires: requirement,
  validity: v.optional(period),
  agreements: v.optional(list(id)),
  recertification: v.optional(recertification),
});

const extension = exact({
  ...cited,
  id,
  exams: v.lazy((input) =>
    Array.isArray(input)
      ? list(id)
      : exact({ of: v.picklist(['career', 'specialist', 'sales']), technical: v.boolean() }),
  ) as v.GenericSchema<unknown, readonly string[] | { of: 'career' | 'specialist' | 'sales'; technical: boolean }>,
  certifications: list(id),
  by: period,
  countedFrom: v.picklist(['exam', 'current-end']),
});

const jobRole = exact({ ...named, id, kind: id, headcount, requires: requirement });
const presence = exact({ ...named, id, headcount, requires: requirement });
const personnel = exact({ ...cited, id, headcount, requires: requirement });

const specialization = exact({
  ...named,
  id,
  technology: v.optional(id),
  points: v.optional(wholeNumber(0, 1_000_000)),
  jobRoles: list(jobRole),
  presence: v.optional(list(presence)),
  term: period,
  renewalWindow: period,
  retiredOn: v.optional(date),
});

const channelLevel = exact({
  ...named,
  id,
  rank: v.pipe(v.number(), v.safeInteger()),
  term: period,
  renewalWindow: period,
  personnel: list(personnel),
  specializations: v.optional(
    exact({
      atLeast: v.optional(wholeNumber(0, 10_000)),
      points: v.optional(wholeNumber(0, 1_000_000)),
      of: v.optional(list(id)),
    }),
  ),
});

const allocation = exact({
  ...cited,
  maxJobRoles: limit,
  maxSpecializations: limit,
  maxJobRolesPerSpecialization: limit,
  kinds: v.optional(dictionary(exact({ maxJobRoles: limit, maxSpecializations: limit }))),
  mixKinds: v.optional(v.boolean()),
  exempt: v.optional(list(id)),
});

/** The form of a program edition (contract, section 1). What ties its entries together is checked by `references`. */
export const editionSchema = exact({
  program: id,
  edition: id,
  name,
  effectiveFrom: date,
  timeZone: id,
  documents: list(exact({ ...titled, id, date, address: v.optional(text) })),
  exams: list(exam),
  agreements: list(exact({ ...titled, id })),
  certifications: list(certification),
  extensions: list(extension),
  specializations: list(specialization),
  affiliation: v.optional(exact({ ...cited, exclusive: v.boolean() })),
  allocation,
  channelLevels: list(channelLevel),
  reminders: exact({ ...cited, award: list(period), renewal: list(period) }),
  certificate: exact({ ...cited, arrives: v.strictTuple([period, period]) }),
  interpretations: list(
    exact({ ...cited, id, cites: list(id), question: text, reading: text, alternatives: list(text), because: text }),
  ),
});

/** A program edition as it is published: rules as data, in force from `effectiveFrom` until the next edition. */
export type Edition = v.InferOutput<typeof editionSchema>;
export type Certification = Edition['certifications'][number];
export type Specialization = Edition['specializations'][number];
export type ChannelLevel = Edition['channelLevels'][number];
