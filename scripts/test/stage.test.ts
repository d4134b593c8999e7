import { describe, expect, it } from "vitest";
import { runStage, summary } from "./stage";

describe("the end of npm test", () => {
  it("is the sum over all parts, alone on the last line", () => {
    const text = summary([
      { name: "check", passed: 5, failed: 0, skipped: 0, seconds: 12 },
      { name: "tests", passed: 120, failed: 2, skipped: 0, seconds: 30.25 },
    ]);
    expect(text.split("\n").at(-1)).toBe("125 passed, 2 failed");
    expect(text).toContain("✗ tests    30.3 s  120 passed, 2 failed");
  });

  it("mentions skipped tests only when there are some", () => {
    const text = summary([{ name: "tests", passed: 3, failed: 0, skipped: 1, seconds: 1 }]);
    expect(text.split("\n").at(-1)).toBe("3 passed, 0 failed, 1 skipped");
  });

  it("counts a part in which nothing ran as failed", async () => {
    const nothing = async () => ({ passed: 0, failed: 0, skipped: 4 });
    expect(await runStage("browser", nothing)).toMatchObject({ failed: 1 });
  });

  it("counts a part that cannot run as failed", async () => {
    const result = await runStage("browser", () => Promise.reject(new Error("no browser")));
    expect(result).toMatchObject({ passed: 0, failed: 1 });
  });
});
