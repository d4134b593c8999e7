import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitForInstallLock } from "./install-lock.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "purser-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the lock of an installation", () => {
  const nobody = () => {
    throw new Error("waits for nobody");
  };

  it("is taken and given back", async () => {
    const file = join(folder, "lock");
    const unlock = await waitForInstallLock(file, nobody);
    expect(readFileSync(file, "utf8")).toContain(String(process.pid));
    unlock();
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ["a process that is gone", "999999999 1"],
    ["a process whose number somebody else has now", "1 never"],
    ["a process that had our own number", `${process.pid} never`],
    ["a write that was cut short", ""],
  ])("is taken over from %s", async (_, content) => {
    const file = join(folder, "lock");
    writeFileSync(file, content);
    const unlock = await waitForInstallLock(file, nobody);
    unlock();
  });
});
