/** One thing that is held against the repository; it passes when it names no problem. */
export type Check = { name: string; problems: readonly string[] };

/** Prints what was found, for a person, or with `--json` for the runner of `npm test`; sets the exit code. */
export function print(checks: readonly Check[]): void {
  process.exitCode = checks.some(({ problems }) => problems.length > 0) ? 1 : 0;
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify(checks));
    return;
  }
  for (const { name, problems } of checks) {
    console.log(`${problems.length > 0 ? 'FAIL' : 'ok  '} ${name}`);
    for (const problem of problems) console.log(`     ${problem.replaceAll('\n', '\n     ')}`);
  }
}
