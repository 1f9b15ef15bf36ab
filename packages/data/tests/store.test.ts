import { parseProgram } from '@standing/domain';
import { published } from '@standing/domain/editions';
import { expect, onTestFinished, test } from 'vitest';
import { append, type Fact, migrate } from '../src/index.ts';
import { openStore, readMigrations, type UpkeepOptions, upkeep } from '../src/node.ts';
import { temporaryFolder } from './folder.ts';
import { imported } from './import/files.ts';

const NOW = '2004-09-15T12:00:00.000Z';
const program = parseProgram(published[0]?.editions);
const programs = program.ok ? [program.value] : [];

async function store() {
  const opened = await openStore({ folder: await temporaryFolder(), database: { engine: 'memory' } });
  onTestFinished(() => opened.close());
  await migrate(opened.ledger, await readMigrations());
  return opened;
}

const operator = { recordedAt: '2004-06-30T12:00:00.000Z', author: 'operator-1', source: 'operator' } as const;
const holder = (individual: string): Fact[] => [
  { kind: 'registration', individual, id: 'r', registeredOn: '2003-01-01' },
  { kind: 'verified-award', individual, id: 'a', certification: 'ccna', validFrom: '2003-01-10' },
];

async function said(opened: Awaited<ReturnType<typeof store>>, most?: UpkeepOptions['most']): Promise<string[]> {
  const options = { programs, from: '2004-09-15', now: () => NOW, ...(most && { most }) };
  const lines: string[] = [];
  for await (const line of upkeep(opened, options)) lines.push(line);
  return lines;
}

test('an empty ledger needs nothing, and nothing is said or written', async () => {
  const opened = await store();
  expect(await said(opened)).toEqual([]);
  expect(await opened.ledger.all({ sql: 'select count(*) as n from due_projections', parameters: [] })).toEqual([
    { n: 0 },
  ]);
});

test('each thing is done up to its bound, and what is left is said with the command that does it', async () => {
  const opened = await store();
  await imported(
    opened.ledger,
    'individual,exam,takenOn,result\ni1,642-501,2003-11-20,pass\ni2,642-501,2003-11-20,pass\n',
    {
      file: 'results',
    },
  );
  await append(opened.ledger, operator, ['i1', 'i2', 'i3'].flatMap(holder));
  const few = { rows: 1, owners: 2 };
  expect(await said(opened, few)).toEqual([
    'Inbox: 2 rows tried again, 2 went in. More may wait: "standing-ledger inbox retry".',
    'Due days of cisco-channel: more than 2 individuals and partners wait: "standing-ledger rebuild".',
  ]);
  expect(await said(opened)).toEqual(['Due days of cisco-channel: 3 individuals and partners worked out.']);
  expect(await said(opened)).toEqual([]);
});
