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
  promisify(execFile)(process.execPath, ["scripts/bench.mjs", ...args], { timeout: 590_000 });

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
}, 600_000);

/** The whole way of an answer, without a build of it and without one of its peers: both are too much for a test. */
it("asks and reads answers, and loses and doubles nothing of them", async () => {
  const out = join(folder, "streams.json");
  const { stdout } = await bench("streams", "resume", "--smoke", "--out", out);
  expect(stdout).not.toContain("failed");
  const { results } = JSON.parse(await readFile(out, "utf8"));
  expect(results).toMatchObject([
    { name: "streams", figures: { "lost, doubled or broken": 0 } },
    {
      name: "resume",
      figures: {
        "words lost": 0,
        "events lost": 0,
        "events doubled": 0,
        "answers that did not end": 0,
      },
    },
  ]);
}, 600_000);

it("says which benches there are", async () => {
  await expect(bench("nothing")).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("webhooks, first-sync, large-item"),
  });
});
