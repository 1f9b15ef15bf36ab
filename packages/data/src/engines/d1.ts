import type { Database, Row } from '../port/database.ts';
import { databaseAsking } from './asked.ts';
import { edgeFailureOf } from './edge-failure.ts';

/** As much of a D1 binding as is used here. */
export type D1Binding = {
  prepare(sql: string): D1Statement;
  batch(statements: D1Statement[]): Promise<{ readonly results: unknown[] }[]>;
};
type D1Statement = {
  bind(...values: unknown[]): D1Statement;
  all(): Promise<{ readonly results: unknown[] }>;
};

/**
 * Cloudflare D1, in a worker: give it the binding. What is read is the primary's state, never a replica's. Migrations are
 * applied by `migrate`, or by `wrangler d1 migrations apply` from the same files.
 */
export function openD1(binding: D1Binding): Database {
  const prepare = ({ sql, parameters }: { readonly sql: string; readonly parameters: readonly unknown[] }) =>
    binding.prepare(sql).bind(...parameters);
  return databaseAsking({
    all: async (statement) => (await prepare(statement).all()).results as Row[],
    batch: async (statements) => {
      const answers = await binding.batch(statements.map(prepare));
      return { ok: true, rows: answers.map(({ results }) => results as Row[]) };
    },
    failure: edgeFailureOf,
    close: () => undefined,
  });
}
