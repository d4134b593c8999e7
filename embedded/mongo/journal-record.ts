import { crc32 } from "node:zlib";
import type { Document } from "bson";
import { readTyped, writeTyped } from "./typed-bson";

/** First bytes of every journal: another program's file, or a later format, is never taken for ours. */
export const JOURNAL_HEADER = Buffer.from("PURSERJ1");

/** A record is its length (uint32), the CRC-32 of its payload (uint32) and the payload (BSON). */
const PREFIX_BYTES = 8;
const SMALLEST_PAYLOAD = 5;
/** A 16 MB document and its envelope. */
const LARGEST_PAYLOAD = 17 * 1024 * 1024;

export function encodeRecord(entry: Document): Buffer {
  const payload = writeTyped(entry);
  const record = Buffer.alloc(PREFIX_BYTES + payload.length);
  record.writeUInt32LE(payload.length, 0);
  record.writeUInt32LE(crc32(payload), 4);
  record.set(payload, PREFIX_BYTES);
  return record;
}

export interface JournalContents {
  entries: Document[];
  /** Bytes up to which the journal is whole. */
  length: number;
  /** Bytes of a record that was being written when the server died; it was never acknowledged. */
  tornBytes: number;
}

export class CorruptJournal extends Error {}

/**
 * All records of a journal. An incomplete last record is reported as torn; damage with a good record after it
 * cannot come from a crash of this server and throws, because going on would lose acknowledged writes.
 */
export function decodeJournal(bytes: Buffer, file: string): JournalContents {
  const start = JOURNAL_HEADER.length;
  if (bytes.length < start && JOURNAL_HEADER.subarray(0, bytes.length).equals(bytes)) {
    return { entries: [], length: 0, tornBytes: bytes.length };
  }
  if (!bytes.subarray(0, start).equals(JOURNAL_HEADER)) {
    throw new CorruptJournal(`${file} is not a journal of the built-in MongoDB server. Move it away.`);
  }
  const entries: Document[] = [];
  let offset = start;
  while (offset < bytes.length) {
    const payload = payloadAt(bytes, offset);
    if (payload === undefined) break;
    entries.push(readTyped(payload));
    offset += PREFIX_BYTES + payload.length;
  }
  if (offset < bytes.length && hasRecordAfter(bytes, offset + 1)) throw corrupt(file, offset);
  return { entries, length: offset, tornBytes: bytes.length - offset };
}

function corrupt(file: string, offset: number): CorruptJournal {
  return new CorruptJournal(
    `${file} is damaged at byte ${offset}, with good records after it. Restore it from a copy, or keep only ` +
      `what comes before the damage with: truncate -s ${offset} ${file}`,
  );
}

/** The payload of a whole, undamaged record at this place, if there is one. */
function payloadAt(bytes: Buffer, offset: number): Buffer | undefined {
  if (offset + PREFIX_BYTES + SMALLEST_PAYLOAD > bytes.length) return undefined;
  const length = bytes.readUInt32LE(offset);
  const start = offset + PREFIX_BYTES;
  if (length < SMALLEST_PAYLOAD || length > LARGEST_PAYLOAD || start + length > bytes.length)
    return undefined;
  // BSON begins with its own length: a cheap test before the expensive one.
  if (bytes.readInt32LE(start) !== length) return undefined;
  const payload = bytes.subarray(start, start + length);
  return crc32(payload) === bytes.readUInt32LE(offset + 4) ? payload : undefined;
}

function hasRecordAfter(bytes: Buffer, from: number): boolean {
  for (let offset = from; offset < bytes.length; offset++) {
    if (payloadAt(bytes, offset) !== undefined) return true;
  }
  return false;
}
