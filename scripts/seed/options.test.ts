import { describe, expect, it } from "vitest";
import { parseSeedOptions } from "./options";

describe("parseSeedOptions", () => {
  it("seeds the demo person when nothing is said", () => {
    expect(parseSeedOptions([])).toEqual({ users: 1, months: 24, seed: 1, json: false });
  });

  it("reads every option", () => {
    const args = ["--users", "3", "--months", "6", "--seed", "7", "--json"];
    expect(parseSeedOptions(args)).toEqual({ users: 3, months: 6, seed: 7, json: true });
  });

  it.each([
    [["--users", "0"], "--users must be a whole number from 1 to 1000"],
    [["--months", "a"], "--months must be a whole number"],
    [["--seed", "1.5"], "--seed must be a whole number"],
    [["--user", "3"], "Unknown option '--user'"],
    [["three"], "Unexpected argument 'three'"],
  ])("refuses %j", (args, message) => {
    expect(() => parseSeedOptions(args)).toThrow(message);
  });
});
