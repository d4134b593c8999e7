import type { Connection } from "mongoose";
import { Schema } from "mongoose";
import { expect, it } from "vitest";

export function describeIndexes(connection: () => Connection): void {
  const duplicate = (keyPattern: object, keyValue: object) => ({ code: 11000, keyPattern, keyValue });

  it("keeps a unique field unique for insert, update and upsert", async () => {
    const User = connection().model("User", new Schema({ email: { type: String, unique: true } }));
    await User.init();
    await User.create({ email: "a@example.com" });
    await User.create({ email: "b@example.com" });
    const expected = duplicate({ email: 1 }, { email: "a@example.com" });
    await expect(User.create({ email: "a@example.com" })).rejects.toMatchObject(expected);
    const update = User.updateOne({ email: "b@example.com" }, { email: "a@example.com" });
    await expect(update).rejects.toMatchObject(expected);
    const upsert = User.updateOne({ email: "c" }, { $set: { email: "a@example.com" } }, { upsert: true });
    await expect(upsert).rejects.toMatchObject(expected);
    await User.deleteOne({ email: "a@example.com" });
    await expect(User.create({ email: "a@example.com" })).resolves.toBeTruthy();
  });

  it("reports each duplicate of an unordered bulk write", async () => {
    const collection = connection().collection("bulk");
    await collection.createIndex({ k: 1 }, { unique: true });
    const operations = [1, 2, 1, 3, 2].map((k) => ({ insertOne: { document: { k } } }));
    const failure = await collection.bulkWrite(operations, { ordered: false }).catch((error) => error);
    expect(failure).toMatchObject({ code: 11000, insertedCount: 3 });
    expect(failure.writeErrors.map((error: { index: number }) => error.index)).toEqual([2, 4]);
  });

  it("lets exactly one of many parallel inserts win", async () => {
    const collection = connection().collection("race");
    await collection.createIndex({ a: 1, b: 1 }, { unique: true, name: "pair" });
    const attempts = Array.from({ length: 100 }, (_, n) => collection.insertOne({ a: 1, b: "x", n }));
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await collection.countDocuments()).toBe(1);
  });

  it("treats compound keys as a whole and a missing field as null", async () => {
    const collection = connection().collection("compound");
    await collection.createIndex({ a: 1, "b.c": -1 }, { unique: true });
    await collection.insertMany([
      { a: 1, b: { c: 1 } },
      { a: 1, b: { c: 2 } },
      { a: 2, b: { c: 1 } },
      { a: 1 },
    ]);
    const expected = duplicate({ a: 1, "b.c": -1 }, { a: 1 });
    await expect(collection.insertOne({ a: 1, b: {} })).rejects.toMatchObject(expected);
  });

  it("does not hold documents without the field to a sparse index", async () => {
    const collection = connection().collection("sparse");
    await collection.createIndex({ phone: 1 }, { unique: true, sparse: true });
    await collection.insertMany([{ n: 1 }, { n: 2 }, { phone: "1" }]);
    await expect(collection.insertOne({ phone: "1" })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.find({ phone: null }).toArray()).toHaveLength(2);
  });

  it("holds only the documents of a partial index to it", async () => {
    const collection = connection().collection("partial");
    const partialFilterExpression = { active: true };
    await collection.createIndex({ user: 1 }, { unique: true, partialFilterExpression });
    await collection.insertMany([{ user: 1 }, { user: 1 }, { user: 1, active: true }]);
    await expect(collection.insertOne({ user: 1, active: true })).rejects.toMatchObject({ code: 11000 });
    const activation = collection.updateMany({ user: 1 }, { $set: { active: true } });
    await expect(activation).rejects.toMatchObject({ code: 11000 });
    expect(await collection.countDocuments({ user: 1 })).toBe(3);
  });

  it("holds each element of an array to a unique index", async () => {
    const collection = connection().collection("multikey");
    await collection.createIndex({ tags: 1 }, { unique: true });
    await collection.insertMany([{ tags: ["a", "a", "b"] }, { tags: "c" }]);
    await expect(collection.insertOne({ tags: ["d", "b"] })).rejects.toMatchObject({ code: 11000 });
    await expect(collection.insertOne({ tags: ["c"] })).rejects.toMatchObject({ code: 11000 });
    await expect(collection.insertOne({ tags: ["d"] })).resolves.toBeTruthy();
    expect(await collection.find({ tags: "b" }).toArray()).toHaveLength(1);
  });

  it("refuses to index what is not unique and leaves no index behind", async () => {
    const collection = connection().collection("late");
    await collection.insertMany([{ k: 1 }, { k: 1 }]);
    await expect(collection.createIndex({ k: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
    expect(await collection.indexes()).toHaveLength(1);
  });

  it("lists, repeats and drops indexes", async () => {
    const collection = connection().collection("managed");
    await collection.createIndexes([{ key: { a: 1 }, name: "one", unique: true }, { key: { b: -1, c: 1 } }]);
    await collection.createIndex({ a: 1 }, { name: "one", unique: true });
    const names = (await collection.indexes()).map(({ name }) => name);
    expect(names).toEqual(["_id_", "one", "b_-1_c_1"]);
    await expect(collection.createIndex({ a: 1 }, { name: "two" })).rejects.toMatchObject({ code: 85 });
    await expect(collection.createIndex({ z: 1 }, { name: "one" })).rejects.toMatchObject({ code: 86 });
    await expect(collection.dropIndex("nobody")).rejects.toMatchObject({ code: 27 });
    await collection.dropIndex("one");
    await collection.insertMany([{ a: 1 }, { a: 1 }]);
    await collection.dropIndexes();
    expect(await collection.indexes()).toHaveLength(1);
  });

  it("finds the same with an index as without", async () => {
    const collection = connection().collection("lookup");
    await collection.insertMany([{ k: 1 }, { k: [1, 2] }, { k: null }, {}, { k: "1" }, { k: { a: 1 } }]);
    const filters = [{ k: 1 }, { k: null }, { k: { $in: [2, "1"] } }, { k: { a: 1 } }, { k: { $eq: "1" } }];
    const answers = () => Promise.all(filters.map((filter) => collection.find(filter).toArray()));
    const before = await answers();
    await collection.createIndex({ k: 1 });
    expect(await answers()).toEqual(before);
    expect(before.map((found) => found.length)).toEqual([2, 2, 2, 1, 1]);
  });
}
