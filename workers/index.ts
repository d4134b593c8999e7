import { closeDatabase } from "../lib/db/client";
import { closeDocuments } from "../lib/documents/connection";
import { EnvironmentError, env } from "../lib/env";
import { log } from "../lib/log";
import { closeQueues } from "../lib/queue/enqueue";
import { closeRedis } from "../lib/redis";
import { closeStopDesk } from "../lib/stream/stop-signals";
import { handlers } from "./handlers";
import { startWorker } from "./start-worker";

/** Running answers get this long to finish before they end as interrupted. */
const GRACE_MS = 10_000;
/** After this nothing is waited for any more: whoever asked us to go kills at 15 s. */
const DEADLINE_MS = 14_000;

async function main(): Promise<void> {
  env();
  const worker = await startWorker(handlers);
  // Tells a launcher that waits for it.
  process.send?.({ type: "ready" });
  let isStopping = false;
  const stop = async (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    log().info({ reason }, "worker stopping");
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    await worker.stop(GRACE_MS);
    closeStopDesk();
    await Promise.allSettled([closeQueues(), closeRedis(), closeDatabase(), closeDocuments()]);
    process.exit(0);
  };
  const stopOn = (reason: string) => () => {
    stop(reason).catch((error: unknown) => {
      log().fatal({ err: error }, "worker did not stop in order");
      process.exit(1);
    });
  };
  process.on("SIGTERM", stopOn("SIGTERM"));
  process.on("SIGINT", stopOn("SIGINT"));
  // The launcher is gone, however it went: nobody would stop this process any more.
  process.on("disconnect", stopOn("disconnect"));
}

main().catch((error: unknown) => {
  if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`The worker cannot start: ${error instanceof Error ? error.stack : error}\n`);
  process.exit(1);
});
