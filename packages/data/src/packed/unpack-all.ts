import type { Result } from '@standing/domain';
import { ByteReader } from './bytes.ts';
import { DayTexts } from './columns.ts';
import { MAGIC, type PackedRecord } from './pack.ts';
import { unpack } from './unpack.ts';

/** No partner's record is so large; a damaged length would have the rest of a file wait in memory. */
const MOST = 256 * 2 ** 20;

/**
 * Reads packed records that stand one behind the other, as a file of them is read: from pieces of any size, one record in
 * memory at a time. It ends with the first one that is refused, as `unpack` refuses (`length`: a record of over 256 MiB).
 */
export async function* unpackAll(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Result<PackedRecord>> {
  const days = new DayTexts();
  let rest: Uint8Array = new Uint8Array();
  for await (const piece of pieces) {
    rest = joined(rest, piece);
    for (let size = sizeOf(rest); size <= rest.length && rest.length > 0; size = sizeOf(rest)) {
      const record = unpack(rest.subarray(0, size), days);
      yield record;
      if (!record.ok) return;
      rest = rest.subarray(size);
    }
    if (sizeOf(rest) > MOST) {
      yield { ok: false, faults: [{ path: '', code: 'length' }] };
      return;
    }
  }
  if (rest.length > 0) yield unpack(rest, days);
}

/** How many bytes the first record has, or one more than are there where that cannot be told yet. */
function sizeOf(bytes: Uint8Array): number {
  const begin = bytes.subarray(0, MAGIC.length);
  // What is no record is taken whole, to be refused.
  if (!begin.every((byte, at) => byte === MAGIC[at])) return bytes.length;
  const reader = new ByteReader(bytes);
  try {
    reader.bytes(MAGIC.length);
    const [, , length] = [reader.number(), reader.number(), reader.number()];
    return reader.at + length;
  } catch (error) {
    if (error instanceof RangeError) return bytes.length + 1;
    throw error;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}
