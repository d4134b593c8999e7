import type { Document } from "bson";

/** What a client gets as `{ok: 0, code, codeName, errmsg}`. Codes and names are MongoDB's own. */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    /** Extra fields of the answer, for example `keyPattern` and `keyValue` of a duplicate key. */
    readonly details: Document = {},
  ) {
    super(message);
    this.name = "CommandError";
  }
}

export const badValue = (message: string) => new CommandError(2, "BadValue", message);
export const failedToParse = (message: string) => new CommandError(9, "FailedToParse", message);
export const typeMismatch = (message: string) => new CommandError(14, "TypeMismatch", message);

/**
 * For what a real MongoDB can do and this server cannot: an error beats a silent wrong answer. Not code 20
 * (IllegalOperation): the driver takes that for "no retryable writes" and replaces the message.
 */
export const notSupported = (what: string) =>
  new CommandError(
    238,
    "NotImplemented",
    `${what} is not supported by the built-in MongoDB server. Set MONGODB_URI to a real MongoDB to use it.`,
  );

export const commandNotFound = (name: string) =>
  new CommandError(59, "CommandNotFound", `no such command: '${name}'`);

const MINGO_MEANINGS: { pattern: RegExp; code: number; codeName: string }[] = [
  { pattern: /immutable field/, code: 66, codeName: "ImmutableField" },
  { pattern: /would create a conflict/, code: 40, codeName: "ConflictingUpdateOperators" },
  { pattern: /unregistered pipeline operator|Unknown pipeline/, code: 40324, codeName: "Location40324" },
  { pattern: /is not registered/, code: 31325, codeName: "Location31325" },
  { pattern: /Unknown update operator/, code: 9, codeName: "FailedToParse" },
];

/** Any thrown value as a CommandError: mingo's complaints are about the request, the rest is our own fault. */
export function toCommandError(error: unknown): CommandError {
  if (error instanceof CommandError) return error;
  if (!(error instanceof Error)) return new CommandError(1, "InternalError", String(error));
  // The library sets no name on its errors; the class name is all that tells them apart.
  if (error.constructor.name === "MingoError") {
    const meaning = MINGO_MEANINGS.find(({ pattern }) => pattern.test(error.message));
    return new CommandError(meaning?.code ?? 2, meaning?.codeName ?? "BadValue", error.message);
  }
  if (error instanceof SyntaxError) {
    return new CommandError(51091, "Location51091", `Regular expression is invalid: ${error.message}`);
  }
  return new CommandError(1, "InternalError", `${error.name}: ${error.message}`);
}
