import { EnvironmentError, env } from "../lib/env";

const GRACE_MS = 5_000;

/** Checks the settings before the first request and, with WORKER_MODE=inline, makes the web process its own worker. */
export async function bootWeb(): Promise<void> {
  try {
    if (env().WORKER_MODE !== "inline") return;
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  const [{ startWorker }, { handlers }] = await Promise.all([import("./start-worker"), import("./handlers")]);
  const worker = await startWorker(handlers);
  const stop = () => void worker.stop(GRACE_MS);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
