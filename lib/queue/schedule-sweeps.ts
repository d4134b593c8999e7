import { queueOf } from "./enqueue";

/** Sweep every few seconds, once for all workers together. Calling it again changes nothing. */
export async function scheduleSweeps(everyMs: number): Promise<void> {
  await queueOf("runs.sweep").upsertJobScheduler(
    "runs-sweep",
    { every: everyMs },
    { name: "runs.sweep", data: {} },
  );
}
