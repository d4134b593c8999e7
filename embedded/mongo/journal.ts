import { type FileHandle, open, readFile, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Document } from "bson";
import { CommandError } from "./command-error";
import { decodeJournal, encodeRecord, JOURNAL_HEADER, type JournalContents } from "./journal-record";

/**
 * An append-only file. `append` only queues; `flushed` resolves when everything queued so far is on the disk.
 * One fsync covers all writers that wait at that moment (group commit).
 */
export class Journal {
  readonly #handle: FileHandle;
  #queue: Buffer[] = [];
  #writing: Promise<void> | undefined;
  #next: Promise<void> | undefined;
  #failure: CommandError | undefined;

  private constructor(handle: FileHandle) {
    this.#handle = handle;
  }

  /** Opens a journal that is known to be whole, see `readJournal` and `replaceJournal`. */
  static async open(file: string): Promise<Journal> {
    return new Journal(await open(file, "a", 0o600));
  }

  append(entry: Document): void {
    if (this.#failure) throw this.#failure;
    this.#queue.push(encodeRecord(entry));
  }

  async flushed(): Promise<void> {
    if (this.#queue.length > 0) this.#next ??= this.#writeNext();
    await (this.#next ?? this.#writing);
    if (this.#failure) throw this.#failure;
  }

  /** Waits for the batch under way; whatever is queued by then goes out together. */
  async #writeNext(): Promise<void> {
    await this.#writing;
    this.#next = undefined;
    this.#writing = this.#writeQueue();
    await this.#writing;
  }

  async #writeQueue(): Promise<void> {
    const batch = Buffer.concat(this.#queue);
    this.#queue = [];
    try {
      if (this.#failure) return;
      await this.#handle.appendFile(batch);
      await this.#handle.datasync();
    } catch (error) {
      // Memory is now ahead of the disk. After a failed fsync nobody knows what was written: stop for good.
      const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
      this.#failure = new CommandError(
        isFull ? 14031 : 1,
        isFull ? "OutOfDiskSpace" : "InternalError",
        `The journal could not be written (${String(error)}). Free disk space and restart the server.`,
      );
    }
  }

  async close(): Promise<void> {
    try {
      await this.flushed();
    } finally {
      await this.#handle.close();
    }
  }
}

/** Every entry of the journal; an absent file is an empty one. */
export async function readJournal(file: string): Promise<JournalContents> {
  try {
    return decodeJournal(await readFile(file), file);
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (!isAbsent) throw error;
    return { entries: [], length: 0, tornBytes: 0 };
  }
}

/** Puts a journal with just these entries in the place of the old one; a crash leaves one or the other whole. */
export async function replaceJournal(file: string, entries: Iterable<Document>): Promise<void> {
  const draft = `${file}.new`;
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.appendFile(JOURNAL_HEADER);
    for (const batch of batches(entries)) await handle.appendFile(batch);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const directory = await open(dirname(file), "r");
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function* batches(entries: Iterable<Document>): Generator<Buffer> {
  let batch: Buffer[] = [];
  let size = 0;
  for (const entry of entries) {
    const record = encodeRecord(entry);
    batch.push(record);
    size += record.length;
    if (size > 4_000_000) {
      yield Buffer.concat(batch);
      [batch, size] = [[], 0];
    }
  }
  yield Buffer.concat(batch);
}
