/** What a module in a process of its own gives: it is handed instances that lie in memory, and works on them. */
export type Contender<Instance> = {
  /** Takes an instance; nothing of this is timed. */
  readonly take: (instance: Instance) => void;
  /** From the instance to the answer: builds its model and solves it. */
  readonly run: () => Work | Promise<Work>;
};

export type Work = {
  /** What is compared between contenders, made when nothing is timed; undefined when it was not found within the limit. */
  readonly answer: (() => string) | undefined;
  /** False when a budget ended before the answer was proven best: it is then not compared, and the row says so. */
  readonly proven?: boolean;
  /** Milliseconds of it that were solving alone, where a model was built before. */
  readonly solving?: number;
};

/** Opens a contender, with what it loads; `limit` is how many seconds one run may take. */
export type Open<Instance> = (limit: number) => Promise<Contender<Instance>>;

/** From the parent: take this instance, or run it until `atLeast` milliseconds or `atMost` runs are over. */
export type Order = { readonly take: unknown } | { readonly atLeast: number; readonly atMost: number };

export type Timing = {
  readonly runs: number;
  /** Milliseconds a run, whole and without the building of the model. */
  readonly whole: number;
  readonly solving: number;
  /** Milliseconds of the processor that a run took, on all threads. */
  readonly cpu: number;
  /** The most memory that the process has had since it began, in MB. */
  readonly peak: number;
  readonly answer: string | undefined;
  readonly proven: boolean;
};

export type Reply = { readonly ready: true } | { readonly timing: Timing } | { readonly failed: string };
