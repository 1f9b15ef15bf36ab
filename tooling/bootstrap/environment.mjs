import { delimiter } from 'node:path';

// Where packages come from is the machine's business: these settings are passed on, as everything that is not npm's is.
const KEPT = /^npm_config_(registry|proxy|https?_proxy|noproxy|cafile)$/;

/**
 * The environment for what the bootstrap starts. npm leaves some forty variables of its own; handed down they would turn
 * the settings of this npm run into settings of the next npm or pnpm. Of NODE_ENV only the server may know: with
 * "production" an install leaves out half of the packages.
 * @param {NodeJS.ProcessEnv} given @param {string[]} folders to put first on PATH @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(given, folders) {
  const entries = Object.entries(given).filter(([name]) => !name.startsWith('npm_') || KEPT.test(name));
  const { NODE_ENV: _, ...kept } = Object.fromEntries(entries);
  return {
    ...kept,
    PATH: [...folders, given['PATH']].filter(Boolean).join(delimiter),
    DO_NOT_TRACK: '1',
    NPM_CONFIG_UPDATE_NOTIFIER: 'false',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    TURBO_TELEMETRY_DISABLED: '1',
  };
}
