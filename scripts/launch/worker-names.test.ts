import { describe, expect, it } from "vitest";
import { isWorkerName, workerNames } from "./worker-names";

describe("the workers of a copy", () => {
  it("are one, or as many as are asked for, each with a name of its own", () => {
    expect(workerNames({})).toEqual(["worker"]);
    expect(workerNames({ WORKER_COUNT: "3" })).toEqual(["worker", "worker-2", "worker-3"]);
    expect(workerNames({ WORKER_COUNT: "3" }).every(isWorkerName)).toBe(true);
  });

  it("are none when the web process is its own", () => {
    expect(workerNames({ WORKER_COUNT: "3", WORKER_MODE: "inline" })).toEqual([]);
  });
});
