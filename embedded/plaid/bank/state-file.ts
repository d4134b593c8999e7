import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { BankState, emptyState } from "./state";

const FILE = "bank.json";

export type StateFile = {
  /** Resolves when everything that the state held at the time of the call is on disk. */
  save(state: BankState): Promise<void>;
};

/** @throws when the file is there but is not what this bank wrote, with the remedy */
async function load(path: string): Promise<BankState> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return emptyState();
    throw error;
  }
  try {
    return BankState.parse(JSON.parse(text));
  } catch (error) {
    throw new Error(
      `The sandbox bank cannot read ${path}. Move the file away to start with an empty bank; people then link their accounts again.`,
      { cause: error },
    );
  }
}

/** A reader after a crash sees the old file or the new one, never a half: write aside, flush, rename, flush the folder. */
async function replace(directory: string, text: string): Promise<void> {
  const path = join(directory, FILE);
  const aside = await open(`${path}.new`, "w", 0o600);
  try {
    await aside.writeFile(text);
    await aside.sync();
  } finally {
    await aside.close();
  }
  await rename(`${path}.new`, path);
  const folder = await open(directory, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Opens the state of a bank in this directory; without one it lives in memory only. Writes never overlap, and calls
 * that wait for the same write share it.
 */
export async function openStateFile(
  directory: string | undefined,
): Promise<{ state: BankState; file: StateFile }> {
  if (directory === undefined) {
    return { state: emptyState(), file: { save: () => Promise.resolve() } };
  }
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const state = await load(join(directory, FILE));
  let writing: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const save = (current: BankState) => {
    if (next !== null) return next;
    const before = writing;
    const write = async () => {
      await before.catch(() => undefined); // Its own caller was told; this write starts afresh.
      next = null;
      await replace(directory, JSON.stringify(current));
    };
    next = write();
    writing = next;
    return next;
  };
  return { state, file: { save } };
}
