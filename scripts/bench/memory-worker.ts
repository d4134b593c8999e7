import { handlers } from "../../workers/handlers";
import { leaveInOrder } from "../../workers/leave-in-order";
import { startWorker } from "../../workers/start-worker";

const EVERY_MS = 25;

/** The worker, which tells its parent how much memory it uses. */
const leave = leaveInOrder(await startWorker(handlers));
process.on("SIGTERM", leave);
process.on("disconnect", () => leave("disconnect"));
setInterval(() => {
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ rss, heapUsed });
}, EVERY_MS);
