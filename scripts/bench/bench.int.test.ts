import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "purser-bench-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, ["scripts/bench.mjs", ...args], { timeout: 170_000 });

/** Whether the frame works; a machine that is busy with tests says nothing about speed. */
it("starts its own parts, prints a table and writes the figures", async () => {
  const out = join(folder, "figures.json");
  const { stdout } = await bench("webhooks", "--smoke", "--out", out);
  expect(stdout).toMatch(/^webhooks +p99 +[\d.,]+ ms$/m);
  expect(stdout).not.toContain("MISSED");
  const { results } = JSON.parse(await readFile(out, "utf8"));
  expect(results).toMatchObject([
    {
      name: "webhooks",
      figures: { sent: 40, "not answered 200": 0, "lost (sent, not stored)": 0, "stored, not handled": 0 },
    },
  ]);
}, 180_000);

it("says which benches there are", async () => {
  await expect(bench("nothing")).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("webhooks, first-sync, large-item"),
  });
});
