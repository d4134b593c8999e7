import { describe, expect, it } from "vitest";
import { runStage, summary } from "./stage";

describe("the end of npm test", () => {
  it("is the sum over all parts, alone on the last line", () => {
    const text = summary([
      { name: "check", passed: 5, failed: 0, seconds: 12 },
      { name: "tests", passed: 120, failed: 2, seconds: 30.25 },
    ]);
    expect(text.split("\n").at(-1)).toBe("125 passed, 2 failed");
    expect(text).toContain("✗ tests    30.3 s  120 passed, 2 failed");
  });

  it("counts a part that cannot run as failed", async () => {
    const result = await runStage("browser", () => Promise.reject(new Error("no browser")));
    expect(result).toMatchObject({ passed: 0, failed: 1 });
  });
});
