import mongoose, { type Connection } from "mongoose";
import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";

/** How long an operation looks for the store before it is `unavailable`. */
const PATIENCE_MS = 5_000;

type Documents = { connection: Connection; opening: Promise<unknown> | undefined };

const state = lazy(
  "mongodb",
  (): Documents => ({ connection: mongoose.createConnection(), opening: undefined }),
);

/** One connection pool per process, for models; it opens with the first work. */
export const documents = (): Connection => state().connection;

/**
 * Once open, the driver finds the store again by itself. Only a first attempt that fails must be made again by us.
 * Indexes are made by `createDocumentIndexes`, never on the way of a request.
 */
async function open(): Promise<Connection> {
  const current = state();
  current.opening ??= current.connection
    .openUri(env().MONGODB_URI, {
      autoIndex: false,
      autoCreate: false,
      bufferCommands: false,
      serverSelectionTimeoutMS: PATIENCE_MS,
      appName: "purser",
    })
    .catch((error: unknown) => {
      current.opening = undefined;
      throw error;
    });
  await current.opening;
  return current.connection;
}

/**
 * Runs one piece of work on the document store.
 * @throws {AppError} `unavailable` when the store cannot be reached
 */
export async function withDocuments<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    await open();
    return await work();
  } catch (error) {
    if (!isUnreachable(error)) throw error;
    throw new AppError(
      "unavailable",
      "Your conversations cannot be reached just now. Please try again in a moment.",
      { cause: error },
    );
  }
}

const UNREACHABLE = /ServerSelection|Network|PoolCleared|NotConnected|TopologyClosed|BufferTimeout/;

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNREACHABLE.test(error.name) || /buffering timed out/.test(error.message);
}

/** @throws when the store does not answer */
export async function pingDocuments(): Promise<void> {
  const { db } = await open();
  await db?.command({ ping: 1 });
}

export async function closeDocuments(): Promise<void> {
  await state().connection.close();
}
