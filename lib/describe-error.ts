/** Fields that tell what failed and hold nothing of anybody's: codes, names of constraints, HTTP status. */
const SAFE_FIELDS = [
  "code",
  "status",
  "constraint_name",
  "table_name",
  "severity",
  "kind",
  "syscall",
  "requestId",
];
const MAX_DEPTH = 6;
const MAX_ERRORS = 5;
const MAX_MESSAGE = 2_000;
const MAX_FIELD = 100;

/** Where libraries write values into their messages; what remains still says what went wrong. */
const VALUES_IN_MESSAGES: [RegExp, string][] = [
  // Drizzle: every parameter of the query.
  [/\nparams: [\s\S]*$/, ""],
  // MongoDB: the values of a key that is taken.
  [/ dup key: [\s\S]*$/, ""],
  // Redis: the arguments of a command that it does not know.
  [/,? with args beginning with: [\s\S]*$/, ""],
  // LangChain: the arguments of a tool, the words of a model.
  [/ with kwargs [\s\S]*$/, ""],
  [/^Failed to parse\. Text: [\s\S]*$/, "Failed to parse."],
  // JSON.parse: the text around the place.
  [/,? \S*"[\s\S]*(?= is not valid JSON$)/, ": the text"],
];

type Described = { type: string; message?: string; cause?: unknown; [field: string]: unknown };

/**
 * An error as the log may show it: type, message, codes, stack and causes. The errors of drivers also carry parameters,
 * rows, requests and headers, as fields and inside the message; so fields are let in by name and messages lose their values.
 */
export function describeError(thrown: unknown, depth = 0): unknown {
  if (typeof thrown === "string") return withoutValues(thrown);
  if (typeof thrown !== "object" || thrown === null) return thrown;
  if (depth === MAX_DEPTH) return { type: "TooDeep" };
  const { cause, errors, err, reason } = thrown as Record<string, unknown>;
  const described = thrown instanceof Error ? describeThrown(thrown) : describePlain(thrown, reason);
  // Auth.js wraps: { cause: { err, provider } }.
  const inner = cause ?? (err instanceof Error ? err : undefined);
  if (inner !== undefined) described.cause = describeError(inner, depth + 1);
  if (typeof errors === "object" && errors !== null) {
    // An array in AggregateError, one per path in Mongoose's ValidationError.
    const each = Object.values(errors).slice(0, MAX_ERRORS);
    described.errors = each.map((error) => describeError(error, depth + 1));
  }
  return described;
}

function describeThrown(error: Error): Described {
  const type = error.name === "Error" ? error.constructor.name : error.name;
  const message = messageOf(error);
  return { type, message, ...safeFields(error), stack: `${type}: ${message}${framesOf(error)}` };
}

const describePlain = (thrown: object, reason: unknown): Described => ({
  type: "Object",
  ...safeFields(thrown),
  ...(typeof reason === "string" && { reason: withoutValues(reason) }),
});

function messageOf(error: Error): string {
  const { code, kind, path, errors } = error as Error & Record<string, unknown>;
  // Mongoose quotes the value that it refuses; the path and the kind of check say enough.
  if (typeof kind === "string" && typeof path === "string") return `Check "${kind}" failed at path ${path}.`;
  if (error.name === "ValidationError" && errors) return `Not valid: ${Object.keys(errors).join(", ")}.`;
  const message = withoutValues(error.message);
  // SQLSTATE class 22, data exception: what PostgreSQL quotes there is the value, not a name.
  return typeof code === "string" && /^22...$/.test(code) ? message.replace(/"[\s\S]*"/, '"…"') : message;
}

function withoutValues(message: string): string {
  let clean = message;
  for (const [values, rest] of VALUES_IN_MESSAGES) clean = clean.replace(values, rest);
  return clean.slice(0, MAX_MESSAGE);
}

/** The places alone: the stack begins with the message as it was. */
function framesOf({ stack = "", message }: Error): string {
  const start = stack.indexOf(message);
  const rest = start === -1 ? stack : stack.slice(start + message.length);
  const frames = rest.split("\n").filter((line) => /^\s+at \S/.test(line));
  return frames.map((line) => `\n${line}`).join("");
}

function safeFields(thrown: object): Record<string, string | number> {
  const fields: Record<string, string | number> = {};
  for (const name of SAFE_FIELDS) {
    const value: unknown = (thrown as Record<string, unknown>)[name];
    if (typeof value === "number") fields[name] = value;
    if (typeof value === "string") fields[name] = value.slice(0, MAX_FIELD);
  }
  return fields;
}
