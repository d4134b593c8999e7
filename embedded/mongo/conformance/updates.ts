import type { Document } from "bson";
import type { Connection } from "mongoose";
import { expect, it } from "vitest";

export function describeUpdates(connection: () => Connection): void {
  const collection = () => connection().collection<Document & { _id: string }>("updates");
  let serial = 0;
  /** Inserts, updates, and gives the document without its _id. */
  const change = async (
    before: Document,
    update: Document | Document[],
    options = {},
    filter: Document = {},
  ) => {
    const _id = `u${serial++}`;
    await collection().insertOne({ ...before, _id });
    await collection().updateOne({ _id, ...filter }, update, options);
    const { _id: _, ...after }: Document = (await collection().findOne({ _id })) ?? {};
    return after;
  };

  it.each<[Document, Document | Document[], Document]>([
    [{ a: 1 }, { $set: { b: 2, "c.d": 3 } }, { a: 1, b: 2, c: { d: 3 } }],
    [{ a: 1, b: 2 }, { $unset: { a: "" } }, { b: 2 }],
    [{ a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
    [{ a: 3 }, { $mul: { a: 1.5 } }, { a: 4.5 }],
    [
      { a: 3, b: 3 },
      { $min: { a: 2 }, $max: { b: 2, c: 1 } },
      { a: 2, b: 3, c: 1 },
    ],
    [{ a: 1 }, { $rename: { a: "z" } }, { z: 1 }],
    [{ a: [1] }, { $push: { a: 2, b: 3 } }, { a: [1, 2], b: [3] }],
    [{ a: [3] }, { $push: { a: { $each: [1, 2], $sort: 1, $slice: 2 } } }, { a: [1, 2] }],
    [{ a: [1, 2, 3] }, { $push: { a: { $each: [4, 5], $slice: -3 } } }, { a: [3, 4, 5] }],
    [{ a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
    [{ a: [1, 2] }, { $addToSet: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
    [{ a: [{ x: 1 }] }, { $addToSet: { a: { x: 1 } } }, { a: [{ x: 1 }] }],
    [{ a: [1, 2, 3, 2] }, { $pull: { a: 2 } }, { a: [1, 3] }],
    [{ a: [{ x: 1 }, { x: 5 }] }, { $pull: { a: { x: { $gt: 3 } } } }, { a: [{ x: 1 }] }],
    [{ a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
    [{ a: [1, 2, 3] }, { $pop: { a: -1 } }, { a: [2, 3] }],
    [{ a: [1, 2] }, { $set: { "a.3": 9 } }, { a: [1, 2, null, 9] }],
    [{ a: [1, 2] }, { $unset: { "a.0": "" } }, { a: [null, 2] }],
    [{ a: [{ n: 1 }, { n: 2 }] }, { $inc: { "a.$[].n": 10 } }, { a: [{ n: 11 }, { n: 12 }] }],
    [{ a: 13 }, { $bit: { a: { and: 10 } } }, { a: 8 }],
    [{ a: 1, b: 2 }, [{ $set: { sum: { $add: ["$a", "$b"] } } }, { $unset: "a" }], { b: 2, sum: 3 }],
    [{ a: { x: 1 } }, [{ $set: { a: { y: 2 } } }], { a: { x: 1, y: 2 } }],
    [{ a: 1 }, { $setOnInsert: { b: 1 } }, { a: 1 }],
  ])("%j updated by %j", async (before, update, expected) => {
    expect(await change(before, update)).toEqual(expected);
  });

  it("updates the elements that arrayFilters choose", async () => {
    const after = await change(
      { a: [{ n: 1 }, { n: 7 }, { n: 9 }] },
      { $set: { "a.$[big].big": true } },
      { arrayFilters: [{ "big.n": { $gt: 5 } }] },
    );
    expect(after).toEqual({ a: [{ n: 1 }, { n: 7, big: true }, { n: 9, big: true }] });
  });

  it("updates the element that the filter matched", async () => {
    const before = {
      a: [
        { k: "x", n: 1 },
        { k: "y", n: 1 },
      ],
    };
    const after = await change(before, { $inc: { "a.$.n": 5 } }, {}, { "a.k": "y" });
    expect(after).toEqual({
      a: [
        { k: "x", n: 1 },
        { k: "y", n: 6 },
      ],
    });
  });

  it("sets the date of the server", async () => {
    const after = await change({}, { $currentDate: { at: true } });
    expect(Math.abs(after.at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it.each<[Document, Document, number]>([
    [{ a: "text" }, { $inc: { a: 1 } }, 14],
    [{ a: "text" }, { $push: { a: 1 } }, 2],
    [{ a: 5 }, { $set: { "a.b": 1 } }, 28],
    [{ a: [{ b: 1 }] }, { $set: { "a.b": 1 } }, 28],
    [{ a: 1 }, { $set: { a: 1 }, $inc: { a: 1 } }, 40],
    [{ a: 1 }, { $set: { _id: "other" } }, 66],
    [{ a: 1 }, { $nonsense: { a: 1 } }, 9],
  ])("%j refuses %j with code %i and stays as it was", async (before, update, code) => {
    const _id = `u${serial++}`;
    await collection().insertOne({ ...before, _id });
    await expect(collection().updateOne({ _id }, update)).rejects.toMatchObject({ code });
    expect(await collection().findOne({ _id })).toEqual({ _id, ...before });
  });

  it("tells matched from modified", async () => {
    await collection().insertMany([1, 2, 2].map((g, index) => ({ _id: `m${index}`, g })));
    const result = await collection().updateMany({ _id: /^m/ }, { $set: { g: 2 } });
    expect(result).toMatchObject({ matchedCount: 3, modifiedCount: 1, upsertedCount: 0 });
  });

  it("replaces a whole document but not its _id", async () => {
    await collection().insertOne({ _id: "r", a: 1, b: 2 });
    await collection().replaceOne({ _id: "r" }, { c: 3 });
    expect(await collection().findOne({ _id: "r" })).toEqual({ _id: "r", c: 3 });
  });

  it("inserts on upsert: the filter's equalities, the update, and $setOnInsert once", async () => {
    const upsert = () =>
      collection().updateOne(
        { _id: "up", "k.a": 1, $and: [{ b: { $eq: 2 } }], c: { $gt: 3 } },
        { $inc: { n: 1 }, $setOnInsert: { born: "now" } },
        { upsert: true },
      );
    expect(await upsert()).toMatchObject({ matchedCount: 0, upsertedCount: 1, upsertedId: "up" });
    const first = { _id: "up", k: { a: 1 }, b: 2, n: 1, born: "now" };
    expect(await collection().findOne({ _id: "up" })).toEqual(first);
    await collection().updateOne({ _id: "up" }, { $set: { c: 4 } });
    expect(await upsert()).toMatchObject({ matchedCount: 1, modifiedCount: 1, upsertedCount: 0 });
    expect(await collection().findOne({ _id: "up" })).toEqual({ ...first, n: 2, c: 4 });
  });

  it("finds and updates, replaces or deletes in one step", async () => {
    await collection().insertMany([1, 2, 3].map((n) => ({ _id: `f${n}`, f: true, n })));
    const updated = await collection().findOneAndUpdate(
      { f: true },
      { $set: { seen: true } },
      { sort: { n: -1 }, returnDocument: "after", projection: { _id: 0, f: 0 } },
    );
    expect(updated).toEqual({ n: 3, seen: true });
    const before = await collection().findOneAndReplace({ _id: "f1" }, { n: 10 });
    expect(before).toEqual({ _id: "f1", f: true, n: 1 });
    expect(await collection().findOneAndDelete({ f: true }, { sort: { n: 1 } })).toMatchObject({ _id: "f2" });
    expect(await collection().findOneAndUpdate({ _id: "absent" }, { $set: { a: 1 } })).toBeNull();
    const made = await collection().findOneAndUpdate(
      { _id: "made" },
      { $set: { a: 1 } },
      { upsert: true, returnDocument: "after", includeResultMetadata: true },
    );
    expect(made).toMatchObject({
      value: { _id: "made", a: 1 },
      lastErrorObject: { updatedExisting: false, upserted: "made" },
    });
  });

  it("runs mixed bulk writes", async () => {
    const result = await collection().bulkWrite([
      { insertOne: { document: { _id: "b1", n: 1 } } },
      { updateOne: { filter: { _id: "b1" }, update: { $inc: { n: 1 } } } },
      { updateMany: { filter: { _id: /^b/ }, update: { $set: { all: true } } } },
      { replaceOne: { filter: { _id: "b2" }, replacement: { n: 5 }, upsert: true } },
      { deleteOne: { filter: { _id: "b1" } } },
      { deleteMany: { filter: { _id: "nobody" } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, matchedCount: 2, upsertedCount: 1, deletedCount: 1 });
    expect(await collection().find({ _id: /^b/ }).toArray()).toEqual([{ _id: "b2", n: 5 }]);
  });

  it("stops an ordered batch at the first error and goes on in an unordered one", async () => {
    const documents = ["o1", "o1", "o2"].map((_id) => ({ _id }));
    const ordered = collection().insertMany(documents);
    await expect(ordered).rejects.toMatchObject({ code: 11000, insertedCount: 1 });
    const unordered = collection().insertMany(
      ["p1", "p1", "p2"].map((_id) => ({ _id })),
      { ordered: false },
    );
    await expect(unordered).rejects.toMatchObject({ code: 11000, insertedCount: 2 });
    expect(await collection().countDocuments({ _id: { $in: ["o1", "o2", "p1", "p2"] } })).toBe(3);
  });
}
