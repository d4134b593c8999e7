import fc from "fast-check";
import { expect, it } from "vitest";
import { inBatches } from "./in-batches";

const turn = () => new Promise((resolve) => setImmediate(resolve));

it("writes together what comes in one turn, and what comes while that is written together again", async () => {
  const batches: number[][] = [];
  const add = inBatches<number>(async (values) => {
    batches.push(values);
    if (batches.length === 1) later.push(add(4), add(5));
    await turn();
  }, 100);
  const later: Promise<void>[] = [];
  await Promise.all([add(1), add(2), add(3)]);
  await Promise.all(later);
  expect(batches).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
});

it("says of each value whether it was written: each good one once, whatever was in its batch", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ isBad: fc.boolean(), turns: fc.nat(3) }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 8 }),
      async (values, largest) => {
        const written: object[] = [];
        const add = inBatches<(typeof values)[number]>(async (batch) => {
          expect(batch.length).toBeLessThanOrEqual(largest);
          await turn();
          if (batch.some(({ isBad }) => isBad)) throw new Error("bad");
          written.push(...batch);
        }, largest);
        const said = await Promise.all(
          values.map(async (value) => {
            for (let left = value.turns; left > 0; left -= 1) await turn();
            return add(value).then(
              () => true,
              () => false,
            );
          }),
        );
        expect(said).toEqual(values.map(({ isBad }) => !isBad));
        expect(new Set(written)).toEqual(new Set(values.filter(({ isBad }) => !isBad)));
        expect(written).toHaveLength(new Set(written).size);
      },
    ),
  );
});

it("goes on after a failure", async () => {
  let isDown = true;
  const add = inBatches<number>(async () => {
    if (isDown) throw new Error("away");
  }, 10);
  await expect(Promise.all([add(1), add(2)])).rejects.toThrow("away");
  isDown = false;
  await add(3);
});
