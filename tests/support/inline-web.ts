import { bootWeb } from "../../workers/boot-web";

/** What a web process with WORKER_MODE=inline does before its first request, in a process that a test may end. */
await bootWeb();
process.send?.("ready");
