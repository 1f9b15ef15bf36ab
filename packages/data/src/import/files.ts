import * as v from 'valibot';
import type { ImportName } from '../schema.ts';
import type { Candidate, ParsedRow, RowFault } from './candidate.ts';
import { AFFILIATION, AGREEMENT, AWARD, PERSON, PERSONAL, RESULT } from './columns.ts';

type Cells = { readonly [column: string]: unknown };

/** One kind of file: its columns, and how a row of it is read. */
export type ImportFile = {
  readonly name: ImportName;
  readonly columns: readonly string[];
  readonly required: readonly string[];
  /** Which table the facts stand in, as the ledger calls the kind. */
  readonly facts: string;
  parse(line: number, cells: Cells): ParsedRow;
};

type Schema = v.GenericSchema<unknown, object> & { readonly entries: { readonly [column: string]: { type: string } } };

function importFile<S extends Schema>(
  name: ImportName,
  facts: string,
  schema: S,
  candidateOf: (row: v.InferOutput<S>) => Candidate,
): ImportFile {
  const columns = Object.keys(schema.entries);
  return {
    ...{ name, facts, columns },
    required: columns.filter((column) => schema.entries[column]?.type !== 'optional'),
    parse(line, cells) {
      const parsed = v.safeParse(schema, cells);
      const faults = new Map<string, string>();
      for (const issue of parsed.issues ?? []) {
        const column = String(v.getDotPath(issue) ?? '');
        if (!faults.has(column)) faults.set(column, issue.expected === 'never' ? 'unknown-column' : issue.message);
      }
      const fields: Record<string, string> = {};
      for (const column of columns) {
        const value = cells[column];
        if (typeof value === 'string' && !faults.has(column) && !PERSONAL.has(column)) fields[column] = value;
      }
      const row = { line, fields, individual: fields['individual'] ?? '', partner: fields['partner'] ?? '' };
      if (parsed.success) return { ...row, candidate: candidateOf(parsed.output) };
      return { ...row, fault: first(faults) };
    },
  };
}

/** A column that is not ours is named by the file: it may hold anything. */
function first(faults: ReadonlyMap<string, string>): RowFault {
  const [[column, code] = ['', 'columns']] = faults;
  return code === 'unknown-column' || column === '' ? { code } : { code, column };
}

const needsIndividual = (individual: string) => ({ kind: 'individual', id: individual, column: 'individual' }) as const;

const people = importFile(
  'people',
  'registration',
  PERSON,
  ({ individual, registeredOn, name, email, profileFrom }) => ({
    ...{ partner: '', individual, id: 'registration', identity: 'registration' },
    ...{ content: '', contentColumn: 'registeredOn', needs: [] },
    fact: { kind: 'registration', individual, id: 'registration', registeredOn },
    ...((name !== undefined || email !== undefined) && {
      profile: { from: profileFrom ?? registeredOn, open: { name, email } },
    }),
  }),
);

const affiliations = importFile(
  'affiliations',
  'affiliation',
  AFFILIATION,
  ({ partner, individual, from, until, ...own }) => {
    const { identity, id } = namesOf(own.id, from, individual);
    return {
      ...{ partner, individual, id, identity, content: until ?? '', contentColumn: 'until' },
      needs: [{ kind: 'partner', id: partner, column: 'partner' }, needsIndividual(individual)],
      fact: { kind: 'affiliation', partner, id, individual, from, until },
    };
  },
);

const results = importFile('results', 'exam-result', RESULT, ({ individual, exam, takenOn, result, ...own }) => {
  const { identity, id } = namesOf(own.id, exam, takenOn, result);
  return {
    ...{ partner: '', individual, id, identity, content: '', contentColumn: 'id' },
    needs: [needsIndividual(individual), { kind: 'exam', id: exam, column: 'exam' }],
    fact: { kind: 'exam-result', individual, id, exam, takenOn, result },
  };
});

const agreements = importFile('agreements', 'agreement', AGREEMENT, ({ individual, agreement, acceptedOn, ...own }) => {
  const { identity, id } = namesOf(own.id, agreement, acceptedOn);
  return {
    ...{ partner: '', individual, id, identity, content: '', contentColumn: 'id' },
    needs: [needsIndividual(individual), { kind: 'agreement', id: agreement, column: 'agreement' }],
    fact: { kind: 'agreement', individual, id, agreement, acceptedOn },
  };
});

const awards = importFile(
  'awards',
  'verified-award',
  AWARD,
  ({ individual, certification, validFrom, validUntil, ...own }) => {
    const { identity, id } = namesOf(own.id, certification, validFrom);
    return {
      ...{ partner: '', individual, id, identity, content: validUntil ?? '', contentColumn: 'validUntil' },
      needs: [needsIndividual(individual), { kind: 'certification', id: certification, column: 'certification' }],
      fact: { kind: 'verified-award', individual, id, certification, validFrom, validUntil },
    };
  },
);

/**
 * What a row says, as one text, which is also its id where the file gives it none: the same row is the same fact. At most
 * one of the parts is free text, and the others have a fixed form: no two rows have one identity by chance.
 */
function namesOf(own: string | undefined, ...parts: readonly string[]): { identity: string; id: string } {
  const identity = parts.join(':');
  return { identity, id: own ?? identity };
}

export const FILES: { readonly [K in ImportName]: ImportFile } = { people, affiliations, results, agreements, awards };
