/**
 * For the Node that runs the bundled worker. A small nursery is collected often, so that a bank of 100,000 rows takes 240 MB instead
 * of 280 (`npm run bench -- large-item`). `--optimize-for-size` takes 140, but a word of an answer then costs a quarter more.
 */
export const WORKER_FLAGS = ["--max-semi-space-size=4"] as const;
