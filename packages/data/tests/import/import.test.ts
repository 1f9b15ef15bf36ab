import { describe, expect, test } from 'vitest';
import { dismissRow, readInbox, retryInbox, sealerOf } from '../../src/import.ts';
import { append, cutAt, erase, load, read } from '../../src/ledger.ts';
import type { Database } from '../../src/port/database.ts';
import { prepareKeys } from '../../src/sealing/keys.ts';
import { unseal } from '../../src/sealing/seal.ts';
import { examResults } from '../../src/statements/exam-result.ts';
import type { Fact } from '../../src/statements/kinds.ts';
import { profiles } from '../../src/statements/profile.ts';
import type { Recording } from '../../src/statements/recording.ts';
import { emptyLedgers } from '../databases.ts';
import { AT, imported, PEOPLE, RESULTS } from './files.ts';

const empty = await emptyLedgers();
const operator: Recording = { recordedAt: AT, author: 'operator-1', source: 'operator' };
const waiting = async (database: Database) =>
  (await readInbox(database)).map(({ code, column, line, fields }) => ({ code, column, line, fields }));
const counts = (database: Database, table: string) =>
  database.all({ sql: `select count(*) as n from ${table}`, parameters: [] }).then(([row]) => row?.['n']);
const PARTNER: Fact = { kind: 'location', partner: 'p1', id: 'l1', name: 'Head office', from: '2003-01-01' };

async function withPeople(): Promise<Database> {
  const database = empty();
  await imported(database, PEOPLE, { file: 'people' });
  await append(database, { ...operator, partner: 'p1' }, [PARTNER]);
  return database;
}

describe('each kind of file', () => {
  test('becomes facts of the record', async () => {
    const database = await withPeople();
    const files = {
      results: RESULTS,
      agreements: 'individual;agreement;acceptedOn\ni1;career-certifications;2003-12-01\n',
      awards:
        'individual\tcertification\tvalidFrom\tvalidUntil\ni1\tccie\t2002-05-01\t\ni2\tccna\t2002-05-01\t2004-05-01',
      affiliations: '\uFEFFpartner,individual,until,from\r\np1,i1,,2003-01-01\r\np1,i2,2004-01-01,2003-01-01\r\n',
    } as const;
    for (const [file, text] of Object.entries(files)) {
      const { answer } = await imported(database, text, { file: file as keyof typeof files, id: file });
      expect(answer).toMatchObject({ ok: true, value: { unfit: 0, already: 0 } });
    }
    expect((await load(database, { partners: ['p1'] })).facts).toEqual({
      individuals: [
        {
          id: 'i1',
          exams: [{ id: '640-801:2003-12-01:pass', exam: '640-801', takenOn: '2003-12-01', result: 'pass' }],
          agreements: [{ agreement: 'career-certifications', acceptedOn: '2003-12-01' }],
          awards: [{ certification: 'ccie', validFrom: '2002-05-01' }],
        },
        {
          id: 'i2',
          exams: [{ id: '640-801:2003-12-02:fail', exam: '640-801', takenOn: '2003-12-02', result: 'fail' }],
          agreements: [],
          awards: [{ certification: 'ccna', validFrom: '2002-05-01', validUntil: '2004-05-01' }],
        },
      ],
      partners: [
        {
          ...{ id: 'p1', holdings: [], renewals: [], allocations: [], waivers: [] },
          affiliations: [
            { individual: 'i1', from: '2003-01-01' },
            { individual: 'i2', from: '2003-01-01', until: '2004-01-01' },
          ],
        },
      ],
    });
  });

  test('says the same as NDJSON', async () => {
    const database = await withPeople();
    const lines = [
      '{"individual":"i1","exam":"640-801","takenOn":"2003-12-01","result":"pass","id":null}',
      '',
      '{"individual":"i2","exam":"640-801","takenOn":"2003-12-02","result":"fail"}',
    ];
    const asked = { file: 'results', format: 'ndjson' } as const;
    expect((await imported(database, lines.join('\r\n'), asked)).rows).toEqual([
      { row: 1, line: 1, outcome: 'accepted' },
      { row: 2, line: 3, outcome: 'accepted' },
    ]);
    expect((await imported(database, RESULTS, { file: 'results', id: 'csv' })).said).toEqual(['already', 'already']);
  });
});

describe('a row that is there', () => {
  test('is not doubled by the same file, nor by another', async () => {
    const database = await withPeople();
    expect((await imported(database, RESULTS, { file: 'results', id: 'a' })).said).toEqual(['accepted', 'accepted']);
    expect((await imported(database, RESULTS, { file: 'results', id: 'a' })).said).toEqual([]);
    expect((await imported(database, RESULTS, { file: 'results', id: 'b' })).said).toEqual(['already', 'already']);
    const doubled = `${RESULTS}i1,640-801,2003-12-03,pass\ni1,640-801,2003-12-03,pass\n`;
    expect((await imported(database, doubled, { file: 'results', id: 'c' })).said).toEqual([
      ...['already', 'already', 'accepted', 'already'],
    ]);
    expect(await counts(database, 'exam_results')).toBe(3);
    expect((await imported(database, PEOPLE, { file: 'people', id: 'd' })).said).toEqual(['already', 'already']);
  });

  test('is known by what it says, whoever wrote it down', async () => {
    const database = await withPeople();
    await append(database, operator, [
      { kind: 'exam-result', individual: 'i1', id: 'r1', exam: '640-801', takenOn: '2003-12-01', result: 'pass' },
    ]);
    expect((await imported(database, RESULTS, { file: 'results' })).said).toEqual(['already', 'accepted']);
  });

  test('with the same id must say the same', async () => {
    const database = await withPeople();
    const file = 'id,individual,exam,takenOn,result\n';
    const row = 'r1,i1,640-801,2003-12-01,pass\n';
    const other = 'r1,i1,640-801,2003-12-02,pass\n';
    expect((await imported(database, file + row + other, { file: 'results' })).said).toEqual([
      ...['accepted', 'unfit differs id'],
    ]);
    expect((await imported(database, file + other, { file: 'results', id: 'b' })).said).toEqual(['unfit differs id']);
    const awards = 'individual,certification,validFrom,validUntil\ni1,ccie,2002-05-01,2004-05-01\n';
    await imported(database, awards, { file: 'awards', id: 'c' });
    expect((await imported(database, awards.replace('2004', '2005'), { file: 'awards', id: 'd' })).said).toEqual([
      'unfit differs validUntil',
    ]);
  });
});

describe('a later decision', () => {
  test('a fact that was taken back is not brought back', async () => {
    const database = await withPeople();
    await imported(database, RESULTS, { file: 'results', id: 'a' });
    const back = { of: 'exam-result', fact: '640-801:2003-12-01:pass', reason: 'wrong-individual' };
    await append(database, operator, [{ kind: 'void', individual: 'i1', ...back }]);
    expect((await imported(database, RESULTS, { file: 'results', id: 'b' })).said).toEqual([
      ...['already taken-back', 'already'],
    ]);
    const left = await read(database, examResults, { individuals: ['i1'] }, await cutAt(database));
    expect(left).toEqual([]);
    // Recorded anew under another id, it is there.
    const anew: Fact = {
      ...{ kind: 'exam-result', individual: 'i1', id: 'n1' },
      ...{ exam: '640-801', takenOn: '2003-12-01', result: 'pass' },
    };
    await append(database, operator, [anew]);
    expect((await imported(database, RESULTS, { file: 'results', id: 'c' })).said).toEqual(['already', 'already']);
  });

  test('an affiliation that has ended stays ended, and one that is open can be ended by a file', async () => {
    const database = await withPeople();
    const file = (until: string) => `partner,individual,from,until\np1,i1,2003-01-01,${until}\n`;
    const say = async (until: string, id: string) =>
      (await imported(database, file(until), { file: 'affiliations', id })).said;
    const until = async () => (await load(database, { partners: ['p1'] })).facts.partners[0]?.affiliations[0]?.until;
    expect(await say('', 'a')).toEqual(['accepted']);
    expect(await say('2004-03-01', 'b')).toEqual(['accepted']);
    expect(await until()).toBe('2004-03-01');
    expect(await say('', 'c')).toEqual(['already']);
    expect(await say('2004-03-01', 'd')).toEqual(['already']);
    expect(await say('2004-02-01', 'e')).toEqual(['unfit differs until']);
    const end = { of: 'end', fact: '2003-01-01:i1:2004-03-01', reason: 'mistake' };
    await append(database, { ...operator, partner: 'p1' }, [{ kind: 'void', partner: 'p1', ...end }]);
    expect(await say('2004-03-01', 'f')).toEqual(['already taken-back until']);
    expect(await until()).toBeUndefined();
    expect(await say('2004-04-01', 'g')).toEqual(['accepted']);
    expect(await until()).toBe('2004-04-01');
  });

  test('an affiliation that was begun and ended in one file', async () => {
    const database = await withPeople();
    const text = 'id,partner,individual,from,until\na,p1,i1,2003-01-01,\nb,p1,i1,2003-01-01,2004-01-01\n';
    const dry = await imported(database, text, { file: 'affiliations', mode: 'dry' });
    const real = await imported(database, text, { file: 'affiliations' });
    expect(real.said).toEqual(['accepted', 'accepted']);
    expect(dry.said).toEqual(real.said);
    expect((await load(database, { partners: ['p1'] })).facts.partners[0]?.affiliations).toEqual([
      { individual: 'i1', from: '2003-01-01', until: '2004-01-01' },
    ]);
  });
});

describe('a row that does not fit', () => {
  test('waits in the inbox, and is recorded when what it lacks arrives', async () => {
    const database = empty();
    const { said } = await imported(database, RESULTS, { file: 'results' });
    expect(said).toEqual(['unfit unknown-individual individual', 'unfit unknown-individual individual']);
    await imported(database, RESULTS, { file: 'results', id: 'again' });
    const result = { code: 'unknown-individual', column: 'individual' };
    const fields = { exam: '640-801', takenOn: '2003-12-01', result: 'pass', individual: 'i1' };
    expect(await waiting(database)).toHaveLength(2);
    expect(await waiting(database)).toContainEqual({ ...result, line: 2, fields });
    const people = await imported(database, PEOPLE.replace(/i2.*\n/, ''), { file: 'people', id: 'people' });
    expect(people.answer).toMatchObject({ value: { accepted: 1, retried: { accepted: 1, already: 0, unfit: 0 } } });
    expect(await waiting(database)).toHaveLength(1);
    await append(database, operator, [{ kind: 'registration', individual: 'i2', id: 'x', registeredOn: '2003-01-01' }]);
    const retried = await retryInbox(database, { author: 'operator-1', source: 'operator', now: () => AT });
    expect(retried).toEqual({ accepted: 1, already: 0, unfit: 0 });
    expect(await waiting(database)).toEqual([]);
    expect(await counts(database, 'exam_results')).toBe(2);
    expect((await imported(database, RESULTS, { file: 'results', id: 'c' })).said).toEqual(['already', 'already']);
  });

  test('for what no edition knows waits for the edition', async () => {
    const database = await withPeople();
    const knows = (exams: string[]) => ({ catalogue: { exams: new Set(exams) } });
    const { said } = await imported(database, RESULTS, { file: 'results', ...knows(['642-521']) });
    expect(said).toEqual(['unfit unknown-exam exam', 'unfit unknown-exam exam']);
    const by = { author: 'operator-1', source: 'operator', now: () => AT } as const;
    expect(await retryInbox(database, { ...by, ...knows(['642-521']) })).toEqual({ accepted: 0, already: 0, unfit: 0 });
    expect(await retryInbox(database, { ...by, ...knows(['640-801']) })).toEqual({ accepted: 2, already: 0, unfit: 0 });
  });

  test('for its partner waits until something stands in the partner’s book', async () => {
    const database = await withPeople();
    const text = 'partner,individual,from\np9,i1,2003-01-01\np9,i9,2003-01-01\np1,i1,2003-01-01\n';
    expect((await imported(database, text, { file: 'affiliations' })).said).toEqual([
      ...['unfit unknown-partner partner', 'unfit unknown-partner partner', 'accepted'],
    ]);
    await append(database, { ...operator, partner: 'p9' }, [{ ...PARTNER, partner: 'p9' } as Fact]);
    const retried = await retryInbox(database, { author: 'operator-1', source: 'operator', now: () => AT });
    expect(retried).toEqual({ accepted: 1, already: 0, unfit: 1 });
    expect(await waiting(database)).toMatchObject([{ code: 'unknown-individual', fields: { individual: 'i9' } }]);
    const fresh = await withPeople();
    expect((await imported(fresh, text, { file: 'affiliations', partners: 'any' })).said).toEqual([
      ...['accepted', 'unfit unknown-individual individual', 'accepted'],
    ]);
  });

  test.each<[string, string, string]>([
    ['a day that is none', 'i1,640-801,2003-02-30,pass', 'unfit day takenOn'],
    ['a day outside of the calendar', 'i1,640-801,2200-01-01,pass', 'unfit day takenOn'],
    ['a result that is neither', 'i1,640-801,2003-12-01,maybe', 'unfit result result'],
    ['an empty cell', ',640-801,2003-12-01,pass', 'unfit missing individual'],
    ['a cell too many', 'i1,640-801,2003-12-01,pass,x', 'unfit columns'],
    ['a cell too few', 'i1,640-801', 'unfit columns'],
    ['a quote in the middle', 'i1,640"801,2003-12-01,pass', 'unfit quote'],
    ['a quote that is never closed', 'i1,"640-801,2003-12-01,pass', 'unfit quote'],
    ['a quote that is closed too early', 'i1,"640"801,2003-12-01,pass', 'unfit quote'],
    ['bytes that are no text', 'i\uFFFD,640-801,2003-12-01,pass', 'unfit characters individual'],
    ['a cell too long', `i1,${'x'.repeat(201)},2003-12-01,pass`, 'unfit too-long exam'],
    ['a row too long', `i1,${'x'.repeat(40_000)},2003-12-01,pass`, 'unfit too-long'],
  ])('%s leaves the other rows alone', async (_, row, said) => {
    const database = await withPeople();
    const text = `individual,exam,takenOn,result\ni1,640-801,2003-12-01,pass\n${row}\ni2,640-801,2003-12-02,pass\n`;
    const { rows, ...answer } = await imported(database, text, { file: 'results' });
    expect(answer.said).toEqual(['accepted', said, 'accepted']);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    const again = await imported(database, text, { file: 'results', id: 'again' });
    expect(again.said).toEqual(['already', said, 'already']);
    expect(await waiting(database)).toHaveLength(1);
  });

  test.each<[string, string, string]>([
    ['no JSON', '{"individual":', 'unfit json'],
    ['a list', '[]', 'unfit json'],
    ['a number for a text', '{"individual":1,"registeredOn":"2003-01-01"}', 'unfit type individual'],
    ['a column that is not ours', '{"individual":"i1","registeredOn":"2003-01-01","ssn":"1"}', 'unfit unknown-column'],
    [
      'a name of the prototype',
      '{"individual":"i1","registeredOn":"2003-01-01","__proto__":{}}',
      'unfit unknown-column',
    ],
    ['a line too long', `{"individual":"${'x'.repeat(200_000)}"}`, 'unfit too-long'],
    ['nothing', '{}', 'unfit missing individual'],
    [
      'a name that nobody would seal',
      '{"individual":"i1","registeredOn":"2003-01-01","name":"Ann"}',
      'unfit not-sealed',
    ],
  ])('%s in NDJSON', async (_, line, said) => {
    const text = `{"individual":"i0","registeredOn":"2003-01-01"}\n${line}\n{"individual":"i9","registeredOn":"2003-01-01"}`;
    const answer = await imported(empty(), text, { file: 'people', format: 'ndjson' });
    expect(answer.said).toEqual(['accepted', said, 'accepted']);
  });

  test('can be dismissed with a reason, and is not tried again', async () => {
    const database = empty();
    await imported(database, RESULTS, { file: 'results' });
    for (const { id } of await readInbox(database)) {
      await database.batch([dismissRow(id, { at: AT, author: 'operator-1', reason: 'test' })]);
    }
    const people = await imported(database, PEOPLE, { file: 'people', id: 'people' });
    expect(people.answer).toMatchObject({ value: { retried: { accepted: 0 } } });
  });

  test('is forgotten with the individual', async () => {
    const database = empty();
    await imported(database, RESULTS, { file: 'results' });
    const keys = empty();
    await prepareKeys(keys);
    await erase({ ledger: database, keys }, operator, { id: 'e', individual: 'i1', erasedOn: '2004-01-01' });
    expect(await waiting(database)).toMatchObject([{ fields: { individual: 'i2' } }]);
  });
});

describe('the columns of a file', () => {
  test.each<[string, string, object[]]>([
    ['none', '', [{ path: 'columns', code: 'no-columns' }]],
    [
      'unknown, double and missing ones',
      'individual,exam,exam,day',
      [
        { path: 'columns[2]', code: 'double-column', received: 'exam' },
        { path: 'columns[3]', code: 'unknown-column', received: 'day' },
        { code: 'missing-column', expected: 'takenOn' },
        { code: 'missing-column', expected: 'result' },
      ],
    ],
  ])('%s', async (_, text, faults) => {
    const { answer } = await imported(empty(), text, { file: 'results' });
    expect(answer).toMatchObject({ ok: false, faults });
  });

  test('a name is no column without somebody to seal it', async () => {
    const { answer } = await imported(empty(), 'individual,registeredOn,name\ni1,2003-01-01,Ann\n', { file: 'people' });
    expect(answer).toMatchObject({ ok: false, faults: [{ code: 'unknown-column', received: 'name' }] });
  });
});

describe('names and addresses', () => {
  const text = 'individual,registeredOn,name,email\ni1,2003-01-01,Ann,ann@example.org\ni2,2003-01-01,,\n';

  async function keysOf() {
    const keys = empty();
    await prepareKeys(keys);
    return { keys, sealer: sealerOf(keys, crypto) };
  }

  test('are sealed, once, and not kept otherwise', async () => {
    const database = empty();
    const { keys, sealer } = await keysOf();
    const dry = await imported(database, text, { file: 'people', sealer, mode: 'dry' });
    expect(dry.said).toEqual(['accepted', 'accepted']);
    expect(await keys.all({ sql: 'select * from individual_keys', parameters: [] })).toEqual([]);
    expect((await imported(database, text, { file: 'people', sealer })).said).toEqual(['accepted', 'accepted']);
    expect((await imported(database, text, { file: 'people', id: 'b', sealer })).said).toEqual(['already', 'already']);
    const renamed = text.replace('Ann,', 'Anna,').replaceAll('i2,2003-01-01', 'i2,2003-13-01');
    expect((await imported(database, renamed, { file: 'people', id: 'c', sealer })).said).toEqual([
      ...['accepted', 'unfit day registeredOn'],
    ]);
    const kept = await read(database, profiles, 'all', await cutAt(database));
    const names = await Promise.all(kept.map(({ sealed }) => unseal(keys, crypto, 'i1', sealed)));
    const email = 'ann@example.org';
    expect(names.map((each) => JSON.parse(each ?? '')).sort((a, b) => a.name.length - b.name.length)).toEqual([
      { name: 'Ann', email },
      { name: 'Anna', email },
    ]);
    const tables = await database.all({ sql: 'select fields from import_inbox', parameters: [] });
    expect(JSON.stringify(tables)).not.toMatch(/Ann|example/);
  });

  test('do not come back for somebody erased', async () => {
    const database = empty();
    const { sealer } = await keysOf();
    await append(database, operator, [{ kind: 'erasure', individual: 'i1', id: 'e', erasedOn: '2004-01-01' }]);
    expect((await imported(database, text, { file: 'people', sealer })).said).toEqual(['accepted', 'accepted']);
    expect(await read(database, profiles, 'all', await cutAt(database))).toEqual([]);
  });
});
