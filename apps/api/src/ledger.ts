import { type Database, migrate } from '@standing/data';
import {
  noticeOf,
  openStore,
  placeOf,
  readMigrations,
  type Setting,
  type Store,
  type UpkeepOptions,
  upkeep,
} from '@standing/data/node';
import type { LedgerHealth } from './resources/health.ts';

/** In milliseconds: how long the ledger may take to answer before it counts as not ready, and how long an answer counts. */
const PATIENCE = { answer: 2_000, keep: 1_000 } as const;

/** The ledger of a server, from its start to its end. */
export type KeptLedger = {
  /** Opens it, brings it to the newest schema and does what each start has to. Rejected, it is closed and was left as it is. */
  open(): Promise<void>;
  health(): Promise<LedgerHealth>;
  close(): Promise<void>;
};

export type KeepOptions = UpkeepOptions & {
  /** Told what an operator should know, a sentence at a time. */
  readonly say: (line: string) => void;
};

export function keepLedger(setting: Setting, options: KeepOptions): KeptLedger {
  const { engine } = setting.database;
  const state: { opening?: Promise<Opened>; opened?: Opened; looked?: { at: number; ready: Promise<boolean> } } = {};
  return {
    async open() {
      state.opening = opened(setting, options);
      state.opened = await state.opening;
    },
    async health() {
      if (state.opened === undefined) return { engine, schema: null, ready: false };
      const { store, schema } = state.opened;
      // However many ask, the ledger is asked once in a while.
      if (state.looked === undefined || performance.now() - state.looked.at > PATIENCE.keep) {
        state.looked = { at: performance.now(), ready: isAnswering(store.ledger) };
      }
      return { engine, schema, ready: await state.looked.ready };
    },
    async close() {
      const store = state.opened?.store ?? (await state.opening?.catch(() => undefined))?.store;
      await store?.close();
    },
  };
}

type Opened = { readonly store: Store; readonly schema: number };

async function opened(setting: Setting, options: KeepOptions): Promise<Opened> {
  const { say } = options;
  const store = await openStore(setting, { notice: (notice) => say(noticeOf(notice)) });
  try {
    const { from, to } = await migrate(store.ledger, await readMigrations());
    const change = from === to ? '' : from === 0 ? ', new' : `, from ${from}`;
    say(`Ledger: ${setting.database.engine} in ${placeOf(setting.database)}, schema ${to}${change}.`);
    for await (const line of upkeep(store, options)) say(line);
    return { store, schema: to };
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}

const LOOK = { sql: 'select max(version) as version from schema_versions', parameters: [] };

async function isAnswering(ledger: Database): Promise<boolean> {
  const late = new AbortController();
  const patience = new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE.answer);
    late.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = ledger.all(LOOK).then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, patience]);
  } finally {
    late.abort();
  }
}
