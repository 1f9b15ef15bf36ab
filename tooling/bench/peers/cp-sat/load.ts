/** What is used of it. It is not installed with the workspace, so that its own types are not there when types are checked. */
export type CpSat = {
  readonly createModel: (model: object) => Promise<Uint8Array>;
  readonly solve: (
    model: Uint8Array,
    parameters: object,
  ) => Promise<{ readonly response: { readonly status?: unknown; readonly solution?: readonly unknown[] } | null }>;
  readonly loadModule: () => Promise<unknown>;
};

const MODULE = 'or-tools-wasm/cp-sat';

/** Its module stands in this folder's own node_modules, and nowhere else. */
export async function load(): Promise<CpSat> {
  const { CpSat: solver } = (await import(MODULE)) as { readonly CpSat: CpSat };
  await solver.loadModule();
  return solver;
}
