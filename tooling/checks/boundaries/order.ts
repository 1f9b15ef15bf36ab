/**
 * The import order inside each source folder, as the house has it: an entry imports from those above it only. An entry is
 * a folder or a file; a list in a list stands on one level, whose members do not know each other.
 */
export const ORDER: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'packages/domain/src': [
    'calendar',
    'edition',
    'record',
    'explanation',
    'award',
    'allocation',
    'standing',
    'disclosure',
    'evaluate.ts',
    'outlook',
    'index.ts',
  ],
  'packages/data/src': [
    'port',
    'migrations',
    'schema.ts',
    'statements',
    'sealing',
    'operations',
    'engines',
    'ledger',
    'ledger.ts',
    'person',
    'snapshot',
    'snapshot.ts',
    'import',
    'due',
    'packed',
    'backup',
    'store',
    ['index.ts', 'node.ts', 'import.ts', 'due.ts', 'packed.ts', 'backup.ts', 'operations.ts', 'person.ts'],
    'commands',
  ],
  'apps/api/src': [
    'problem.ts',
    'clock.ts',
    'environment.ts',
    'body.ts',
    'programs.ts',
    'access',
    'mail',
    'certificates',
    'resources',
    'app.ts',
    ['site.ts', 'server.ts', 'ledger.ts'],
    ['node.ts', 'worker.ts'],
  ],
  'apps/dashboard/src': [
    'lib/styles',
    'lib/reading',
    'lib/demo',
    'lib/intake',
    'lib/texts',
    'lib/state',
    'lib/components',
    'routes',
  ],
};

/** What stands beside the order because a framework asks for it there; it imports nothing of ours. */
export const OUTSIDE_ORDER: readonly RegExp[] = [
  /^apps\/dashboard\/src\/(app\.d|hooks(\.server|\.client)?|service-worker)\.ts$/,
];

/** Files that test others: they may know more than the code does. */
export const TEST = String.raw`(\.test\.ts$|/tests/)`;

const escaped = (text: string) => text.replaceAll('.', String.raw`\.`);

/** A pattern for the paths of one entry, or of several. */
export function pathPattern(folder: string, entries: readonly string[]): string {
  return `^${escaped(folder)}/(${entries.map(escaped).join('|')})(/|$)`;
}

/** For each entry, everything that it must not import: what stands below it, and what stands on its level. */
export function forbiddenByOrder(folder: string): { entry: string; below: string[] }[] {
  const levels = (ORDER[folder] ?? []).map((level) => (typeof level === 'string' ? [level] : level));
  return levels.flatMap((level, at) =>
    level.map((entry) => ({
      entry,
      below: [...level.filter((other) => other !== entry), ...levels.slice(at + 1).flat()],
    })),
  );
}

/** The files that no entry of the order covers: the order is a list that somebody must extend, not a habit. */
export function unlisted(files: readonly string[]): string[] {
  return files.filter((file) => {
    const folder = Object.keys(ORDER).find((name) => file.startsWith(`${name}/`));
    if (!folder || OUTSIDE_ORDER.some((pattern) => pattern.test(file))) return false;
    // A test stands beside the file that it is about, and has its place.
    const subject = file.replace(/\.test\.ts$/, '.ts');
    return !new RegExp(pathPattern(folder, (ORDER[folder] ?? []).flat())).test(subject);
  });
}
