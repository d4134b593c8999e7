import { randomUUID } from "node:crypto";
import { it, vi } from "vitest";
import { enqueue } from "./enqueue";
import { HandedBack } from "./handed-back";
import type { JobHandlers } from "./jobs";
import { startConsumers } from "./start-consumers";

const never = () => Promise.reject(new Error("No such job was given."));
const answering = (answer: JobHandlers["answer.generate"]): JobHandlers => ({
  "answer.generate": answer,
  "bank.sync": never,
  "bank.news": never,
  "bank.endLink": never,
  "insights.refresh": never,
  "digest.write": never,
  "account.delete": never,
  "conversation.forget": never,
});

it("a job that is handed back wakes a worker that waits, instead of lying there until it looks", async () => {
  const runId = randomUUID();
  let hasBegun = false;
  let takenAgain: string | undefined;
  const leaving = await startConsumers(
    answering(async (_, signal) => {
      hasBegun = true;
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      throw new HandedBack();
    }),
  );
  await enqueue("answer.generate", { runId, turn: 3 }, { jobId: runId, priority: 3 });
  await vi.waitUntil(() => hasBegun, 30_000);
  // It would look by itself after ten minutes.
  const waiting = await startConsumers(
    answering(async (job) => {
      takenAgain = job.runId;
    }),
    { drainDelay: 600 },
  );
  await leaving.close(0);
  await vi.waitUntil(() => takenAgain === runId, 30_000);
  await waiting.close(1_000);
});
