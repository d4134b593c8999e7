import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { checkReadiness } from "../lib/web/check-readiness";
import { chunksIn, newPerson, post, question, readAll, textIn, until } from "../tests/support/chat-harness";

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function start(env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const child = fork("workers/index.ts", { execArgv: ["--import", "tsx"], env, silent: true });
  children.push(child);
  return child;
}

const workerState = async () => (await checkReadiness()).worker;

describe("the worker process", () => {
  it("refuses to start with bad settings: one line for each, and exit code 1", async () => {
    const child = start({ ...process.env, REDIS_URL: "http://nowhere", WORKER_CONCURRENCY: "many" });
    let said = "";
    child.stderr?.on("data", (text) => {
      said += text;
    });
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(said).toMatch(/REDIS_URL must look like redis:/);
    expect(said).toMatch(/WORKER_CONCURRENCY/);
    expect(said).not.toContain("nowhere");
  });

  it("makes the service ready, answers, and goes in order when it is asked to", async () => {
    expect(await checkReadiness()).toMatchObject({
      isReady: false,
      status: "unavailable",
      postgres: "up",
      mongodb: "up",
      redis: "up",
      worker: "down",
    });
    const child = start();
    expect(await once(child, "message")).toEqual([{ type: "ready" }, undefined]);
    await until(workerState, (state) => state === "up");
    expect(await checkReadiness()).toMatchObject({ isReady: true, status: "ready" });
    const person = await newPerson();
    const chunks = chunksIn(
      await readAll(await post(person.id, question("How much did I spend on groceries last month?"))),
    );
    expect(chunks.at(-1)).toMatchObject({ type: "finish" });
    expect(textIn(chunks)).not.toBe("");
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
    expect(await workerState()).toBe("down");
  });

  it("goes when its launcher is gone", async () => {
    const child = start();
    await once(child, "message");
    child.disconnect();
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
