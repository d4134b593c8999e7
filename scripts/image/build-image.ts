import { cpSync } from "node:fs";
import { join } from "node:path";
import { ensureBuild } from "../launch/build";
import { bundlePrograms } from "./bundle-programs";

/** Writes web, worker and their small programs into a folder that runs by Node alone: no package is installed beside it. */
export async function buildImage(folder: string): Promise<void> {
  const { folder: build } = await ensureBuild(new AbortController().signal);
  cpSync(build, folder, { recursive: true, verbatimSymlinks: true });
  await bundlePrograms(folder);
  cpSync("drizzle", join(folder, "drizzle"), { recursive: true });
}
