/**
 * The public names of `@standing/data/person`: everything that is kept about a person, as one document to be given to that
 * person.
 */
export type { NamedIn } from './person/dossiers.ts';
export type { PersonEnd, PersonFact, TakenBack, Written } from './person/facts.ts';
export { type OpenText, openTextsNaming } from './person/open-texts.ts';
export { type PersonRecord, recordOf } from './person/record-of.ts';
