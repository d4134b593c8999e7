import { hostname } from "node:os";
import { liveWorkers } from "../../lib/queue/worker-pulse";

/** The health of a worker's container: whether the worker of this host has lately said that it takes jobs. */
process.env.LOG_LEVEL = "silent";
const isHere = (await liveWorkers(Date.now())).some((id) => id.startsWith(`${hostname()}-`));
process.exit(isHere ? 0 : 1);
