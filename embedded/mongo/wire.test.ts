import { BSON, Long } from "bson";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crc32c } from "./crc32c";
import { encodeCursorReply, encodeReply, FrameReader, ProtocolError, parseRequest } from "./wire";

const header = (length: number, operation = 2013) => {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(7, 4);
  bytes.writeInt32LE(operation, 12);
  return bytes;
};

const message = (flags: number, ...sections: Uint8Array[]) => {
  const head = Buffer.alloc(4);
  head.writeUInt32LE(flags);
  const body = Buffer.concat([head, ...sections]);
  return Buffer.concat([header(16 + body.length), body]);
};

const bodySection = (document: object) => Buffer.concat([Buffer.from([0]), BSON.serialize(document)]);

const sequence = (name: string, ...documents: object[]) => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((item) => BSON.serialize(item))]);
  const size = Buffer.alloc(4);
  size.writeInt32LE(4 + content.length);
  return Buffer.concat([Buffer.from([1]), size, content]);
};

describe("the wire protocol", () => {
  it("cuts the stream into messages, however it arrives", () => {
    const messages = fc.array(fc.uint8Array({ maxLength: 50 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(messages, fc.integer({ min: 1, max: 40 }), (bodies, step) => {
        const sent = bodies.map((body) => Buffer.concat([header(16 + body.length), body]));
        const stream = Buffer.concat(sent);
        const reader = new FrameReader();
        const got: Buffer[] = [];
        for (let at = 0; at < stream.length; at += step)
          got.push(...reader.push(stream.subarray(at, at + step)));
        expect(got.map((frame) => frame.toString("hex"))).toEqual(sent.map((frame) => frame.toString("hex")));
      }),
    );
  });

  it("joins document sequences to the command", () => {
    const request = parseRequest(
      message(0, sequence("documents", { a: 1 }, { a: 2 }), bodySection({ insert: "c" })),
    );
    expect(request.body.insert).toBe("c");
    expect(request.body.documents).toHaveLength(2);
    expect(request.expectsReply).toBe(true);
  });

  it("knows when no reply is wanted", () => {
    expect(parseRequest(message(2, bodySection({ ping: 1 }))).expectsReply).toBe(false);
  });

  it("checks the checksum when there is one", () => {
    const bytes = Buffer.concat([message(1, bodySection({ ping: 1 })), Buffer.alloc(4)]);
    bytes.writeInt32LE(bytes.length, 0);
    bytes.writeUInt32LE(crc32c(bytes.subarray(0, -4)), bytes.length - 4);
    expect(parseRequest(bytes).body).toHaveProperty("ping");
    bytes.writeUInt8(9, bytes.length - 1);
    expect(() => parseRequest(bytes)).toThrow(ProtocolError);
  });

  it("computes CRC-32C as the standard's example says", () => {
    expect(crc32c(Buffer.from("123456789"))).toBe(0xe3069283);
  });

  it("answers the old greeting in its own form", () => {
    const name = Buffer.from("admin.$cmd\0");
    const content = Buffer.concat([Buffer.alloc(4), name, Buffer.alloc(8), BSON.serialize({ isMaster: 1 })]);
    const request = parseRequest(Buffer.concat([header(16 + content.length, 2004), content]));
    expect(request).toMatchObject({ legacy: true, body: { $db: "admin" } });
    const reply = encodeReply(request, { ok: 1 });
    expect([reply.readInt32LE(8), reply.readInt32LE(12)]).toEqual([7, 1]);
    expect(BSON.deserialize(reply.subarray(36))).toEqual({ ok: 1 });
  });

  it("sends stored bytes as they are", () => {
    const documents = [BSON.serialize({ a: Long.fromNumber(1) }), BSON.serialize({ b: "ä" })];
    const reply = encodeCursorReply("firstBatch", documents, 77n, "db.ünï");
    expect(BSON.deserialize(reply, { useBigInt64: true })).toEqual({
      cursor: { firstBatch: [{ a: 1n }, { b: "ä" }], id: 77n, ns: "db.ünï" },
      ok: 1,
    });
  });

  it("refuses anything else with a ProtocolError", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 80 }),
        fc.constantFrom(2013, 2004, 2012, 1),
        (noise, operation) => {
          const bytes = Buffer.concat([header(16 + noise.length, operation), noise]);
          try {
            parseRequest(bytes);
          } catch (error) {
            expect(error).toBeInstanceOf(ProtocolError);
          }
        },
      ),
    );
  });
});
