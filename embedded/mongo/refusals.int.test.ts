import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decimal128, Long } from "bson";
import { type Connection, createConnection } from "mongoose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MongoServer, startMongoServer } from "./server";

/** What a real MongoDB can do and this server cannot must fail loudly, and change nothing. */
describe("the built-in server refuses", () => {
  let folder: string;
  let server: MongoServer;
  let connection: Connection;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "purser-mongo-"));
    server = await startMongoServer({ directory: folder });
    connection = await createConnection(server.url).asPromise();
    await connection.collection("money").insertMany([
      { k: 1, amount: Decimal128.fromString("1.10"), cents: 110 },
      { k: 2, amount: Decimal128.fromString("2.20"), cents: 220 },
    ]);
    await connection.collection("plain").insertMany([{ n: 1 }, { n: 2 }]);
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const refused = { code: 238 };
  const find = (name: string, filter: object, options = {}) =>
    connection.collection(name).find(filter, options).toArray();
  const aggregate = (name: string, ...pipeline: object[]) =>
    connection.collection(name).aggregate(pipeline).toArray();

  it("transactions, at their first command, and writes nothing", async () => {
    const session = await connection.startSession();
    session.startTransaction();
    const insert = connection.collection("plain").insertOne({ n: 3 }, { session });
    await expect(insert).rejects.toMatchObject({ originalError: { code: 20 } });
    await expect(session.abortTransaction()).resolves.toBeUndefined();
    await session.endSession();
    expect(await find("plain", { n: 3 })).toEqual([]);
  });

  it("change streams", async () => {
    const stream = connection.collection("plain").watch();
    await expect(stream.next()).rejects.toMatchObject(refused);
    await stream.close();
  });

  it.each<[string, object, object?]>([
    ["$text", { $text: { $search: "x" } }],
    ["$where", { $where: "true" }],
    ["$where inside $or", { $or: [{ $where: "true" }] }],
    ["$near", { place: { $near: [0, 0] } }],
    ["$jsonSchema", { $jsonSchema: {} }],
    ["number widths in $type", { n: { $type: "long" } }],
    ["Perl syntax", { n: { $regex: "\\Aabc" } }],
    ["collation", {}, { collation: { locale: "de" } }],
    ["sorting by text score", {}, { sort: { score: { $meta: "textScore" } } }],
    ["min and max", {}, { min: { n: 1 }, hint: { n: 1 } }],
  ])("%s in find", async (_name, filter, options) => {
    await expect(find("plain", filter, options)).rejects.toMatchObject(refused);
  });

  it.each<[string, object[]]>([
    ["$out", [{ $out: "elsewhere" }]],
    ["$merge", [{ $merge: { into: "elsewhere" } }]],
    ["$geoNear", [{ $geoNear: {} }]],
    ["$text", [{ $match: { $text: { $search: "x" } } }]],
    ["$function", [{ $project: { x: { $function: { body: "", args: [], lang: "js" } } } }]],
    ["$round", [{ $project: { x: { $round: ["$n", 1] } } }]],
    ["a nested stage", [{ $facet: { a: [{ $out: "elsewhere" }] } }]],
  ])("%s in an aggregation", async (_name, pipeline) => {
    await expect(aggregate("plain", ...pipeline)).rejects.toMatchObject(refused);
  });

  it("sums and comparisons over Decimal128, which would be silently wrong", async () => {
    const sum = aggregate("money", { $group: { _id: null, sum: { $sum: "$amount" } } });
    await expect(sum).rejects.toMatchObject(refused);
    const lookup = { from: "money", localField: "n", foreignField: "k", as: "found" };
    const joined = aggregate("plain", { $lookup: lookup }, { $project: { sum: { $sum: "$found.amount" } } });
    await expect(joined).rejects.toMatchObject(refused);
    await expect(find("money", { amount: { $gt: 1 } })).rejects.toMatchObject(refused);
    await expect(find("money", { k: Decimal128.fromString("1") })).rejects.toMatchObject(refused);
    const increment = connection.collection("money").updateOne({ k: 1 }, { $inc: { amount: 1 } });
    await expect(increment).rejects.toMatchObject(refused);
  });

  it("but compares and sorts Decimal128 among themselves", async () => {
    const amounts = ["-3", "-20", "0", "0.5", "10", "9.99", "1E+3"].map((text) =>
      Decimal128.fromString(text),
    );
    await connection.collection("decimals").insertMany(amounts.map((amount) => ({ amount })));
    const sorted = await find("decimals", {}, { sort: { amount: 1 } });
    expect(sorted.map(({ amount }) => Number(amount))).toEqual([-20, -3, 0, 0.5, 9.99, 10, 1000]);
    expect(await find("decimals", { amount: { $gte: Decimal128.fromString("9.990") } })).toHaveLength(3);
    expect(await find("decimals", { amount: Decimal128.fromString("10.0") })).toHaveLength(1);
  });

  it("arithmetic on longs beyond 2^53", async () => {
    const collection = connection.collection<{ _id: number; n: Long }>("longs");
    await collection.insertOne({ _id: 1, n: Long.fromString("9007199254740993") });
    await expect(collection.updateOne({ _id: 1 }, { $inc: { n: 1 } })).rejects.toMatchObject(refused);
    expect(await collection.countDocuments({ n: Long.fromString("9007199254740993") })).toBe(1);
    expect(await collection.countDocuments({ n: Long.fromString("9007199254740992") })).toBe(0);
  });

  it.each<[string, object, object?]>([
    ["text indexes", { n: "text" }],
    ["wildcard indexes", { "$**": 1 }],
    ["indexes with a collation", { n: 1 }, { collation: { locale: "de" } }],
  ])("%s", async (_name, key, options) => {
    const create = connection.collection("plain").createIndex(key as Record<string, 1>, options);
    await expect(create).rejects.toMatchObject(refused);
  });

  it("capped collections, validators and views", async () => {
    for (const options of [{ capped: true, size: 100 }, { validator: { n: 1 } }, { viewOn: "plain" }]) {
      await expect(connection.createCollection("special", options)).rejects.toMatchObject(refused);
    }
  });

  it("a write concern that asks for more than one copy", async () => {
    const insert = connection.collection("plain").insertOne({}, { writeConcern: { w: 2 } });
    await expect(insert).rejects.toMatchObject({ code: 2 });
  });
});
