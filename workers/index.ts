import { EnvironmentError, env } from "../lib/env";
import { AppError } from "../lib/errors";
import { handlers } from "./handlers";
import { leaveInOrder } from "./leave-in-order";
import { startWorker } from "./start-worker";

async function main(): Promise<void> {
  env();
  const leave = leaveInOrder(await startWorker(handlers));
  process.on("SIGTERM", leave);
  process.on("SIGINT", leave);
  // The launcher is gone, however it went: nobody would stop this process any more.
  process.on("disconnect", () => leave("disconnect"));
  // Tells a launcher that waits for it.
  process.send?.({ type: "ready" });
}

main().catch((error: unknown) => {
  if (error instanceof EnvironmentError) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`The worker cannot start: ${explain(error)}\n`);
  process.exit(1);
});

/** Our own errors are written to be read; of others the place is the best that we know. */
function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? String(error.stack) : String(error);
}
