import { DatabaseFailure } from '../port/database.ts';
import { sentenceOf } from '../store/failure.ts';
import { readSetting } from '../store/setting.ts';
import { CannotGoOn, ENDED, type Verb } from './command.ts';
import { deskOf } from './desk.ts';
import { VERBS } from './verbs.ts';

/**
 * Runs one command with the arguments behind the program's name, and gives the exit code. The data folder is that of
 * `STANDING_DATA`, or `.standing` where the program runs.
 */
export async function main(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name = '', ...rest] = args;
  const verb = VERBS.find((each) => each.name === name);
  if (verb === undefined) return help(name);
  const setting = readSetting(environment, '.standing');
  if (!setting.ok) return failed(setting.lines.join('\n'), ENDED.usage);
  const desk = deskOf(setting.value, environment);
  try {
    return await verb.run(rest, desk);
  } catch (error) {
    if (error instanceof CannotGoOn) return failed(error.message, error.code);
    const sentence = sentenceOf(error, setting.value);
    if (sentence !== undefined) return failed(isLocked(error) ? `${sentence}\n${LOCKED}` : sentence);
    // What an error of ours says may quote a row: the place is enough.
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
    return failed(
      [`Something went wrong here: ${error instanceof Error ? error.name : typeof error}.`, ...frames].join('\n'),
    );
  }
}

const LOCKED =
  'Where that is npm start: stop it with Ctrl-C, call this again, then start it anew. "backup" goes while it runs.';

const isLocked = (error: unknown) => error instanceof DatabaseFailure && error.code === 'locked';

function failed(message: string, code: number = ENDED.failed): number {
  console.error(message);
  return code;
}

function help(name: string): number {
  const isAsked = ['', 'help', '--help', '-h'].includes(name);
  const lines = VERBS.flatMap(({ name: verb, usage, does }: Verb) => [`  ${verb} ${usage}`.trimEnd(), `      ${does}`]);
  const text = [
    ...(isAsked ? [] : [`There is no command ${JSON.stringify(name)}.`]),
    'standing-ledger <command>, on the ledger that STANDING_DATA and STANDING_DATABASE name:',
    ...lines,
    'Exit codes: 0 done, 1 refused or failed, 2 called wrongly, 3 done and something wants looking at.',
  ].join('\n');
  if (isAsked && name !== '') console.log(text);
  else console.error(text);
  return isAsked && name !== '' ? ENDED.done : ENDED.usage;
}
