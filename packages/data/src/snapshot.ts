import type { WebCrypto } from './sealing/seal.ts';

/** What one viewer may know, as a SQLite file: made on the server, kept on a device, read in the browser. */
export type { ReleasedEligibility, ReleasedStanding, SnapshotContent, SnapshotViewer } from './snapshot/content.ts';
export { readSnapshot } from './snapshot/read.ts';
export { SNAPSHOT_VERSION } from './snapshot/tables.ts';
export { writeSnapshot } from './snapshot/write.ts';

/** The strong ETag of a snapshot, quotes included: its bytes and nothing else decide it. */
export async function etagOf(webCrypto: WebCrypto, bytes: Uint8Array): Promise<string> {
  const hash = new Uint8Array(await webCrypto.subtle.digest('SHA-256', Uint8Array.from(bytes)));
  return `"${btoa(String.fromCharCode(...hash)).replaceAll(/[+/=]/g, (sign) => ({ '+': '-', '/': '_' })[sign] ?? '')}"`;
}
