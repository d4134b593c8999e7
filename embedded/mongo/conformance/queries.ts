import { ObjectId } from "bson";
import type { Connection } from "mongoose";
import { beforeAll, describe, expect, it } from "vitest";

const PEOPLE = [
  { _id: 1, name: "Ada", age: 36, tags: ["x", "y"], items: [{ k: "a", n: 1 }] },
  {
    _id: 2,
    name: "bob",
    age: 20,
    tags: ["y"],
    items: [
      { k: "a", n: 5 },
      { k: "b", n: 1 },
    ],
  },
  { _id: 3, name: "Cy", age: 20, tags: [], nested: { deep: { v: 1 } } },
  { _id: 4, name: "Dee", age: null, tags: ["z", "x"] },
  { _id: 5, name: "Eve" },
];

const ids = (documents: { _id: unknown }[]) => documents.map(({ _id }) => _id);

export function describeQueries(connection: () => Connection): void {
  const people = () => connection().collection<{ _id: number }>("crowd");
  const find = async (filter: object, sort: Record<string, 1 | -1> = { _id: 1 }) =>
    ids(await people().find(filter).sort(sort).toArray());

  beforeAll(async () => {
    await people().insertMany(structuredClone(PEOPLE));
  });

  it.each([
    [{ age: 20 }, [2, 3]],
    [{ age: { $gt: 20 } }, [1]],
    [{ age: { $gte: 20, $lt: 36 } }, [2, 3]],
    [{ age: { $ne: 20 } }, [1, 4, 5]],
    [{ age: null }, [4, 5]],
    [{ age: { $exists: false } }, [5]],
    [{ age: { $type: "number" } }, [1, 2, 3]],
    [{ age: { $in: [36, null] } }, [1, 4, 5]],
    [{ age: { $nin: [20] } }, [1, 4, 5]],
    [{ age: { $not: { $gt: 20 } } }, [2, 3, 4, 5]],
    [{ name: /^[a-c]/i }, [1, 2, 3]],
    [{ name: { $regex: "E", $options: "i" } }, [4, 5]],
    [{ name: { $in: [/^A/, "Eve"] } }, [1, 5]],
    [{ tags: "x" }, [1, 4]],
    [{ tags: { $all: ["x", "y"] } }, [1]],
    [{ name: { $all: ["Ada"] } }, [1]],
    [{ tags: { $size: 0 } }, [3]],
    [{ tags: ["z", "x"] }, [4]],
    [{ "tags.0": "z" }, [4]],
    [{ "items.n": { $gt: 3 } }, [2]],
    [{ items: { $elemMatch: { k: "a", n: 1 } } }, [1]],
    [{ "items.k": "a", "items.n": 1 }, [1, 2]],
    [{ "nested.deep.v": 1 }, [3]],
    [{ nested: { deep: { v: 1 } } }, [3]],
    [{ $or: [{ age: 36 }, { name: "Eve" }] }, [1, 5]],
    [{ $nor: [{ age: 36 }, { name: "Eve" }] }, [2, 3, 4]],
    [{ $and: [{ age: 20 }, { tags: "y" }] }, [2]],
    [{ $expr: { $gt: ["$age", 30] } }, [1]],
    [{ $expr: { $gt: ["$name", null] } }, [1, 2, 3, 4, 5]],
    [{ age: { $mod: [6, 0] } }, [1]],
    [{ _id: { $in: [5, 1, 9] }, $comment: "why" }, [1, 5]],
    [{ _id: { $gt: 2, $lte: 4 } }, [3, 4]],
    [{ items: { $type: "array" } }, [1, 2]],
    [{ tags: { $elemMatch: { $gte: "y" } } }, [1, 2, 4]],
  ])("finds %j", async (filter, expected) => {
    expect(await find(filter)).toEqual(expected);
  });

  it("sorts by several fields, missing and null first, and by the extreme of an array", async () => {
    expect(await find({}, { age: 1, name: -1 })).toEqual([5, 4, 2, 3, 1]);
    expect(await find({}, { age: -1, _id: 1 })).toEqual([1, 2, 3, 4, 5]);
    expect(await find({ tags: { $ne: [] }, _id: { $lt: 5 } }, { tags: 1, _id: 1 })).toEqual([1, 4, 2]);
    expect(await find({ tags: { $ne: [] }, _id: { $lt: 5 } }, { tags: -1, _id: 1 })).toEqual([4, 1, 2]);
  });

  it("sorts values of different types in MongoDB's order", async () => {
    const collection = connection().collection("mixed");
    const values = [new Date(0), true, new ObjectId(), [1], { a: 1 }, "s", 5, null];
    await collection.insertMany(values.map((v, index) => ({ v: Array.isArray(v) ? "t" : v, index })));
    const sorted = await collection.find().sort({ v: 1 }).toArray();
    expect(sorted.map(({ index }) => index)).toEqual([7, 6, 5, 3, 4, 2, 1, 0]);
  });

  it("skips and limits, and counts what is left", async () => {
    expect(ids(await people().find().sort({ _id: -1 }).skip(1).limit(2).toArray())).toEqual([4, 3]);
    expect(await people().countDocuments({ age: 20 })).toBe(2);
    expect(await people().countDocuments({}, { skip: 1, limit: 3 })).toBe(3);
    expect(await people().estimatedDocumentCount()).toBe(5);
  });

  it("gives the distinct values of a field and of array elements", async () => {
    expect((await people().distinct("tags")).sort()).toEqual(["x", "y", "z"]);
    expect(await people().distinct("age", { _id: { $lt: 4 } })).toEqual(expect.arrayContaining([20, 36]));
  });

  it("finds by range of ObjectIds, sorts by them, finds them in a list", async () => {
    const collection = connection().collection("oids");
    const id = (letter: string) => new ObjectId(letter.repeat(24));
    const made = [id("a"), id("b"), id("c"), id("d")] as const;
    await collection.insertMany([...made].reverse().map((_id) => ({ _id })));
    const range = await collection
      .find({ _id: { $gt: made[0], $lt: made[3] } })
      .sort({ _id: 1 })
      .toArray();
    expect(ids(range)).toEqual([made[1], made[2]]);
    const listed = await collection
      .find({ _id: { $in: [made[3], made[0]] } })
      .sort({ _id: -1 })
      .toArray();
    expect(ids(listed)).toEqual([made[3], made[0]]);
  });

  describe("projections", () => {
    it.each([
      [{ name: 1 }, { _id: 2, name: "bob" }],
      [{ name: 1, _id: 0 }, { name: "bob" }],
      [
        { tags: 0, items: 0, age: 0 },
        { _id: 2, name: "bob" },
      ],
      [{ "items.k": 1, _id: 0 }, { items: [{ k: "a" }, { k: "b" }] }],
      [
        { "items.n": 0, tags: 0, age: 0, name: 0 },
        { _id: 2, items: [{ k: "a" }, { k: "b" }] },
      ],
      [
        { items: { $slice: -1 }, name: 1 },
        { _id: 2, name: "bob", items: [{ k: "b", n: 1 }] },
      ],
      [
        { items: { $slice: [0, 1] } },
        { _id: 2, name: "bob", age: 20, tags: ["y"], items: [{ k: "a", n: 5 }] },
      ],
      [
        { items: { $slice: 1 }, age: 0, tags: 0 },
        { _id: 2, name: "bob", items: [{ k: "a", n: 5 }] },
      ],
      [{ items: { $elemMatch: { k: "b" } }, _id: 0 }, { items: [{ k: "b", n: 1 }] }],
      [{ double: { $multiply: ["$age", 2] }, _id: 0 }, { double: 40 }],
      [{ nothing: 1 }, { _id: 2 }],
    ])("%j", async (projection, expected) => {
      expect(await people().findOne({ _id: 2 }, { projection })).toEqual(expected);
      const whole = await people().findOne({ _id: 2 });
      expect(whole).toEqual(PEOPLE[1]);
    });

    it("by the position that matched", async () => {
      const found = await people().findOne({ "items.k": "b" }, { projection: { "items.$": 1 } });
      expect(found).toEqual({ _id: 2, items: [{ k: "b", n: 1 }] });
    });
  });
}
