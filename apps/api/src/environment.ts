import { readSetting, type Setting } from '@standing/data/node';
import * as v from 'valibot';

/** The program day on which the demo opens where nothing else is said. */
const DEMO_DAY = '2004-09-15';

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'must be a port from 0 to 65535, where 0 takes any free one'),
  v.toNumber(),
  v.maxValue(65_535, 'must be a port from 0 to 65535, where 0 takes any free one'),
);
const day = v.pipe(v.string(), v.check(isDay, 'must be a day of the calendar from 1900 to 2199, as in 2004-09-15'));

const variables = v.pipe(
  v.object({
    PORT: v.optional(port, '8787'),
    HOST: v.optional(v.pipe(v.string(), v.regex(/^[\w.:%-]+$/, 'must be an address or a host name')), '127.0.0.1'),
    NODE_ENV: v.optional(v.string()),
    STANDING_TODAY: v.optional(day),
    STANDING_DASHBOARD: v.optional(v.string()),
  }),
  v.forward(
    v.check(
      ({ NODE_ENV, STANDING_TODAY }) => NODE_ENV !== 'production' || STANDING_TODAY === undefined,
      'is for the demo and is refused where NODE_ENV is production: unset one of the two',
    ),
    ['STANDING_TODAY'],
  ),
);

/**
 * What the machine decides: where to listen, which day the demo opens on (null in production), where the pages are, where
 * the ledger is.
 */
export type Environment = {
  readonly port: number;
  readonly host: string;
  readonly today: string | null;
  /** A folder; undefined: the one beside this app. */
  readonly dashboard: string | undefined;
  readonly setting: Setting;
};

/**
 * Reads it once, at the start; an empty variable counts as none. All that is wrong is named, one line a variable. The
 * ledger is in `dataFolder` where `STANDING_DATA` names no other.
 */
export function readEnvironment(
  given: Readonly<Record<string, string | undefined>>,
  dataFolder: string,
): { readonly ok: true; readonly value: Environment } | { readonly ok: false; readonly lines: readonly string[] } {
  const outcome = v.safeParse(variables, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')));
  const setting = readSetting(given, dataFolder);
  if (!outcome.success || !setting.ok) {
    const issues = (outcome.issues ?? []).map((issue) => {
      const name = v.getDotPath(issue) ?? '';
      return `${name} ${issue.message}; it is "${given[name] ?? ''}".`;
    });
    return { ok: false, lines: [...issues, ...(setting.ok ? [] : setting.lines)] };
  }
  const { PORT, HOST, NODE_ENV, STANDING_TODAY, STANDING_DASHBOARD } = outcome.output;
  const today = NODE_ENV === 'production' ? null : (STANDING_TODAY ?? DEMO_DAY);
  const where = { port: PORT, host: HOST, dashboard: STANDING_DASHBOARD };
  return { ok: true, value: { ...where, today, setting: setting.value } };
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}
