import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BSON } from "bson";
import fc from "fast-check";
import { type Connection, createConnection } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MongoServer, startMongoServer } from "./server";

describe("hostile input", () => {
  let folder: string;
  let server: MongoServer;
  let connection: Connection;
  const lines: string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "purser-mongo-"));
    server = await startMongoServer({ directory: folder, log: (line) => lines.push(line) });
    connection = await createConnection(server.url).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function send(bytes: Uint8Array): Promise<void> {
    const socket = connect(server.port, "127.0.0.1");
    socket.on("error", () => socket.destroy());
    await once(socket, "connect");
    socket.end(bytes);
    socket.resume();
    await once(socket, "close");
  }

  const isUp = async () => expect(await connection.db?.command({ ping: 1 })).toMatchObject({ ok: 1 });

  it("random bytes end their own connection only", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) => send(bytes)),
      { numRuns: 150 },
    );
    await isUp();
  });

  it("random bodies behind a correct header end their own connection only", async () => {
    const operation = fc.constantFrom(2013, 2004, 2012, 2010);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 200 }), operation, (body, code) => {
        const header = Buffer.alloc(16);
        header.writeInt32LE(16 + body.length, 0);
        header.writeInt32LE(code, 12);
        return send(Buffer.concat([header, body]));
      }),
      { numRuns: 150 },
    );
    await isUp();
  });

  it("a real message with one byte changed never takes the server down", async () => {
    const body = BSON.serialize({
      find: "c",
      filter: { a: { $gt: 1 }, b: /x/ },
      projection: { a: 1 },
      lsid: { id: new BSON.UUID() },
      $db: "purser",
    });
    const message = Buffer.concat([Buffer.alloc(21), body]);
    message.writeInt32LE(message.length, 0);
    message.writeInt32LE(2013, 12);
    await fc.assert(
      fc.asyncProperty(fc.nat(message.length - 1), fc.nat(255), async (place, value) => {
        const copy = Buffer.from(message);
        copy.writeUInt8(value, place);
        await send(copy);
      }),
      { numRuns: 200 },
    );
    await isUp();
  });

  it("any command body gets an answer", async () => {
    const name = fc
      .constantFrom("find", "insert", "update", "delete", "aggregate", "count", "distinct", "getMore")
      .map((command) => command);
    const option = fc.constantFrom(
      "filter",
      "documents",
      "updates",
      "deletes",
      "pipeline",
      "query",
      "key",
      "sort",
    );
    const value = fc.oneof(
      fc.constantFrom<unknown>(
        "c",
        1,
        null,
        [],
        {},
        [{}],
        [null],
        -1,
        { $a: 1 },
        [{ q: 1, u: 1 }],
        [{ $x: 1 }],
      ),
      fc.anything({ maxDepth: 2, withDate: true }),
    );
    await fc.assert(
      fc.asyncProperty(name, value, option, value, async (command, target, key, content) => {
        const body = { [command]: target, [key]: content };
        try {
          BSON.serialize(body);
        } catch {
          // Not even BSON: no client could send it.
          return;
        }
        const answer: unknown = await connection.db?.command(body).catch((error: unknown) => error);
        expect(answer).toBeDefined();
        if (answer instanceof Error) expect(answer).not.toMatchObject({ code: 1 });
      }),
      { numRuns: 300 },
    );
    await isUp();
    expect(lines).toEqual([]);
  });
});
