import { join } from "node:path";
import { bundleWorker } from "../launch/bundle-worker";

const PROGRAMS = ["scripts/image/migrate-database.ts", "scripts/image/check-worker.ts"];

/** Bundles what an image needs besides web and worker into its folder `programs`. */
export async function bundlePrograms(folder: string): Promise<void> {
  for (const program of PROGRAMS) await bundleWorker(program, join(folder, "programs"));
}
