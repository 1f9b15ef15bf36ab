import type { Database } from '../port/database.ts';
import { keyOf } from '../sealing/keys.ts';
import { seal, type WebCrypto } from '../sealing/seal.ts';
import type { OpenProfile } from './candidate.ts';
import type { Sealer } from './profiles.ts';

/**
 * Seals profiles with the individuals' own keys (`prepareKeys`), as JSON `{ "name", "email" }`. A profile's id is an HMAC
 * under the same key: it tells nothing, and once the key is erased nobody can make it again.
 */
export function sealerOf(keys: Database, webCrypto: WebCrypto): Sealer {
  return {
    async idOf(individual, profile, isDry) {
      const kept = (await keyOf(keys, individual)) ?? (isDry ? NO_KEY : await made(keys, webCrypto, individual));
      return kept === undefined || kept === 'erased' ? undefined : digestOf(webCrypto, kept, textOf(profile));
    },
    seal: (individual, profile) => seal(keys, webCrypto, individual, textOf(profile)),
  };
}

/** A dry run makes no key: whoever has none has no profile that this could be. What it gives is written nowhere. */
const NO_KEY = 'no-key';

function textOf({ name, email }: OpenProfile): string {
  return JSON.stringify({ name, email });
}

/** Sealing makes a key where there is none. */
async function made(keys: Database, webCrypto: WebCrypto, individual: string) {
  await seal(keys, webCrypto, individual, '');
  return keyOf(keys, individual);
}

async function digestOf({ subtle }: WebCrypto, key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await subtle.importKey('raw', encoder.encode(`profile-id ${key}`), algorithm, false, ['sign']);
  const digest = await subtle.sign('HMAC', secret, encoder.encode(text));
  return [...new Uint8Array(digest, 0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
