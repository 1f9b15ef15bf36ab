import type { Facts, IndividualFacts, PartnerFacts } from '@standing/domain';
import fc from 'fast-check';
import type { Saved } from '../saved.ts';
import { words } from './program.ts';

/** What a text file does not hold in a cell: it would be no text, or another line end. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters that are meant
const NO_TEXT = /[\u0000-\u0008\u000B-\u001F\uFEFF]/g;

/** A text without space at its ends, of any script, often with what CSV has to quote. */
const text = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ minLength: 1, maxLength, unit: 'grapheme' }),
      fc.string({ minLength: 1, maxLength, unit: fc.constantFrom(...'a",;\t|\n =\'é') }),
    )
    .map((value) => value.replace(NO_TEXT, '').trim())
    .filter((value) => value !== '' && value.length <= 200);

/** Ids that no edition knows: what one knows under another spelling would become its id. */
const id = text(20).filter((value) =>
  [words.exam, words.certification, words.agreement, words.specialization, words.channelLevel].every(
    (idOf) => idOf(value) === value && !words.isChannelLevel(value),
  ),
);
const person = fc.constantFrom<string>('CSCO1', 'CSCO10', 'CSCO2', 'I"3', 'I;4,5', 'é\n6');
const day = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const days = fc.tuple(day, day).map((pair) => pair.sort());

/** Something with a beginning and perhaps an end, not before it. */
function spans<A, F extends string, U extends string>(entry: fc.Arbitrary<A>, from: F, until: U) {
  return fc.tuple(entry, days, fc.boolean()).map(([rest, [begin, end], ends]) => ({
    ...rest,
    [from]: begin,
    ...(ends ? { [until]: end } : {}),
  })) as fc.Arbitrary<A & { [K in F]: string } & { [K in U]?: string }>;
}

const list = <T>(entry: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(entry, { maxLength: 4, selector: (each) => JSON.stringify(each) });
const held = fc.oneof(fc.record({ specialization: id }), fc.record({ channelLevel: id }));
const place = fc.record({ specialization: id, jobRole: id });

const individual = fc.record({
  id: person,
  exams: list(
    fc.record(
      { id, exam: id, takenOn: day, result: fc.constantFrom<'pass' | 'fail'>('pass', 'fail') },
      { requiredKeys: ['exam', 'takenOn', 'result'] },
    ),
  ),
  agreements: list(fc.record({ agreement: id, acceptedOn: day })),
  awards: list(spans(fc.record({ certification: id }), 'validFrom', 'validUntil')),
});

const allocation = fc
  .tuple(spans(place, 'from', 'until'), person, fc.constantFrom('', 'from'), fc.boolean())
  .map(([{ from, ...rest }, who, begins, isPinned]) => ({
    individual: who,
    ...rest,
    ...(begins === 'from' ? { from } : {}),
    ...(isPinned ? { pinned: true } : {}),
  }));

const waiver = fc
  .tuple(place, fc.integer({ min: 1, max: 10_000 }), days)
  .map(([where, places, [from, until]]) => ({ ...where, places, from, until }));

const partner = fc.record({
  id: fc.constant('p1'),
  affiliations: list(spans(fc.record({ individual: person }), 'from', 'until')),
  holdings: list(fc.tuple(held, day).map(([what, approvedOn]) => ({ ...what, approvedOn }))),
  renewals: list(spans(held, 'submittedOn', 'closedOn')),
  allocations: list(allocation),
  waivers: list(waiver),
});

/**
 * Facts of one partner as files can state them: individuals by id, each with an affiliation or something of a record, and
 * names for those who are affiliated.
 */
export const record: fc.Arbitrary<Saved> = fc
  .tuple(
    fc.uniqueArray(individual, { maxLength: 4, selector: (each) => each.id }),
    partner,
    fc.dictionary(person, text(30), { noNullPrototype: true }),
  )
  .map(([some, { ...company }, called]) => {
    const linked = new Set(company.affiliations.map((each) => each.individual));
    const rest = [...linked].filter((who) => some.every((each) => each.id !== who));
    const individuals = [...some, ...rest.map((who) => ({ id: who, exams: [], agreements: [], awards: [] }))]
      .filter(
        (each) => linked.has(each.id) || [each.exams, each.agreements, each.awards].some(({ length }) => length > 0),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((each): IndividualFacts => withoutEmpty(each, ['agreements', 'awards']));
    const partners = [withoutEmpty(company as PartnerFacts, ['holdings', 'renewals', 'allocations', 'waivers'])];
    const facts: Facts = { individuals, partners };
    return { facts, names: new Map(Object.entries(called).filter(([who]) => linked.has(who))) };
  });

/** The contract lets these lists be left out. */
function withoutEmpty<T extends object>(entry: T, lists: readonly string[]): T {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([key, value]) => !(lists.includes(key) && Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}
