import { describe, expect, test } from 'vitest';
import type { Requirement } from '../src/edition/requirement.ts';
import type { Edition } from '../src/edition/schema.ts';
import { parseProgram } from '../src/index.ts';
import { published } from './index.ts';

type Entry = {
  readonly path: string;
  readonly id?: string;
  readonly basis?: string;
  readonly cites?: readonly string[];
};

const documents = published.flatMap(({ editions }) => editions) as readonly Edition[];
const editions = documents.map((document) => [document.edition, document] as const);
const edition = (id: string): Edition => {
  const found = documents.find((document) => document.edition === id);
  if (found === undefined) throw new Error(`edition ${id} is not published`);
  return found;
};
/** How many questions each section of the Q&A has. */
const QUESTIONS = [0, 1, 11, 11];
const INVENTED = 'unknown-';

test.each(published.map(({ program, editions }) => [program, editions] as const))(
  '%s: its editions are of one program, without a fault',
  (program, documents) => {
    const parsed = parseProgram(documents);
    expect(parsed).toMatchObject({ ok: true, value: { id: program } });
  },
);

describe.each(editions)('edition %s', (_, document) => {
  test('stands alone', () => {
    expect(parseProgram([document])).toMatchObject({ ok: true });
  });

  test('every entry names its basis', () => {
    expect(entriesOf(document).filter(({ basis }) => basis === undefined)).toEqual([]);
  });

  test('every citation is of a document that is listed, and of a question that exists', () => {
    const known = new Set(document.documents.map(({ id }) => id));
    const faults = citesOf(document).filter((cite) => {
      const [id = '', place] = cite.split('#');
      if (!known.has(id)) return true;
      if (id !== 'qa') return false;
      const [section = 0, question = 0] = (place ?? '').split('.').map(Number);
      return !(question >= 1 && question <= (QUESTIONS[section] ?? 0));
    });
    expect(faults).toEqual([]);
  });

  test('every document that is listed is cited', () => {
    const cited = new Set(citesOf(document).map((cite) => cite.split('#')[0]));
    expect(document.documents.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  });

  test('what is stated cites the Q&A, what is sourced another document', () => {
    const cites = (entry: Entry, wanted: (cite: string) => boolean) => (entry.cites ?? []).some(wanted);
    const stated = entriesOf(document).filter(({ basis }) => basis === 'stated');
    const sourced = entriesOf(document).filter(({ basis }) => basis === 'sourced');
    expect(stated.filter((entry) => !cites(entry, (cite) => cite.startsWith('qa#')))).toEqual([]);
    expect(sourced.filter((entry) => !cites(entry, (cite) => !cite.startsWith('qa')))).toEqual([]);
    expect(sourced.length).toBeGreaterThan(0);
  });

  test('an exam whose number is not known says so, in its id, its title and its basis', () => {
    const signs = document.exams.map(({ id, title, basis }) => ({
      id,
      signs: [id.startsWith(INVENTED), title.endsWith(', number not known'), basis === 'assumed'],
    }));
    expect(signs.filter(({ signs }) => new Set(signs).size !== 1)).toEqual([]);
    expect(signs.filter(({ id }) => id.startsWith(INVENTED)).length).toBeGreaterThan(0);
  });

  test('what no source gives is assumed: places, terms, points, and each CQS with an exam whose number is not known', () => {
    const assumed = [
      ...document.specializations.flatMap((specialization) => [specialization, ...specialization.jobRoles]),
      ...document.channelLevels.flatMap((level) => [level, ...level.personnel]),
      ...document.certifications.filter(
        ({ kind, requires }) => kind === 'specialist' && examsOf(requires).some((exam) => exam.startsWith(INVENTED)),
      ),
    ];
    expect(assumed.filter(({ basis }) => basis !== 'assumed').map(({ id }) => id)).toEqual([]);
  });

  test('every exam is named by a requirement, and every reading is whole', () => {
    const named = new Set([
      ...document.certifications.flatMap(({ requires, recertification }) => [
        ...examsOf(requires),
        ...(recertification?.requires === undefined ? [] : examsOf(recertification.requires)),
      ]),
      ...document.specializations.flatMap(({ jobRoles }) => jobRoles.flatMap(({ requires }) => examsOf(requires))),
    ]);
    expect(document.exams.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
    for (const { id, alternatives, cites, because } of document.interpretations) {
      expect(alternatives, id).not.toEqual([]);
      expect(cites, id).not.toEqual([]);
      expect(because, id).not.toBe('');
    }
  });

  test('qa#1.1: no level takes a specialist', () => {
    const kinds = new Map(document.certifications.map(({ id, kind }) => [id, kind]));
    const taken = document.channelLevels.flatMap(({ personnel }) =>
      personnel.flatMap(({ requires }) => certificationsOf(requires).map((id) => kinds.get(id))),
    );
    expect(taken).not.toContain('specialist');
  });
});

describe('edition 2003-11-04', () => {
  const document = edition('2003-11-04');
  const specialists = document.certifications.filter(({ kind }) => kind === 'specialist');

  test('qa#2.4, qa#3.4, qa#3.10: every CQS is new, lasts two years and recertifies with the agreement', () => {
    expect(specialists.length).toBeGreaterThan(0);
    for (const { id, introducedOn, validity, recertification } of specialists) {
      expect({ introducedOn, validity, agreements: recertification?.agreements }, id).toEqual({
        introducedOn: '2003-11-04',
        validity: 'P2Y',
        agreements: ['career-certifications'],
      });
    }
  });

  test('qa#3.11: no exam of a sales specialist is technical', () => {
    const sales = new Set(
      specialists.filter(({ area }) => area === 'Sales').flatMap(({ requires }) => examsOf(requires)),
    );
    expect(sales.size).toBeGreaterThan(0);
    expect(document.exams.filter(({ id, technical }) => sales.has(id) && technical)).toEqual([]);
  });
});

/** Everything that may carry a basis of its own, with the basis that it names itself. */
function entriesOf(document: Edition): readonly Entry[] {
  const list = (path: string, entries: readonly object[] = []): readonly Entry[] =>
    entries.map((entry, at) => ({ ...(entry as Entry), path: `${path}[${at}]` }));
  const one = (path: string, entry: object | undefined): readonly Entry[] =>
    entry === undefined ? [] : [{ ...(entry as Entry), path }];
  return [
    ...list('exams', document.exams),
    ...list('agreements', document.agreements),
    ...list('certifications', document.certifications),
    ...document.certifications.flatMap(({ id, recertification }) => one(`${id}.recertification`, recertification)),
    ...list('extensions', document.extensions),
    ...list('specializations', document.specializations),
    ...document.specializations.flatMap(({ id, jobRoles }) => list(`${id}.jobRoles`, jobRoles)),
    ...one('affiliation', document.affiliation),
    ...one('allocation', document.allocation),
    ...list('channelLevels', document.channelLevels),
    ...document.channelLevels.flatMap(({ id, personnel }) => list(`${id}.personnel`, personnel)),
    ...one('reminders', document.reminders),
    ...one('certificate', document.certificate),
  ];
}

function citesOf(document: Edition): readonly string[] {
  return [...entriesOf(document), ...document.interpretations].flatMap(({ cites }) => cites ?? []);
}

function partsOf(requirement: Requirement): readonly Requirement[] {
  if ('allOf' in requirement) return requirement.allOf;
  if ('anyOf' in requirement) return requirement.anyOf;
  return 'of' in requirement ? requirement.of : [];
}

function examsOf(requirement: Requirement): readonly string[] {
  return 'exam' in requirement ? [requirement.exam] : partsOf(requirement).flatMap(examsOf);
}

function certificationsOf(requirement: Requirement): readonly string[] {
  return 'certification' in requirement ? [requirement.certification] : partsOf(requirement).flatMap(certificationsOf);
}
