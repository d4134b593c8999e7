import { chmod, cp, lstat, readdir } from "node:fs/promises";
import { join } from "node:path";

/** Copies a folder with its links as they are; `readableByAll` opens the copy to every account. */
export async function copyTree(
  from: string,
  to: string,
  { readableByAll = false }: { readableByAll?: boolean } = {},
): Promise<void> {
  await cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  if (readableByAll) await openTree(to);
}

async function openTree(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return;
  if (!status.isDirectory()) {
    await chmod(path, status.mode & 0o111 ? 0o755 : 0o644);
    return;
  }
  await chmod(path, 0o755);
  for (const name of await readdir(path)) await openTree(join(path, name));
}
