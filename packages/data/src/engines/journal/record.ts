import { crc32 } from 'node:zlib';

/** A byte that no UTF-8 has comes first, so that no text that somebody wrote can pass for a record. */
const MAGIC = Buffer.from([0xff, 0x53, 0x54, 0x4a]);
const HEADER = 12;

/** A record: magic, length of the content, CRC-32 of length and content (little-endian), content as JSON in UTF-8. */
export function encodeRecord(content: object): Uint8Array {
  const text = Buffer.from(JSON.stringify(content));
  const header = Buffer.alloc(HEADER);
  MAGIC.copy(header);
  header.writeUInt32LE(text.length, 4);
  header.writeUInt32LE(checksum(header.subarray(4, 8), text), 8);
  return Buffer.concat([header, text]);
}

/** The record at an offset and where the next one begins; undefined where there is no whole and sound one. */
export function readRecord(bytes: Buffer, offset: number): { content: object; next: number } | undefined {
  const start = offset + HEADER;
  if (start > bytes.length || !bytes.subarray(offset, offset + 4).equals(MAGIC)) return undefined;
  const next = start + bytes.readUInt32LE(offset + 4);
  if (next > bytes.length) return undefined;
  const text = bytes.subarray(start, next);
  if (checksum(bytes.subarray(offset + 4, offset + 8), text) !== bytes.readUInt32LE(offset + 8)) return undefined;
  return { content: JSON.parse(text.toString('utf8')) as object, next };
}

/** Where the first sound record begins from an offset on; undefined: nowhere. */
export function findRecord(bytes: Buffer, from: number): number | undefined {
  for (let at = bytes.indexOf(MAGIC, from); at >= 0; at = bytes.indexOf(MAGIC, at + 1)) {
    if (readRecord(bytes, at)) return at;
  }
  return undefined;
}

function checksum(length: Uint8Array, text: Uint8Array): number {
  return crc32(text, crc32(length));
}
