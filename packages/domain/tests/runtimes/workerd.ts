import { Miniflare } from 'miniflare';
import { bundle, inTime } from './bundle.ts';

// Nothing that is started here may ask anything of anybody.
const QUIET = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CI: '1',
};

/** The answers of a real workerd, which is stopped again whatever happens. */
export async function answersInWorkerd(requests: readonly unknown[]): Promise<readonly string[]> {
  Object.assign(process.env, QUIET);
  const script = await bundle('worker.ts', { format: 'esm', platform: 'neutral' });
  const workerd = new Miniflare({
    modules: true,
    script,
    // A date that the pinned workerd does not know yet would make it wait for ever.
    compatibilityDate: '2026-07-01',
    cf: false,
  });
  try {
    const body = JSON.stringify(requests);
    const response = await inTime(
      'workerd',
      workerd.dispatchFetch('http://standing.invalid/', { method: 'POST', body }),
    );
    if (!response.ok) throw new Error(`workerd answers ${response.status}: ${await response.text()}`);
    return (await response.json()) as readonly string[];
  } finally {
    await workerd.dispose();
  }
}
