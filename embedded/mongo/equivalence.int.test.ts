import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Document } from "bson";
import fc from "fast-check";
import * as mingo from "mingo";
import { type Connection, createConnection } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MongoServer, startMongoServer } from "./server";

const scalar = fc.constantFrom<unknown>(0, 1, 2, -1, 1.5, "", "a", "b", true, false);
const field = fc.constantFrom("a", "b", "c");
const document = fc.dictionary(
  field,
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }), fc.record({ x: scalar }, { noNullPrototype: true })),
  {
    noNullPrototype: true,
  },
);
const documents = fc.array(document, { minLength: 1, maxLength: 12 });

const comparison = fc.record({
  operator: fc.constantFrom("$eq", "$ne", "$gt", "$gte", "$lt", "$lte"),
  operand: scalar,
});
const condition = fc.oneof(
  scalar,
  comparison.map(({ operator, operand }) => ({ [operator]: operand })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(scalar, { maxLength: 3 }).map((list) => ({ $nin: list })),
  fc.boolean().map((isThere) => ({ $exists: isThere })),
  fc.nat(3).map((size) => ({ $size: size })),
);
const simple = fc.dictionary(fc.constantFrom("a", "b", "c.x", "a.0"), condition, {
  maxKeys: 2,
  noNullPrototype: true,
});
const filter = fc.oneof(
  simple,
  fc
    .record({
      operator: fc.constantFrom("$and", "$or", "$nor"),
      list: fc.array(simple, { minLength: 1, maxLength: 3 }),
    })
    .map(({ operator, list }) => ({ [operator]: list })),
);

const number = fc.integer({ min: -5, max: 5 });
/** On fields of their own, so that every operator fits its target. */
const update: fc.Arbitrary<Document> = fc.oneof(
  fc.tuple(field, scalar).map(([name, value]) => ({ $set: { [name]: value } })),
  field.map((name) => ({ $unset: { [name]: "" as const } })),
  number.map((by) => ({ $inc: { n: by } })),
  number.map((by) => ({ $mul: { n: by } })),
  number.map((by) => ({ $max: { n: by } })),
  scalar.map((value) => ({ $push: { list: value } })),
  scalar.map((value) => ({ $addToSet: { list: value } })),
  scalar.map((value) => ({ $pull: { list: value } })),
  fc.constantFrom(1, -1).map((end) => ({ $pop: { list: end } })),
);

/** Through BSON, the wire, the journal and the indexes the answers stay those of mingo on plain arrays. */
describe("the server's answers equal mingo's", () => {
  let folder: string;
  let server: MongoServer;
  let connection: Connection;
  let serial = 0;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "purser-mongo-"));
    server = await startMongoServer({ directory: folder });
    connection = await createConnection(server.url).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function fill(items: object[], isIndexed: boolean) {
    const collection = connection.collection<Document & { _id: number }>(`c${serial++}`);
    const stored: (Document & { _id: number })[] = items.map((item, _id) => ({ ...item, _id }));
    if (isIndexed) await collection.createIndexes([{ key: { a: 1 } }, { key: { b: 1, a: 1 } }]);
    await collection.insertMany(structuredClone(stored));
    return { collection, stored };
  }

  it("for filters, with and without an index", async () => {
    await fc.assert(
      fc.asyncProperty(documents, filter, fc.boolean(), async (items, query, isIndexed) => {
        const { collection, stored } = await fill(items, isIndexed);
        const expected = mingo.find(stored, query).all();
        expect(await collection.find(query).toArray()).toEqual(expected);
        expect(await collection.countDocuments(query)).toBe(expected.length);
      }),
      { numRuns: 150 },
    );
  });

  it("for updates of many documents", async () => {
    await fc.assert(
      fc.asyncProperty(documents, simple, update, fc.boolean(), async (items, query, change, isIndexed) => {
        const withTargets = items.map((item) => ({ ...item, n: 1, list: [1, "a"] }));
        const { collection, stored } = await fill(withTargets, isIndexed);
        const expected = structuredClone(stored);
        const { matchedCount } = mingo.updateMany(expected, query, change);
        const result = await collection.updateMany(query, change);
        expect(result.matchedCount).toBe(matchedCount);
        expect(await collection.find().toArray()).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
