import { isDeepStrictEqual } from "node:util";
import type { MessagePart } from "../contract/chat";
import { StreamChunk } from "../contract/stream-chunk";
import type { LogEntry } from "../stream/run-log";
import { TOOL_CUT_SHORT } from "./ending";
import { ChunkFold } from "./fold-chunks";

/** The message that entries of a log make, with what they leave open closed: as it is stored when a run ends there. */
export function foldLog(entries: readonly Pick<LogEntry, "json" | "terminal">[]): ChunkFold {
  const chunks = entries
    .filter(({ terminal }) => !terminal)
    .map(({ json }) => StreamChunk.parse(JSON.parse(json)));
  const fold = ChunkFold.of(chunks);
  for (const chunk of fold.closing(TOOL_CUT_SHORT)) fold.add(chunk);
  return fold;
}

/** Whether these parts are the stored ones: a store keeps nothing that is undefined. */
export const isStoredAs = (fold: ChunkFold, stored: readonly MessagePart[]): boolean =>
  isDeepStrictEqual(plain(fold.parts), plain(stored));

const plain = (parts: readonly MessagePart[]): unknown => JSON.parse(JSON.stringify(parts));
