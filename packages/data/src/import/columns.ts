import * as v from 'valibot';

/** Messages are the codes of faults. */
const id = v.pipe(
  v.string('type'),
  v.minLength(1, 'missing'),
  v.maxLength(200, 'too-long'),
  v.check((text) => text.isWellFormed() && !/[\p{Cc}\uFFFD]/u.test(text), 'characters'),
);

const text = v.pipe(
  v.string('type'),
  v.maxLength(500, 'too-long'),
  v.check((value) => value.isWellFormed() && !/[\p{Cc}\uFFFD]/u.test(value), 'characters'),
);

const day = v.pipe(
  v.string('type'),
  v.regex(/^(19|2[01])\d\d-\d\d-\d\d$/, 'day'),
  v.check((written) => {
    const at = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written);
  }, 'day'),
);

const inOrder = (from: string | undefined, until: string | undefined) =>
  from === undefined || until === undefined || from <= until;

/** The columns of each file. Days are `YYYY-MM-DD`; an end is the first day outside. An empty cell is an absent one. */
export const PERSON = v.strictObject(
  {
    individual: id,
    registeredOn: day,
    name: v.optional(text),
    email: v.optional(text),
    /** From when name and e-mail are so; without it from the registration on. */
    profileFrom: v.optional(day),
  },
  'missing',
);

export const AFFILIATION = v.pipe(
  v.strictObject({ partner: id, individual: id, from: day, until: v.optional(day), id: v.optional(id) }, 'missing'),
  v.forward(
    v.check(({ from, until }) => inOrder(from, until), 'order'),
    ['until'],
  ),
);

export const RESULT = v.strictObject(
  { individual: id, exam: id, takenOn: day, result: v.picklist(['pass', 'fail'], 'result'), id: v.optional(id) },
  'missing',
);

export const AGREEMENT = v.strictObject(
  { individual: id, agreement: id, acceptedOn: day, id: v.optional(id) },
  'missing',
);

export const AWARD = v.pipe(
  v.strictObject(
    { individual: id, certification: id, validFrom: day, validUntil: v.optional(day), id: v.optional(id) },
    'missing',
  ),
  v.forward(
    v.check(({ validFrom, validUntil }) => inOrder(validFrom, validUntil), 'order'),
    ['validUntil'],
  ),
);

/** What identifies somebody: sealed or nowhere. */
export const PERSONAL: ReadonlySet<string> = new Set(['name', 'email']);
