import { z } from "zod";
import { Grounding } from "./grounding";
import { MessageMetadata } from "./run";

/**
 * The part of the AI SDK's UI message stream (v1) that we emit; a stock AI SDK client reads it unchanged.
 * https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
 * Tools arrive as dynamic tools: their names are data, not types of the client.
 */
export const StreamChunk = z.discriminatedUnion("type", [
  z.object({ type: z.literal("start"), messageId: z.string(), messageMetadata: MessageMetadata.optional() }),
  z.object({ type: z.literal("start-step") }),
  z.object({ type: z.literal("text-start"), id: z.string() }),
  z.object({ type: z.literal("text-delta"), id: z.string(), delta: z.string() }),
  z.object({ type: z.literal("text-end"), id: z.string() }),
  z.object({
    type: z.literal("tool-input-available"),
    toolCallId: z.string(),
    toolName: z.string(),
    input: z.unknown(),
    dynamic: z.literal(true),
  }),
  z.object({
    type: z.literal("tool-output-available"),
    toolCallId: z.string(),
    output: z.unknown(),
    dynamic: z.literal(true),
  }),
  z.object({
    type: z.literal("tool-output-error"),
    toolCallId: z.string(),
    errorText: z.string(),
    dynamic: z.literal(true),
  }),
  z.object({ type: z.literal("finish-step") }),
  z.object({ type: z.literal("data-grounding"), id: z.string(), data: Grounding }),
  z.object({ type: z.literal("message-metadata"), messageMetadata: MessageMetadata }),
  z.object({ type: z.literal("finish"), messageMetadata: MessageMetadata.optional() }),
  z.object({ type: z.literal("abort"), reason: z.string().optional() }),
  z.object({ type: z.literal("error"), errorText: z.string() }),
]);
export type StreamChunk = z.infer<typeof StreamChunk>;

/**
 * How many answers are ahead of one that waits: told to its reader, beside the log and without a number. 0 is "next".
 * `transient`: an AI SDK client hands it on and keeps it out of the message.
 */
export const QueuePlace = z.object({
  type: z.literal("data-queue"),
  data: z.object({ ahead: z.int().min(0) }),
  transient: z.literal(true),
});
export type QueuePlace = z.infer<typeof QueuePlace>;

/** Only these end a run. A closed connection, silence, 404 or 204 never means "finished". */
export const isTerminal = (chunk: StreamChunk): boolean =>
  chunk.type === "finish" || chunk.type === "abort" || chunk.type === "error";
