import { expect, test } from 'vitest';
import { append, erase } from '../../src/ledger.ts';
import { LEFT_OUT } from '../../src/person/record-of.ts';
import { openTextsNaming, recordOf } from '../../src/person.ts';
import { emptyLedgers } from '../databases.ts';
import { AT, memoryKeys, NAME, operator, writeEverything } from './everything.ts';

const empty = await emptyLedgers();

async function withTwo() {
  const [ledger, keys] = [empty(), await memoryKeys()];
  await writeEverything(ledger, keys, 'i1');
  await writeEverything(ledger, keys, 'i2');
  return { ledger, keys };
}

test('the file has every fact and everything else about a person, opened', async () => {
  const both = await withTwo();
  const file = await recordOf(both, crypto, 'i1-earlier');
  const { facts, ...rest } = file;
  const written = { recordedAt: AT, author: 'operator-1', source: 'operator' };
  const [by, byAdmin] = [
    { individual: 'i1', ...written },
    { recordedAt: AT, author: 'admin-1', source: 'partner' },
  ];
  const text = (what: string) => `${what} ${NAME} of i1`;
  expect(facts.map(({ kind, id, individual }) => [kind, id, individual].join())).toMatchInlineSnapshot(`
    [
      "registration,registration,i1",
      "profile,p,i1",
      "merge,m,i1-earlier",
      "exam-result,wrong,i1",
      "exam-result,r,i1-earlier",
      "agreement,a,i1",
      "verified-award,v,i1",
      "grant,g,i1",
      "affiliation,aff-i1,i1-earlier",
      "confirmation,con-i1,i1",
      "allocation,all-i1,i1",
      "contact,cnt-i1,i1",
      "request,req-i1,i1",
    ]
  `);
  expect(facts).toContainEqual({
    ...{ kind: 'profile', id: 'p', from: '2003-01-01', text: text('profile') },
    ...by,
  });
  expect(facts).toContainEqual({
    ...{ kind: 'exam-result', id: 'wrong', exam: '640-801', takenOn: '2003-03-01', result: 'fail' },
    ...by,
    voided: { reason: text('void'), ...written },
  });
  expect(facts).toContainEqual({
    ...{ kind: 'grant', id: 'g', partner: 'p1', audience: 'administrators', scope: 'status', from: '2003-02-01' },
    ...by,
    ends: [{ id: 'x', until: '2004-01-01', reason: text('end'), ...written }],
  });
  expect(facts).toContainEqual({
    ...{ kind: 'affiliation', id: 'aff-i1', partner: 'p1', individual: 'i1-earlier', from: '2003-01-01' },
    ...byAdmin,
    ends: [
      {
        ...{ id: 'left-i1', until: '2004-02-01', reason: 'left' },
        ...byAdmin,
        voided: { reason: 'mistake', ...byAdmin },
      },
    ],
  });
  expect(facts.find(({ kind }) => kind === 'allocation')).toMatchObject({ reason: text('pin') });
  expect(rest).toMatchInlineSnapshot(`
    {
      "answers": [
        {
          "answer": {
            "note": "answer Zsófia Quarterstaff of i1",
          },
          "begunAt": "2004-06-30T12:00:00.000Z",
          "individual": "i1",
          "principal": "admin-1",
          "status": 200,
        },
      ],
      "audit": [
        {
          "action": "correct",
          "actor": "operator-1",
          "at": "2004-06-30T12:00:00.000Z",
          "detail": {
            "note": "audit Zsófia Quarterstaff of i1",
          },
          "id": "aud-i1",
          "individual": "i1",
          "subject": "r",
        },
      ],
      "disclosures": [
        {
          "at": "2004-06-30T12:00:00.000Z",
          "id": "d",
          "individual": "i1-earlier",
          "released": [
            "status",
          ],
          "viewer": "admin-1",
        },
      ],
      "dossiers": [
        {
          "application": "app-i1",
          "partner": "p1",
          "submittedOn": "2003-02-01",
        },
      ],
      "format": "standing-person",
      "ids": [
        "i1",
        "i1-earlier",
      ],
      "inbox": [
        {
          "code": "unknown-exam",
          "column": "exam",
          "fields": {
            "exam": "Zsófia Quarterstaff",
            "individual": "i1",
            "result": "pass",
            "takenOn": "2003-02-01",
          },
          "file": "results",
          "id": "row-i1",
          "importId": "f",
          "individual": "i1",
          "line": 1,
          "receivedAt": "2004-06-30T12:00:00.000Z",
        },
      ],
      "individual": "i1",
      "outbox": [
        {
          "attempts": 0,
          "content": {
            "certification": "ccna",
            "note": "outbox Zsófia Quarterstaff of i1",
          },
          "dueOn": "2004-07-01",
          "individual": "i1",
          "key": "msg-i1",
          "kind": "reminder",
        },
      ],
      "version": 1,
    }
  `);
});

test('the file is the same bytes by whichever id it is asked for, and has nothing of another person', async () => {
  const both = await withTwo();
  const file = JSON.stringify(await recordOf(both, crypto, 'i1'));
  expect(JSON.stringify(await recordOf(both, crypto, 'i1-earlier'))).toBe(file);
  expect(file).not.toMatch(/i2|another/);
  expect(await recordOf(both, crypto, 'nobody')).toMatchObject({ ids: ['nobody'], facts: [], audit: [] });
});

test('every table with an individual in it is in the file, or it is said why not', async () => {
  const { ledger, keys } = await withTwo();
  const columns = await ledger.all({
    sql: `select tables.name as name, columns.name as column_name from sqlite_master as tables
      join pragma_table_info(tables.name) as columns where tables.type = 'table' and columns.name like '%individual%'`,
    parameters: [],
  });
  const tables = columns.map(({ name }) => String(name)).filter((name) => !(name in LEFT_OUT));
  expect(tables.length).toBeGreaterThan(15);
  const whole = JSON.stringify(await recordOf({ ledger, keys }, crypto, 'i1'));
  const missing: string[] = [];
  for (const table of tables) {
    if (table === 'erasures') continue;
    // Without its rows the file is another one: so they are in it.
    const bare = await withTwo();
    const triggers = await bare.ledger.all({
      sql: `select name from sqlite_master where type = 'trigger' and tbl_name = ?`,
      parameters: [table],
    });
    const gone = await bare.ledger.batch([
      ...triggers.map(({ name }) => ({ sql: `drop trigger ${name}`, parameters: [] })),
      ...(table === 'affiliations' ? UNCONFIRMED : []),
      { sql: `delete from ${table} where individual_id like 'i1%'`, parameters: [] },
    ]);
    expect(gone).toMatchObject({ ok: true });
    if (JSON.stringify(await recordOf(bare, crypto, 'i1')) === whole) missing.push(table);
  }
  expect(missing).toEqual([]);
  for (const why of Object.values(LEFT_OUT)) expect(why).toMatch(/\w+ \w+ \w+/);
  for (const left of Object.keys(LEFT_OUT)) expect(columns.map(({ name }) => name)).toContain(left);
});

/** Confirmations refer to affiliations. */
const UNCONFIRMED = ['drop trigger confirmations_not_deleted', 'delete from confirmations'].map((sql) => ({
  ...{ sql, parameters: [] },
}));

test('who was erased has a file without what identified, and the erasure is in it', async () => {
  const both = await withTwo();
  const erasure = { id: 'e1', individual: 'i1-earlier', erasedOn: '2004-06-30' };
  expect(await erase(both, operator, erasure)).toMatchObject({ ok: true });
  const file = await recordOf(both, crypto, 'i1');
  expect(JSON.stringify(file)).not.toContain(NAME);
  expect(file.facts.filter(({ kind }) => kind === 'erasure')).toHaveLength(2);
  expect(file.facts.find(({ id }) => id === 'wrong')).toMatchObject({ voided: { reason: null } });
  expect(file).toMatchObject({ inbox: [], outbox: [], answers: [], audit: [{ detail: { note: null } }] });
  expect(JSON.stringify(await recordOf(both, crypto, 'i2'))).toContain(NAME);
});

test('open texts that name a person are found, where no erasure closes them', async () => {
  const { ledger } = await withTwo();
  const of = { partner: 'p1', specialization: 'vpn-security', jobRole: 'field-engineer' };
  const days = { from: '2004-01-01', until: '2005-01-01' };
  await append(ledger, { ...operator, partner: 'p1' }, [
    { kind: 'waiver', id: 'w1', ...of, places: 1, ...days, reason: 'zsófia quarterstaff is on leave' },
    { kind: 'waiver', id: 'w2', ...of, places: 1, ...days, reason: 'in training' },
    { kind: 'void', partner: 'p1', of: 'waiver', fact: 'w2', reason: 'asked z.quarterstaff@example.org' },
  ]);
  await ledger.batch([
    {
      sql: `insert into import_inbox (id, kind, fields, individual_id, partner_id, code, import_id, line, received_at)
        values ('row', 'people', ?, '', '', 'missing', 'f', 1, ?)`,
      parameters: [JSON.stringify({ partner: NAME }), AT],
    },
  ]);
  const profile = JSON.stringify({ name: NAME, email: 'Z.Quarterstaff@example.org', title: 'Dr' });
  const row = { table: 'import_inbox', column: 'fields', partner: '' };
  expect(await openTextsNaming(ledger, ['i1', 'i2'], [profile, 'nobody at all'])).toEqual([
    { table: 'waivers', column: 'reason', partner: 'p1', id: 'w1' },
    { table: 'voids', column: 'reason', partner: 'p1', id: 'w2' },
    { ...row, id: 'row' },
  ]);
  // Rows of the inbox go with whom they are about.
  expect(await openTextsNaming(ledger, ['i1'], [NAME])).toContainEqual({ ...row, id: 'row-i2' });
  expect(await openTextsNaming(ledger, ['i1'], ['', 'Dr'])).toEqual([]);
});
