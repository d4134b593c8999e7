import mongoose, { type Connection } from "mongoose";
import { env } from "../env";
import { AppError } from "../errors";
import { lazy } from "../lazy";

const CONNECT_MS = 5_000;

/** One connection pool per process. Indexes are made by `createDocumentIndexes`, never on the way of a request. */
const connection = lazy("mongodb", () =>
  mongoose.createConnection(env().MONGODB_URI, {
    autoIndex: false,
    autoCreate: false,
    serverSelectionTimeoutMS: CONNECT_MS,
    appName: "purser",
  }),
);

export const documents = (): Connection => connection();

/**
 * Runs one piece of work on the document store.
 * @throws {AppError} `unavailable` when the store cannot be reached
 */
export async function withDocuments<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
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
  const open = await documents().asPromise();
  await open.db?.command({ ping: 1 });
}

export async function closeDocuments(): Promise<void> {
  await documents().close();
}
