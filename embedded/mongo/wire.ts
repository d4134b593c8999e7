import { type Document, Int32 } from "bson";
import { crc32c } from "./crc32c";
import { readTyped, writeTyped } from "./typed-bson";

/** https://www.mongodb.com/docs/manual/reference/mongodb-wire-protocol/ */
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const HEADER_BYTES = 16;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0-15 of the flags must be understood by whoever reads them. */
const UNKNOWN_REQUIRED_FLAGS = 0xffff & ~(CHECKSUM_PRESENT | MORE_TO_COME);
export const MAX_MESSAGE_BYTES = 48_000_000;

/** The peer does not speak the protocol: there is no way to answer, so the connection ends. */
export class ProtocolError extends Error {}

export interface Request {
  requestId: number;
  legacy: boolean;
  /** The command, typed, with document sequences already joined to it. */
  body: Document;
  expectsReply: boolean;
}

/** Cuts a byte stream into messages. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #length = 0;

  *push(chunk: Buffer): Generator<Buffer> {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#length >= 4) {
      const size = this.#peekSize();
      if (size < HEADER_BYTES || size > MAX_MESSAGE_BYTES)
        throw new ProtocolError(`message of ${size} bytes`);
      if (this.#length < size) return;
      const all = this.#joined();
      this.#chunks = size === all.length ? [] : [all.subarray(size)];
      this.#length -= size;
      yield all.subarray(0, size);
    }
  }

  #peekSize(): number {
    const first = this.#chunks[0];
    return (first !== undefined && first.length >= 4 ? first : this.#joined()).readInt32LE(0);
  }

  #joined(): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const joined = all ?? Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }
}

export function parseRequest(message: Buffer): Request {
  const operation = message.readInt32LE(12);
  try {
    if (operation === OP_MSG) return parseMessage(message);
    if (operation === OP_QUERY) return parseQuery(message);
  } catch (error) {
    if (error instanceof ProtocolError) throw error;
    throw new ProtocolError("malformed message", { cause: error });
  }
  throw new ProtocolError(`operation code ${operation}`);
}

function parseMessage(message: Buffer): Request {
  const flags = message.readUInt32LE(HEADER_BYTES);
  if (flags & UNKNOWN_REQUIRED_FLAGS) throw new ProtocolError(`flags ${flags.toString(2)}`);
  let end = message.length;
  if (flags & CHECKSUM_PRESENT) {
    end -= 4;
    if (crc32c(message.subarray(0, end)) !== message.readUInt32LE(end)) throw new ProtocolError("checksum");
  }
  let body: Document | undefined;
  const sequences: [string, Document[]][] = [];
  let offset = HEADER_BYTES + 4;
  while (offset < end) {
    const kind = message.readUInt8(offset);
    const size = message.readInt32LE(offset + 1);
    if (size < 5 || offset + 1 + size > end) throw new ProtocolError("section size");
    const section = message.subarray(offset + 1, offset + 1 + size);
    if (kind === 0 && body === undefined) body = readTyped(section);
    else if (kind === 1) sequences.push(parseSequence(section));
    else throw new ProtocolError(`section kind ${kind}`);
    offset += 1 + size;
  }
  if (body === undefined) throw new ProtocolError("no body");
  return {
    requestId: message.readInt32LE(4),
    legacy: false,
    body: { ...body, ...Object.fromEntries(sequences) },
    expectsReply: (flags & MORE_TO_COME) === 0,
  };
}

function parseSequence(section: Buffer): [string, Document[]] {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError("document sequence without a name");
  const documents: Document[] = [];
  let offset = nameEnd + 1;
  while (offset < section.length) {
    const size = section.readInt32LE(offset);
    if (size < 5 || offset + size > section.length) throw new ProtocolError("document size");
    documents.push(readTyped(section.subarray(offset, offset + size)));
    offset += size;
  }
  return [section.toString("utf8", 4, nameEnd), documents];
}

/** Drivers greet with the old OP_QUERY before they know that the server speaks OP_MSG. */
function parseQuery(message: Buffer): Request {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = message.indexOf(0, nameStart);
  if (nameEnd < 0) throw new ProtocolError("query without a collection");
  const name = message.toString("utf8", nameStart, nameEnd);
  const start = nameEnd + 1 + 8;
  const body = readTyped(message.subarray(start, start + message.readInt32LE(start)));
  return {
    requestId: message.readInt32LE(4),
    legacy: true,
    body: { ...body, $db: name.split(".")[0] },
    expectsReply: true,
  };
}

let nextRequestId = 1;

export function encodeReply(request: Request, reply: Document | Uint8Array): Buffer {
  const body = reply instanceof Uint8Array ? reply : writeTyped(reply);
  return request.legacy ? encodeLegacyReply(request, body) : encodeMessage(request, body);
}

function encodeMessage(request: Request, body: Uint8Array): Buffer {
  const head = header(HEADER_BYTES + 5 + body.length, request.requestId, OP_MSG);
  // Flags 0, one section of kind 0.
  return Buffer.concat([head, Buffer.alloc(5), body]);
}

function encodeLegacyReply(request: Request, body: Uint8Array): Buffer {
  const head = header(HEADER_BYTES + 20 + body.length, request.requestId, OP_REPLY);
  const fields = Buffer.alloc(20);
  fields.writeInt32LE(8, 0);
  fields.writeInt32LE(1, 16);
  return Buffer.concat([head, fields, body]);
}

function header(length: number, responseTo: number, operation: number): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(nextRequestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(operation, 12);
  nextRequestId = (nextRequestId + 1) | 0;
  return bytes;
}

/** `{cursor: {firstBatch|nextBatch, id, ns}, ok: 1}` around stored bytes, which are sent as they were written. */
export function encodeCursorReply(
  batchName: string,
  batch: Uint8Array[],
  id: bigint,
  namespace: string,
): Buffer {
  const items = batch.flatMap((bytes, index) => [element(3, String(index)), bytes]);
  const list = wrap(items);
  const tail = Buffer.alloc(8);
  tail.writeBigInt64LE(id);
  const name = Buffer.from(`${namespace}\0`);
  const length = Buffer.alloc(4);
  length.writeInt32LE(name.length);
  const parts = [element(4, batchName), list, element(18, "id"), tail, element(2, "ns"), length, name];
  const ok = writeTyped({ ok: new Int32(1) }).subarray(4, -1);
  return wrap([element(3, "cursor"), wrap(parts), ok]);
}

const element = (type: number, name: string): Buffer => Buffer.from(`${String.fromCharCode(type)}${name}\0`);

function wrap(parts: Uint8Array[]): Buffer {
  const length = parts.reduce((sum, part) => sum + part.length, 5);
  const head = Buffer.alloc(4);
  head.writeInt32LE(length);
  return Buffer.concat([head, ...parts, Buffer.alloc(1)], length);
}
