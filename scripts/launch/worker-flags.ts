/**
 * For the Node that runs the bundled worker. V8 collects young and often: a bank of 100,000 rows takes 140 MB instead of
 * 280, at the same speed, because the time goes into Postgres and JSON and not into hot loops (`npm run bench -- large-item`).
 */
export const WORKER_FLAGS = ["--optimize-for-size"] as const;
