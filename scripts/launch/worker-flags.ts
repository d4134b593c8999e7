/**
 * For the Node that runs the bundled worker: a bank of 100,000 rows is to fit into 250 MB (`npm run bench -- large-item`). A small
 * nursery is collected often, and the old generation when it is two and a half times what was alive the last time: 220 MB instead
 * of 280, at no cost that can be measured. `--optimize-for-size` takes 140, but a word of an answer then costs a quarter more.
 */
export const WORKER_FLAGS = ["--max-semi-space-size=4", "--heap-growing-percent=150"] as const;
