import * as v from 'valibot';
import { date, exact, id, inOrder, list, wholeNumber } from '../edition/check.ts';

/** The most that one question may be about. */
export const MAX_INDIVIDUALS = 20_000;
export const MAX_PARTNERS = 2_000;

/** `key` names the end; a thing that ends before it begins is a fault of the whole thing. */
function ordered<S extends v.GenericSchema>(schema: S, from: keyof v.InferOutput<S>, until: keyof v.InferOutput<S>) {
  return v.pipe(
    schema,
    v.check((value: v.InferOutput<S>) => {
      const [begin, end] = [value[from], value[until]] as readonly unknown[];
      return inOrder(begin, end);
    }, 'ends-before-it-begins'),
  );
}

const result = exact({
  id: v.optional(id),
  exam: id,
  takenOn: date,
  result: v.picklist(['pass', 'fail']),
});
const acceptance = exact({ agreement: id, acceptedOn: date });
const verifiedAward = ordered(
  exact({ certification: id, validFrom: date, validUntil: v.optional(date) }),
  'validFrom',
  'validUntil',
);

export const individualSchema = exact({
  id,
  exams: list(result),
  agreements: v.optional(list(acceptance)),
  awards: v.optional(list(verifiedAward)),
});

const affiliation = ordered(exact({ individual: id, from: date, until: v.optional(date) }), 'from', 'until');

/** What is held or renewed is either a specialization or a channel level. */
function eitherKind<const E extends v.ObjectEntries>(entries: E) {
  const specialization = exact({ specialization: id, ...entries });
  const channelLevel = exact({ channelLevel: id, ...entries });
  return v.lazy((input) => {
    const level = typeof input === 'object' && input !== null && Object.hasOwn(input, 'channelLevel');
    return level ? channelLevel : specialization;
  }) as v.GenericSchema<unknown, v.InferOutput<typeof specialization> | v.InferOutput<typeof channelLevel>>;
}

const holding = eitherKind({ approvedOn: date });
const renewal = ordered(
  eitherKind({ submittedOn: date, closedOn: v.optional(date) }) as v.GenericSchema<
    unknown,
    ({ specialization: string } | { channelLevel: string }) & { submittedOn: string; closedOn?: string | undefined }
  >,
  'submittedOn',
  'closedOn',
);
export const allocation = ordered(
  exact({
    individual: id,
    specialization: id,
    jobRole: id,
    from: v.optional(date),
    until: v.optional(date),
    pinned: v.optional(v.boolean()),
  }),
  'from',
  'until',
);
const waiver = ordered(
  exact({ specialization: id, jobRole: id, places: wholeNumber(1, 10_000), from: date, until: date }),
  'from',
  'until',
);

export const partnerSchema = exact({
  id,
  affiliations: list(affiliation),
  holdings: v.optional(list(holding)),
  renewals: v.optional(list(renewal)),
  allocations: v.optional(list(allocation)),
  waivers: v.optional(list(waiver)),
});

/** The facts of the contract, section 2; days are texts `YYYY-MM-DD`. */
export const factEntries = {
  individuals: list(individualSchema, MAX_INDIVIDUALS),
  partners: list(partnerSchema, MAX_PARTNERS),
};

/** What is known about one individual: results, accepted agreements, awards earned elsewhere and verified. */
export type IndividualFacts = v.InferOutput<typeof individualSchema>;
/** What is known about one partner: who works there, what it holds, renews, allocates, and which places are waived. */
export type PartnerFacts = v.InferOutput<typeof partnerSchema>;
