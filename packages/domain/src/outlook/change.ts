import * as v from 'valibot';
import { date, exact, id, list, wholeNumber } from '../edition/check.ts';
import { allocation, individualSchema } from '../record/schema.ts';

/** The most changes that one scenario may make. */
export const MAX_CHANGES = 200;

const { id: _, ...recordEntries } = individualSchema.entries;

/** What can be imagined of a record; `on` is the scenario's day when absent. */
const changes = {
  /** Their affiliation with the partner that is in force on the day ends; without `partner` that with every partner. */
  leaves: exact({ kind: v.literal('leaves'), individual: id, partner: v.optional(id), on: v.optional(date) }),
  /** An affiliation begins; who is not in the facts comes with their record. */
  joins: exact({
    kind: v.literal('joins'),
    individual: id,
    partner: id,
    on: v.optional(date),
    record: v.optional(exact(recordEntries)),
  }),
  passes: exact({ kind: v.literal('passes'), individual: id, exam: id, on: v.optional(date) }),
  accepts: exact({ kind: v.literal('accepts'), individual: id, agreement: id, on: v.optional(date) }),
  /** So many places more count as filled on the scenario's day. */
  waives: exact({
    kind: v.literal('waives'),
    partner: id,
    specialization: id,
    jobRole: id,
    places: wholeNumber(1, 10_000),
  }),
  /** These given allocations in place of the partner's. */
  allocates: exact({ kind: v.literal('allocates'), partner: id, allocations: list(allocation) }),
};

type Kind = keyof typeof changes;
const kinds = Object.keys(changes) as Kind[];

/** One change of a scenario, by its `kind`. */
export type Change = { [K in Kind]: v.InferOutput<(typeof changes)[K]> }[Kind];

const anyKind = v.looseObject({ kind: v.picklist(kinds) });

export const changeSchema = v.lazy((input) => {
  const kind = typeof input === 'object' && input !== null && 'kind' in input ? input.kind : undefined;
  return kinds.includes(kind as Kind) ? changes[kind as Kind] : anyKind;
}) as v.GenericSchema<unknown, Change>;
