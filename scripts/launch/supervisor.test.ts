import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Exit } from "../../embedded/process/server-process";
import { ProcessRegister } from "./process-record";
import { type Running, Supervisor } from "./supervisor";

/** A part that lives until it is told to end. */
function livingPart(): Running & { end(exit: Exit): void; stops: number } {
  let end: (exit: Exit) => void = () => undefined;
  const exited = new Promise<Exit>((resolve) => {
    end = resolve;
  });
  const part = {
    pid: process.pid,
    exited,
    end,
    stops: 0,
    stop: async () => {
      part.stops += 1;
      end({ code: 0, signal: null });
    },
  };
  return part;
}

describe("the supervisor", () => {
  let folder: string;
  let supervisor: Supervisor;
  const registered = () => Object.keys(JSON.parse(readFileSync(join(folder, "processes.json"), "utf8")));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "purser-supervisor-"));
    supervisor = new Supervisor(new ProcessRegister(join(folder, "processes.json")));
    vi.spyOn(console, "error").mockImplementation(() => undefined);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(folder, { recursive: true, force: true });
  });

  it("starts a part again that dies, and says so", async () => {
    const parts = [livingPart(), livingPart()];
    let starts = 0;
    await supervisor.run("redis", async () => parts[starts++] ?? livingPart());
    parts[0]?.end({ code: null, signal: "SIGKILL" });
    await vi.waitFor(() => expect(starts).toBe(2), { timeout: 5_000 });
    expect(console.error).toHaveBeenCalledWith("! redis ended (SIGKILL); starting it again");
    await supervisor.stop(["redis"]);
    expect(parts[1]?.stops).toBe(1);
  });

  it("does not start a part again that it has stopped", async () => {
    let starts = 0;
    await supervisor.run("web", async () => {
      starts += 1;
      return livingPart();
    });
    await supervisor.stop(["web"]);
    expect(starts).toBe(1);
    expect(registered()).toEqual([]);
  });

  it("also stops what was only being started when it was told to stop", async () => {
    const part = livingPart();
    let finish: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const run = supervisor.run("postgres", async () => {
      await slow;
      return part;
    });
    const stopped = supervisor.stop(["postgres"]);
    finish();
    await Promise.all([run, stopped]);
    expect(part.stops).toBe(1);
  });

  it("starts nothing any more once it is stopping", async () => {
    await supervisor.stop([]);
    await expect(supervisor.run("web", async () => livingPart())).rejects.toThrow("stopped");
  });

  it("notes who runs, for the start after a kill", async () => {
    await supervisor.run("mongo", async () => livingPart());
    expect(registered()).toEqual(["mongo"]);
    await supervisor.stop(["mongo"]);
  });
});
