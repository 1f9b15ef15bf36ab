import { readFileSync } from 'node:fs';

/** A document as it may be sent: nothing is known of its form. */
// biome-ignore lint/suspicious/noExplicitAny: tests plant faults of every form into documents, which no type can describe
export type Loose = any;

const folder = new URL('../conformance/', import.meta.url);

/** The edition of the conformance cases; a new one each time, to be spoiled at will. */
export function validEdition(): Loose {
  return JSON.parse(readFileSync(new URL('edition.json', folder), 'utf8'));
}

const SOURCED = { cites: ['qa#2.4'], basis: 'sourced' };
const NAMED = { ...SOURCED, names: { fr: 'Un nom' } };

/** The same with every key of the contract, each at least once: in the first entry of its list. */
export function fullEdition(): Loose {
  const edition = validEdition();
  const [exam] = edition.exams;
  const [ccna] = edition.certifications;
  const [specialization] = edition.specializations;
  const [level] = edition.channelLevels;
  Object.assign(edition.documents[0], { ...NAMED, address: 'https://example.org/qa' });
  Object.assign(exam, {
    ...NAMED,
    training: [{ title: 'A course', kind: 'course', address: 'https://example.org/course' }],
    retake: { afterFail: 'P5D' },
  });
  Object.assign(edition.agreements[0], NAMED);
  Object.assign(ccna, { ...NAMED, area: 'routing', introducedOn: '2003-11-04' });
  ccna.requires = {
    exam: '640-801',
    taken: { from: '2000-01-01', until: '2010-01-01' },
    accepted: { from: '2000-01-01', until: '2010-01-01' },
    within: 'P5Y',
  };
  ccna.recertification = {
    ...SOURCED,
    requires: { atLeast: 1, of: [{ exam: '640-801' }, { allOf: [{ exam: '640-861' }] }] },
    agreements: ['career-certifications'],
    countedFrom: 'exam',
    gracePeriod: 'P1Y',
  };
  Object.assign(edition.extensions[0], SOURCED);
  Object.assign(specialization, {
    ...NAMED,
    technology: 'security',
    points: 10,
    presence: [{ ...NAMED, id: 'expert', name: 'An expert', headcount: 1, requires: { certification: 'ccie' } }],
    retiredOn: '2005-01-01',
  });
  Object.assign(specialization.jobRoles[0], NAMED);
  edition.affiliation = { ...SOURCED, exclusive: true };
  edition.allocation = {
    ...SOURCED,
    maxJobRoles: 2,
    maxSpecializations: 2,
    maxJobRolesPerSpecialization: 2,
    kinds: { 'account-manager': { maxJobRoles: 4, maxSpecializations: 4 } },
    mixKinds: true,
    exempt: ['routing'],
  };
  Object.assign(level, NAMED);
  level.specializations = { atLeast: 1, points: 5, of: ['routing'] };
  Object.assign(level.personnel[0], SOURCED);
  Object.assign(edition.reminders, SOURCED);
  Object.assign(edition.certificate, SOURCED);
  edition.interpretations = [
    { ...SOURCED, id: 'one', question: 'Which?', reading: 'This.', alternatives: ['That.'], because: 'So it is.' },
  ];
  return edition;
}

/** Every value of a document with its path, the whole first. */
export function places(value: Loose, path = ''): readonly { readonly path: string; readonly value: Loose }[] {
  const below = Array.isArray(value)
    ? value.flatMap((entry, index) => places(entry, `${path}[${index}]`))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, entry]) => places(entry, keyed(path, key)))
      : [];
  return [{ path, value }, ...below];
}

/** A path as the contract writes it. */
export function keyed(path: string, key: string): string {
  if (!/^[A-Za-z_]\w*$/.test(key)) return `${path}[${JSON.stringify(key)}]`;
  return path === '' ? key : `${path}.${key}`;
}

const stepsOf = (path: string): readonly string[] =>
  [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([A-Za-z_]\w*)/g)].map(
    ([, quoted, index, key]) => quoted ?? index ?? key ?? '',
  );

/** The value at a path of a document. */
export function valueAt(document: Loose, path: string): Loose {
  return stepsOf(path).reduce((value, step) => value[step], document);
}

/** The document with another value at a path. */
export function replaced(document: Loose, path: string, value: unknown): Loose {
  const steps = stepsOf(path);
  const last = steps.at(-1);
  if (last === undefined) return value;
  const owner = steps.slice(0, -1).reduce((entry, step) => entry[step], document);
  // An own key whatever its name: assigning to `__proto__` would change the prototype instead.
  Object.defineProperty(owner, last, { value, enumerable: true, configurable: true, writable: true });
  return document;
}

/** The document without the key at a path. */
export function without(document: Loose, path: string): Loose {
  const steps = stepsOf(path);
  const owner = steps.slice(0, -1).reduce((entry, step) => entry[step], document);
  delete owner[steps.at(-1) ?? ''];
  return document;
}
