import { DatabaseFailure } from '../port/database.ts';
import { sentenceOf } from '../store/failure.ts';
import { readSetting } from '../store/setting.ts';
import { CannotGoOn, ENDED, type Verb } from './command.ts';
import { deskOf, type Surroundings } from './desk.ts';
import { VERBS } from './verbs.ts';

/**
 * Runs one command with the arguments behind the program's name, and gives the exit code. The data folder is that of
 * `STANDING_DATA`, or `.standing` where the program runs.
 */
export async function main(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [name = '', ...rest] = args;
  const verb = VERBS.find((each) => each.name === name);
  if (verb === undefined) return help(name, surroundings);
  const failed = (message: string, code: number = ENDED.failed) => {
    surroundings.stderr.write(`${message}\n`);
    return code;
  };
  const setting = readSetting(surroundings.environment, '.standing');
  if (!setting.ok) return failed(setting.lines.join('\n'), ENDED.usage);
  try {
    return await verb.run(rest, deskOf(setting.value, surroundings));
  } catch (error) {
    if (error instanceof CannotGoOn) return failed(error.message, error.code);
    const sentence = sentenceOf(error, setting.value) ?? placeIn(error);
    return failed(isLocked(error) ? `${sentence}\n${LOCKED}` : sentence);
  }
}

/** What an error of ours says may quote a row: the place is enough. */
function placeIn(error: unknown): string {
  const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  return [`Something went wrong here: ${error instanceof Error ? error.name : typeof error}.`, ...frames].join('\n');
}

const LOCKED =
  'Where that is npm start: stop it with Ctrl-C, call this again, then start it anew. "backup" goes while it runs.';

const isLocked = (error: unknown) => error instanceof DatabaseFailure && error.code === 'locked';

function help(name: string, { stdout, stderr }: Surroundings): number {
  const isAsked = ['', 'help', '--help', '-h'].includes(name);
  const lines = VERBS.flatMap(({ name: verb, usage, does }: Verb) => [`  ${verb} ${usage}`.trimEnd(), `      ${does}`]);
  const text = [
    ...(isAsked ? [] : [`There is no command ${JSON.stringify(name)}.`]),
    'standing-ledger <command>, on the ledger that STANDING_DATA and STANDING_DATABASE name:',
    ...lines,
    'Exit codes: 0 done, 1 refused or failed, 2 called wrongly, 3 done and something wants looking at.',
  ].join('\n');
  const isAnswer = isAsked && name !== '';
  (isAnswer ? stdout : stderr).write(`${text}\n`);
  return isAnswer ? ENDED.done : ENDED.usage;
}
