import { EnvironmentError, env } from "../lib/env";
import { log } from "../lib/log";

/** Enough for the last chunks of an answer to reach the readers of this process. */
const LINGER_MS = 300;

/** Checks the settings before the first request and, with WORKER_MODE=inline, makes the web process its own worker. */
export async function bootWeb(): Promise<void> {
  try {
    if (env().WORKER_MODE !== "inline") return;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const [{ startWorker }, { handlers }, { leaveInOrder }] = await Promise.all([
    import("./start-worker"),
    import("./handlers"),
    import("./leave-in-order"),
  ]);
  if (process.listenerCount("SIGTERM") > 0)
    log().warn(
      "Next handles SIGTERM itself and will not wait for running answers. Start the web process with NEXT_MANUAL_SIG_HANDLE=true.",
    );
  const leave = leaveInOrder(await startWorker(handlers), LINGER_MS);
  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
}
