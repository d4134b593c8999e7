import type { Document } from "bson";
import type { Connection } from "mongoose";
import { beforeAll, expect, it } from "vitest";

const SALES = [
  { _id: 1, item: "a", cents: 250, qty: 2, at: new Date("2026-01-31T23:30:00Z"), tags: ["x", "y"] },
  { _id: 2, item: "b", cents: 100, qty: 1, at: new Date("2026-02-01T00:30:00Z"), tags: [] },
  { _id: 3, item: "a", cents: 50, qty: 4, at: new Date("2026-02-10T12:00:00Z"), tags: ["y"] },
];

export function describeAggregation(connection: () => Connection): void {
  const sales = () => connection().collection<Document & { _id: number }>("sales");
  const run = (pipeline: Document[]) => sales().aggregate(pipeline).toArray();

  beforeAll(async () => {
    await sales().insertMany(structuredClone(SALES));
    await connection()
      .collection("stock")
      .insertMany([
        { _id: "s1" as never, sku: "a", place: 1 },
        { _id: "s2" as never, sku: "a", place: 2 },
        { _id: "s3" as never, sku: "c", place: 3 },
      ]);
  });

  it.each<[Document[], unknown[]]>([
    [
      [{ $match: { qty: { $gt: 1 } } }, { $group: { _id: "$item", sum: { $sum: "$cents" } } }],
      [{ _id: "a", sum: 300 }],
    ],
    [
      [{ $group: { _id: null, n: { $sum: 1 }, avg: { $avg: "$qty" }, max: { $max: "$cents" } } }],
      [{ _id: null, n: 3, avg: 7 / 3, max: 250 }],
    ],
    [
      [{ $sort: { cents: 1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { cents: 1 } }],
      [{ _id: 2, cents: 100 }],
    ],
    [
      [{ $unwind: "$tags" }, { $sortByCount: "$tags" }],
      [
        { _id: "y", count: 2 },
        { _id: "x", count: 1 },
      ],
    ],
    [[{ $count: "n" }], [{ n: 3 }]],
    [[{ $match: { _id: 99 } }, { $group: { _id: null, n: { $sum: 1 } } }], []],
    [
      [
        { $sort: { _id: 1 } },
        {
          $project: {
            _id: 0,
            day: { $dateToString: { date: "$at", format: "%Y-%m-%d", timezone: "+02:00" } },
          },
        },
      ],
      [{ day: "2026-02-01" }, { day: "2026-02-01" }, { day: "2026-02-10" }],
    ],
    [
      [{ $facet: { all: [{ $count: "n" }], a: [{ $match: { item: "a" } }, { $count: "n" }] } }],
      [{ all: [{ n: 3 }], a: [{ n: 2 }] }],
    ],
    [
      [
        { $match: { _id: 1 } },
        { $addFields: { total: { $multiply: ["$cents", "$qty"] } } },
        { $unset: ["tags", "at"] },
      ],
      [{ _id: 1, item: "a", cents: 250, qty: 2, total: 500 }],
    ],
    [[{ $match: { _id: 1 } }, { $replaceRoot: { newRoot: { only: "$item" } } }], [{ only: "a" }]],
    [
      [{ $bucket: { groupBy: "$cents", boundaries: [0, 100, 300], output: { n: { $sum: 1 } } } }],
      [
        { _id: 0, n: 1 },
        { _id: 100, n: 2 },
      ],
    ],
  ])("%j", async (pipeline, expected) => {
    expect(await run(pipeline)).toEqual(expected);
    expect(await sales().find().sort({ _id: 1 }).toArray()).toEqual(SALES);
  });

  it("joins by equal fields", async () => {
    const lookup = { from: "stock", localField: "item", foreignField: "sku", as: "found" };
    const joined = await run([
      { $lookup: lookup },
      { $sort: { _id: 1 } },
      { $project: { places: "$found.place" } },
    ]);
    expect(joined).toEqual([
      { _id: 1, places: [1, 2] },
      { _id: 2, places: [] },
      { _id: 3, places: [1, 2] },
    ]);
  });

  it("joins the elements of an array, also those that nobody has", async () => {
    await connection()
      .collection("lists")
      .insertOne({ _id: "l" as never, skus: ["a", "nobody"] });
    const lookup = { from: "stock", localField: "skus", foreignField: "sku", as: "found" };
    const [joined] = await connection()
      .collection("lists")
      .aggregate([{ $lookup: lookup }])
      .toArray();
    expect(joined?.found.map((item: Document) => item._id)).toEqual(["s1", "s2"]);
  });

  it("joins by a pipeline with variables", async () => {
    const lookup = {
      from: "stock",
      let: { wanted: "$item" },
      pipeline: [{ $match: { $expr: { $eq: ["$sku", "$$wanted"] } } }, { $count: "n" }],
      as: "found",
    };
    const joined = await run([{ $match: { _id: { $lt: 3 } } }, { $sort: { _id: 1 } }, { $lookup: lookup }]);
    expect(joined.map(({ found }) => found)).toEqual([[{ n: 2 }], []]);
  });

  it("joins by equal fields and runs a pipeline over the joined documents only", async () => {
    const pipeline = [{ $match: { $expr: { $gt: ["$place", "$$least"] } } }, { $project: { place: 1 } }];
    const lookup = {
      from: "stock",
      localField: "item",
      foreignField: "sku",
      let: { least: 1 },
      pipeline,
      as: "found",
    };
    const [first] = await run([{ $match: { _id: 1 } }, { $lookup: lookup }]);
    expect(first?.found).toEqual([{ _id: "s2", place: 2 }]);
  });

  it("merges nested documents in $addFields and reaches into arrays", async () => {
    const collection = connection().collection("nested");
    await collection.insertOne({ a: { x: 1 }, list: [{ n: 1 }, { n: 2 }] });
    const stages = [{ $addFields: { a: { y: 2 }, "list.seen": true } }, { $project: { _id: 0 } }];
    const [found] = await collection.aggregate(stages).toArray();
    expect(found).toEqual({
      a: { x: 1, y: 2 },
      list: [
        { n: 1, seen: true },
        { n: 2, seen: true },
      ],
    });
    const [stored] = await collection.find({}, { projection: { _id: 0 } }).toArray();
    expect(stored).toEqual({ a: { x: 1 }, list: [{ n: 1 }, { n: 2 }] });
  });

  it("refuses a stage and an operator that nobody knows", async () => {
    await expect(run([{ $nonsense: {} }])).rejects.toMatchObject({ code: 40324 });
    await expect(run([{ $project: { a: { $nonsense: 1 } } }])).rejects.toMatchObject({
      name: "MongoServerError",
    });
  });
}
