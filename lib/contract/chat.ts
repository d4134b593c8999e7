import { z } from "zod";
import { Grounding } from "./grounding";
import { Identifier } from "./identifier";
import { MessageMetadata } from "./run";

export const MAX_MESSAGE_CHARACTERS = 8_000;
/** What every temporary chat is called: its question is in no title. */
export const TEMPORARY_TITLE = "Temporary chat";

/** A question as the person typed it. Only text: what else a client sends is refused, not dropped. */
const UserMessage = z.object({
  id: Identifier,
  role: z.literal("user"),
  parts: z
    .array(z.object({ type: z.literal("text"), text: z.string() }))
    .min(1, "The message is empty.")
    .max(20),
  metadata: MessageMetadata.optional(),
});

const SendMessageBody = z.discriminatedUnion("trigger", [
  z.object({
    trigger: z.literal("submit-message"),
    id: Identifier,
    message: UserMessage.refine((message) => message.parts.some((part) => part.text.trim() !== ""), {
      error: "The message is empty.",
    }).refine(
      (message) => message.parts.reduce((sum, part) => sum + part.text.length, 0) <= MAX_MESSAGE_CHARACTERS,
      {
        error: `The message is longer than ${MAX_MESSAGE_CHARACTERS} characters. Shorten it or send it in parts.`,
      },
    ),
    messageId: Identifier.nullish(),
    parentId: Identifier.nullable().optional(),
    isTemporary: z.boolean().optional(),
  }),
  z.object({
    trigger: z.literal("regenerate-message"),
    id: Identifier,
    messageId: Identifier.nullish(),
    requestId: Identifier.optional(),
    message: z.unknown().optional(),
  }),
]);

/** The AI SDK's own transport sends all `messages`; only the last one is new, the server has the others. */
function lastMessageOnly(body: unknown): unknown {
  if (typeof body !== "object" || body === null || "message" in body) return body;
  return "messages" in body && Array.isArray(body.messages)
    ? { ...body, message: body.messages.at(-1) }
    : body;
}

/**
 * Body of POST /api/chat: the AI SDK's request body, `id` being the conversation. The same message id again answers
 * with the same run. A question follows the answer that `parentId` names, null being the beginning; where that is left
 * out, the answer that is shown last. A second one at the same place is a branch beside the first. `regenerate-message`
 * answers the question again that `messageId` (an assistant message; the last one if it is left out) had answered, once
 * for each `requestId`. The first question of a conversation can make it temporary; later ones change nothing of that.
 */
export const SendMessage = z.preprocess(lastMessageOnly, SendMessageBody);
export type SendMessage = z.infer<typeof SendMessage>;

/** Body of POST /api/chat/{conversationId}/stop. `seenSeq`: the last chunk that the person saw; the kept text ends there. */
export const StopRun = z.object({ runId: Identifier.optional(), seenSeq: z.int().min(0).optional() });
export type StopRun = z.infer<typeof StopRun>;

/** One part of a stored or shown message: the AI SDK's `UIMessage` parts that we use. */
export const MessagePart = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string(), state: z.enum(["streaming", "done"]).optional() }),
  z.object({ type: z.literal("step-start") }),
  z.object({
    type: z.literal("dynamic-tool"),
    toolName: z.string(),
    toolCallId: z.string(),
    state: z.enum(["input-available", "output-available", "output-error"]),
    input: z.unknown(),
    output: z.unknown().optional(),
    errorText: z.string().optional(),
  }),
  /** Follows the text parts that it is about. */
  z.object({ type: z.literal("data-grounding"), id: z.string(), data: Grounding }),
]);
export type MessagePart = z.infer<typeof MessagePart>;

export const ChatMessage = z.object({
  id: Identifier,
  role: z.enum(["user", "assistant"]),
  parts: z.array(MessagePart),
  metadata: MessageMetadata.optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export type ConversationSummary = {
  id: Identifier;
  title: string;
  updatedAt: string;
  /** The run being written now, if any: the list shows a spinner. */
  activeRunId: Identifier | null;
  /** Both are left out where they are not so. */
  isPinned?: true | undefined;
  isArchived?: true | undefined;
};

/** Where a message stands in the tree of its conversation; null is the beginning. */
export type BranchNode = { id: Identifier; parentId: Identifier | null };

/**
 * A conversation as the page opens it: one line of messages, and where the messages of all other branches stand. The message of an active run is left out of `messages`: its stream
 * replays from the first chunk, so nothing can be missing or doubled.
 */
export type ConversationView = {
  id: Identifier;
  title: string;
  messages: ChatMessage[];
  elsewhere: BranchNode[];
  activeRunId: Identifier | null;
  /** In no list, and deleted when it is left. Both are left out where they are not so. */
  isTemporary?: true | undefined;
  isArchived?: true | undefined;
};
