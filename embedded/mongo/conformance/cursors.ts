import type { Connection } from "mongoose";
import { beforeAll, expect, it } from "vitest";

const COUNT = 10_000;

export function describeCursors(connection: () => Connection): void {
  const many = () => connection().collection("many");

  beforeAll(async () => {
    await many().insertMany(Array.from({ length: COUNT }, (_, n) => ({ n, group: n % 10 })));
  });

  it("reads a large result in batches, each document once", async () => {
    const seen = new Set<number>();
    for await (const { n } of many().find().batchSize(333)) seen.add(n);
    expect(seen.size).toBe(COUNT);
  });

  it("reads through mongoose cursors and with a limit across batches", async () => {
    const found = await many().find({ group: 3 }).sort({ n: -1 }).limit(500).batchSize(100).toArray();
    expect(found).toHaveLength(500);
    expect(found[0]?.n).toBe(COUNT - 7);
  });

  it("reads aggregation results in batches", async () => {
    const pipeline = [{ $match: { group: { $lt: 5 } } }, { $project: { n: 1 } }];
    expect(await many().aggregate(pipeline, { batchSize: 10 }).toArray()).toHaveLength(COUNT / 2);
  });

  it("splits what does not fit into one reply", async () => {
    const big = connection().collection("big");
    const text = "x".repeat(3_000_000);
    for (let n = 0; n < 12; n++) await big.insertOne({ n, text });
    const found = await big.find().batchSize(12).toArray();
    expect(found.map(({ n, text: { length } }) => [n, length])).toEqual(
      Array.from({ length: 12 }, (_, n) => [n, text.length]),
    );
  });

  it("refuses a document of more than 16 MB", async () => {
    const insert = connection()
      .collection("huge")
      .insertOne({ text: "x".repeat(16 * 1024 * 1024) });
    await expect(insert).rejects.toThrow();
    expect(await connection().collection("huge").countDocuments()).toBe(0);
  });

  it("closes a cursor that is left early, and knows it no more", async () => {
    const cursor = many().find().batchSize(5);
    await cursor.next();
    const id = cursor.id;
    await cursor.close();
    const getMore = connection().db?.command({ getMore: id, collection: "many" });
    await expect(getMore).rejects.toMatchObject({ code: 43 });
  });
}
