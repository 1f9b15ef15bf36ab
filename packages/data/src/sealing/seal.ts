import type { Database } from '../port/database.ts';
import { keepKey, keyOf } from './keys.ts';

/** The part of WebCrypto that is needed; Node, workerd and browsers have it as `crypto`. */
export type WebCrypto = Pick<Crypto, 'subtle' | 'getRandomValues'>;

const VERSION = 'v1';

/**
 * Seals a text with the individual's own key (AES-256-GCM, a fresh nonce each time, bound to the individual), making the key
 * at the first time: `v1.<nonce>.<ciphertext>`, base64url. Undefined: the individual was erased.
 */
export async function seal(
  keys: Database,
  webCrypto: WebCrypto,
  individual: string,
  text: string,
): Promise<string | undefined> {
  const made = toBase64Url(webCrypto.getRandomValues(new Uint8Array(32)));
  const key = (await keyOf(keys, individual)) ?? (await keepKey(keys, individual, made));
  if (key === undefined || key === 'erased') return undefined;
  const nonce = webCrypto.getRandomValues(new Uint8Array(12));
  const sealed = await webCrypto.subtle.encrypt(
    algorithm(nonce, individual),
    await imported(webCrypto, key),
    new TextEncoder().encode(text),
  );
  return [VERSION, toBase64Url(nonce), toBase64Url(new Uint8Array(sealed))].join('.');
}

/** Opens what was sealed. Undefined: there is no key any more, or it was sealed for somebody else or changed since. */
export async function unseal(
  keys: Database,
  webCrypto: WebCrypto,
  individual: string,
  sealed: string,
): Promise<string | undefined> {
  const key = await keyOf(keys, individual);
  const [version, nonce, content] = sealed.split('.');
  if (key === undefined || key === 'erased' || version !== VERSION) return undefined;
  try {
    const opened = await webCrypto.subtle.decrypt(
      algorithm(fromBase64Url(nonce ?? ''), individual),
      await imported(webCrypto, key),
      fromBase64Url(content ?? ''),
    );
    return new TextDecoder().decode(opened);
  } catch {
    // WebCrypto says of a seal that does not fit no more than that it does not.
    return undefined;
  }
}

function algorithm(iv: Uint8Array<ArrayBuffer>, individual: string) {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(individual) };
}

function imported({ subtle }: WebCrypto, key: string): Promise<CryptoKey> {
  return subtle.importKey('raw', fromBase64Url(key), 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function toBase64Url(bytes: Uint8Array): string {
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}
