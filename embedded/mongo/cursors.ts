import { CommandError } from "./command-error";
import { encodeCursorReply } from "./wire";

/** A reply with its envelope must fit into MongoDB's 16 MB. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024 - 16 * 1024;
const DEFAULT_FIRST_BATCH = 101;
/** As in MongoDB: a cursor that nobody asks for is closed. */
const IDLE_MILLISECONDS = 10 * 60 * 1000;

interface OpenCursor {
  namespace: string;
  rest: Uint8Array[];
  batchSize: number | undefined;
  session: string | undefined;
  usedAt: number;
}

export interface FirstBatch {
  namespace: string;
  documents: Uint8Array[];
  batchSize: number | undefined;
  singleBatch?: boolean;
  session: string | undefined;
}

/** Results that did not fit into one reply. They are snapshots: later writes do not show. */
export class CursorStore {
  readonly #cursors = new Map<bigint, OpenCursor>();
  #nextId = 1n;

  constructor(private readonly now: () => number = Date.now) {}

  get count(): number {
    return this.#cursors.size;
  }

  first(result: FirstBatch): Uint8Array {
    this.#dropIdle();
    const size = result.batchSize ?? DEFAULT_FIRST_BATCH;
    const count = batchLength(result.documents, size);
    const rest = result.documents.slice(count);
    const isOpen = rest.length > 0 && !result.singleBatch;
    const id = isOpen ? this.#nextId++ : 0n;
    if (isOpen) {
      const { namespace, batchSize, session } = result;
      this.#cursors.set(id, { namespace, rest, batchSize, session, usedAt: this.now() });
    }
    return encodeCursorReply("firstBatch", result.documents.slice(0, count), id, result.namespace);
  }

  next(id: bigint, namespace: string, batchSize: number | undefined): Uint8Array {
    this.#dropIdle();
    const cursor = this.#cursors.get(id);
    if (cursor === undefined) throw new CommandError(43, "CursorNotFound", `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(
        13,
        "Unauthorized",
        `cursor id ${id} belongs to ${cursor.namespace}, not ${namespace}`,
      );
    }
    const count = batchLength(cursor.rest, batchSize || Number.POSITIVE_INFINITY);
    const batch = cursor.rest.slice(0, count);
    cursor.rest = cursor.rest.slice(count);
    cursor.usedAt = this.now();
    const isDone = cursor.rest.length === 0;
    if (isDone) this.#cursors.delete(id);
    return encodeCursorReply("nextBatch", batch, isDone ? 0n : id, namespace);
  }

  kill(id: bigint): boolean {
    return this.#cursors.delete(id);
  }

  endSessions(sessions: ReadonlySet<string>): void {
    for (const [id, { session }] of this.#cursors) {
      if (session !== undefined && sessions.has(session)) this.#cursors.delete(id);
    }
  }

  #dropIdle(): void {
    const limit = this.now() - IDLE_MILLISECONDS;
    for (const [id, { usedAt }] of this.#cursors) if (usedAt < limit) this.#cursors.delete(id);
  }
}

/** How many documents go into one reply: at least one, so that every cursor ends. */
function batchLength(documents: Uint8Array[], limit: number): number {
  let bytes = 0;
  let count = 0;
  for (const document of documents) {
    // Type byte and index come on top of the document.
    bytes += document.length + 12;
    if (count >= limit || (count > 0 && bytes > MAX_BATCH_BYTES)) break;
    count++;
  }
  return count;
}
