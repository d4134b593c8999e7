import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { until } from "../../tests/support/chat-harness";
import { appendToLog, openLog } from "./run-log";
import { subscribeToRun } from "./run-subscriber";

it("costs an idle stream nothing, however many there are: a chunk wakes its own readers only", async () => {
  const heard = new Map<string, number>();
  const listen = (name: string, runId: string) =>
    subscribeToRun(runId, () => heard.set(name, (heard.get(name) ?? 0) + 1));
  const busy = randomUUID();
  const leave = await Promise.all([
    ...Array.from({ length: 500 }, () => listen("idle", randomUUID())),
    listen("first reader", busy),
    listen("second reader", busy),
  ]);
  await openLog(busy, 1);
  for (let after = 0; after < 100; after += 1)
    await appendToLog(busy, { attempt: 1, after, chunks: ['{"type":"start-step"}'], terminal: false });
  await until(() => heard.get("second reader") === 100);
  expect(Object.fromEntries(heard)).toEqual({ "first reader": 100, "second reader": 100 });
  for (const stop of leave) stop();
});
