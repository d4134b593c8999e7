import { spawn } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Long } from "bson";
import fc from "fast-check";
import { createConnection } from "mongoose";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { expireDocuments } from "./expire-documents";
import { openStore } from "./open-store";
import { startMongoServer } from "./server";

describe("what was acknowledged survives", () => {
  const roots: string[] = [];
  let directory: string;
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);

  beforeEach(async () => {
    const root = await mkdtemp(join(tmpdir(), "purser-mongo-"));
    roots.push(root);
    directory = join(root, "data");
    lines.length = 0;
  });
  afterAll(() => Promise.all(roots.map((root) => rm(root, { recursive: true, force: true }))));

  const journal = () => join(directory, "journal.bson");

  it("documents, types, indexes and drops, over a restart", async () => {
    const first = await startMongoServer({ directory });
    let connection = await createConnection(first.url).asPromise();
    await connection.collection("kept").createIndex({ k: 1 }, { unique: true, name: "once" });
    await connection.collection("kept").insertMany([{ k: 1, long: Long.fromNumber(1) }, { k: 2 }, { k: 3 }]);
    await connection.collection("kept").updateOne({ k: 2 }, { $set: { seen: true } });
    await connection.collection("kept").deleteOne({ k: 3 });
    await connection.collection("dropped").insertOne({});
    await connection.collection("dropped").drop();
    await connection.collection("empty").createIndex({ a: 1 });
    await connection.close();
    await first.stop();

    const second = await startMongoServer({ directory });
    connection = await createConnection(second.url).asPromise();
    const kept = connection.collection("kept");
    const found = await kept.find({}, { promoteValues: false, projection: { _id: 0 } }).toArray();
    expect(found.map(({ k }) => k.value)).toEqual([1, 2]);
    expect(found[0]?.long).toEqual(Long.fromNumber(1));
    expect(found[1]?.seen).toBe(true);
    await expect(kept.insertOne({ k: 1 })).rejects.toMatchObject({ code: 11000 });
    const collections = await connection.listCollections();
    expect(collections.map(({ name }) => name)).toEqual(["empty", "kept"]);
    expect(await connection.collection("empty").indexes()).toHaveLength(2);
    await connection.close();
    await second.stop();
  });

  it("a journal cut at any byte gives exactly the writes before the cut", async () => {
    const { store, close } = await openStore(directory, log);
    const sizes = [0];
    for (let n = 0; n < 30; n++) {
      store.ensure("db", "c").insert({ n, text: "x".repeat(n) });
      await store.flushed();
      sizes.push((await stat(journal())).size);
    }
    await close();
    const whole = sizes.at(-1) ?? 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole }), async (length) => {
        const copy = `${directory}-${length}`;
        await mkdir(copy, { recursive: true });
        await cp(journal(), join(copy, "journal.bson"));
        await truncate(join(copy, "journal.bson"), length);
        const reopened = await openStore(copy, log);
        const expected = sizes.filter((size) => size > 0 && size <= length).length;
        const found = reopened.store.existing("db", "c")?.all() ?? [];
        expect(found.map(({ view }) => view.n)).toEqual(Array.from({ length: expected }, (_, n) => n));
        reopened.store.ensure("db", "c").insert({ n: "after" });
        await reopened.close();
        const again = await openStore(copy, log);
        expect(again.store.existing("db", "c")?.size).toBe(expected + 1);
        await again.close();
        await rm(copy, { recursive: true });
      }),
      { numRuns: 60 },
    );
    expect(lines.some((line) => line.includes("never acknowledged"))).toBe(true);
  });

  it("damage in the middle stops the start, with the file and the remedy, and changes nothing", async () => {
    const { store, close } = await openStore(directory, log);
    for (let n = 0; n < 3; n++) store.ensure("db", "c").insert({ n });
    await close();
    const bytes = await readFile(journal());
    bytes.writeUInt8(bytes.readUInt8(30) ^ 255, 30);
    await writeFile(journal(), bytes);
    await expect(openStore(directory, log)).rejects.toThrow(/journal\.bson is damaged at byte .*truncate -s/);
    expect(await readFile(journal())).toEqual(bytes);
    await rm(journal());
    await (await openStore(directory, log)).close();
  });

  it("compaction at start keeps all that is alive and nothing else", async () => {
    const { store, close } = await openStore(directory, log);
    const collection = store.ensure("db", "c");
    collection.createIndex({ key: { n: 1 }, name: "n_1" });
    let document = collection.insert({ _id: "one", n: 0, text: "x".repeat(1000) });
    for (let n = 1; n < 200; n++)
      document = collection.replace(document, { _id: "one", n, text: "x".repeat(1000) });
    collection.remove(collection.insert({ _id: "gone" }));
    await close();
    const before = (await stat(journal())).size;
    const reopened = await openStore(directory, log);
    expect((await stat(journal())).size).toBeLessThan(before / 50);
    expect(
      reopened.store
        .existing("db", "c")
        ?.all()
        .map(({ view }) => view.n),
    ).toEqual([199]);
    expect(reopened.store.existing("db", "c")?.indexDefinitions()).toHaveLength(2);
    await reopened.close();
  });

  it("one directory has one server; the lock of a dead one is taken over", async () => {
    const first = await openStore(directory, log);
    await expect(openStore(directory, log)).rejects.toThrow(/in use by another built-in MongoDB server/);
    await first.close();
    const dead = spawn(process.execPath, ["-e", ""]);
    await new Promise((resolve) => dead.once("exit", resolve));
    await writeFile(join(directory, "lock"), JSON.stringify({ pid: dead.pid, startedAt: "1" }));
    await (await openStore(directory, log)).close();
    // A living process that merely has the number of the dead owner, as in a restarted container.
    await writeFile(join(directory, "lock"), JSON.stringify({ pid: process.ppid, startedAt: "1" }));
    await (await openStore(directory, log)).close();
    await writeFile(join(directory, "lock"), JSON.stringify({ pid: process.pid, startedAt: "1" }));
    await (await openStore(directory, log)).close();
  });

  it("a taken port is said plainly and frees the directory", async () => {
    const first = await startMongoServer({ directory });
    const other = `${directory}-other`;
    await expect(startMongoServer({ directory: other, port: first.port })).rejects.toThrow(/taken/);
    await (await openStore(other, log)).close();
    await first.stop();
  });

  it("TTL indexes remove what is over, for good", async () => {
    const { store, close } = await openStore(directory, log);
    const collection = store.ensure("db", "c");
    collection.createIndex({ key: { at: 1 }, name: "at_1", expireAfterSeconds: 60 });
    const at = (seconds: number) => new Date(seconds * 1000);
    for (const value of [at(0), at(100), [at(200), at(10)], "text", null]) collection.insert({ at: value });
    expect(await expireDocuments(store, at(70))).toBe(2);
    await close();
    const reopened = await openStore(directory, log);
    expect(reopened.store.existing("db", "c")?.size).toBe(3);
    await reopened.close();
  });
});
