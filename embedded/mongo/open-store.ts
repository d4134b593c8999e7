import { join } from "node:path";
import { lockDirectory } from "../process/directory-lock";
import { Journal, readJournal, replaceJournal } from "./journal";
import { Store } from "./store";

export interface OpenStore {
  store: Store;
  close(): Promise<void>;
}

/**
 * Locks the directory, reads its journal and compacts it: only what is alive stays.
 * @throws Error when another server has the directory, or CorruptJournal.
 */
export async function openStore(directory: string, log: (line: string) => void): Promise<OpenStore> {
  const unlock = lockDirectory(directory, "built-in MongoDB server");
  try {
    const file = join(directory, "journal.bson");
    const { entries, length, tornBytes } = await readJournal(file);
    if (tornBytes > 0) {
      log(`dropped ${tornBytes} bytes at the end of ${file}: a write that was never acknowledged`);
    }
    const store = new Store();
    for (const entry of entries) store.apply(entry);
    const alive = [...store.entries()];
    const isCompact = length > 0 && tornBytes === 0 && alive.length === entries.length;
    if (!isCompact) await replaceJournal(file, alive);
    const journal = await Journal.open(file);
    store.attach(journal);
    return { store, close: () => journal.close().finally(unlock) };
  } catch (error) {
    unlock();
    throw error;
  }
}
