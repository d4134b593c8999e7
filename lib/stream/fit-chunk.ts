import type { StreamChunk } from "../contract/stream-chunk";

/** What proxies and parsers on the way like to take as one event. Text is cut into pieces far below. */
export const MAX_CHUNK_BYTES = 64 * 1024;

const TOO_LARGE = "The result is too large to be shown here.";
const MAX_ERROR_CHARACTERS = 8_192;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The chunk as it may stand in the log: no larger than one event may be. Of a tool's result the longest list is
 * shortened from its end and `truncated` says so; its totals and counts cover everything as before. The model is
 * told by other ways and misses nothing.
 */
export function fitChunk(chunk: StreamChunk): StreamChunk {
  if (chunk.type === "text-delta" || bytesOf(chunk) <= MAX_CHUNK_BYTES) return chunk;
  switch (chunk.type) {
    case "tool-output-available": {
      const output = shortened(chunk.output, MAX_CHUNK_BYTES - bytesOf({ ...chunk, output: null }));
      if (output !== undefined) return { ...chunk, output };
      const { toolCallId } = chunk;
      return { type: "tool-output-error", toolCallId, errorText: TOO_LARGE, dynamic: true };
    }
    case "tool-input-available":
      return { ...chunk, input: { truncated: true } };
    case "tool-output-error":
    case "error":
      return { ...chunk, errorText: chunk.errorText.slice(0, MAX_ERROR_CHARACTERS) };
    default:
      throw new Error(`A chunk of type ${chunk.type} is larger than an event may be.`);
  }
}

/** @returns undefined when there is no list to shorten, or nothing helps */
function shortened(output: unknown, maxBytes: number): unknown {
  if (!isObject(output)) return undefined;
  const fitted: Record<string, unknown> = { ...output, truncated: true };
  for (let excess = bytesOf(fitted) - maxBytes; excess > 0; excess = bytesOf(fitted) - maxBytes) {
    const lists = Object.entries(fitted).filter(
      (entry): entry is [string, unknown[]] => Array.isArray(entry[1]) && entry[1].length > 0,
    );
    const sized = lists.map(([key, list]) => ({ key, list, bytes: bytesOf(list) }));
    const largest = sized.reduce((one, other) => (other.bytes > one.bytes ? other : one), {
      key: "",
      list: [] as unknown[],
      bytes: 0,
    });
    if (largest.key === "") return undefined;
    fitted[largest.key] = withoutEnd(largest.list, excess);
  }
  return fitted;
}

/** The list without so many of its last items that it is shorter by `bytes`, or empty. */
function withoutEnd(list: unknown[], bytes: number): unknown[] {
  let kept = list.length;
  for (let removed = 0; kept > 0 && removed < bytes; kept -= 1) removed += bytesOf(list[kept - 1]) + 1;
  return list.slice(0, kept);
}
