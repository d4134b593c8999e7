import { z } from "zod";
import type { ConversationSummary } from "./chat";
import { Identifier } from "./identifier";
import { RunStatus } from "./run";

/** Raised when a client that knows this version would misread the next one; a new kind of event does not need that. */
const VERSION = 1;

const ListedConversation = z.object({
  id: Identifier,
  title: z.string(),
  updatedAt: z.iso.datetime(),
  activeRunId: Identifier.nullable(),
  isPinned: z.literal(true).optional(),
  isArchived: z.literal(true).optional(),
}) satisfies z.ZodType<ConversationSummary>;

/** What a person's open tabs are told. Only what lists and signs need: no text of a message, no amount. */
export const PersonEvent = z.discriminatedUnion("type", [
  /** How things stand now; comes first, and whenever changes may have been missed. `personId`: whose feed this is. */
  z.object({
    type: z.literal("snapshot"),
    personId: Identifier,
    conversations: z.array(ListedConversation),
  }),
  /** A run began (with the row of its conversation in the list) or ended. */
  z.object({
    type: z.literal("run"),
    conversationId: Identifier,
    runId: Identifier,
    status: RunStatus,
    conversation: ListedConversation.pick({ title: true, updatedAt: true }).optional(),
  }),
  z.object({ type: z.literal("conversation"), id: Identifier, title: z.string() }),
  /** How a conversation stands in the list now: it was pinned, archived, or restored after it was deleted. */
  z.object({ type: z.literal("conversation-listed"), conversation: ListedConversation }),
  z.object({ type: z.literal("conversation-deleted"), id: Identifier }),
  /** A bank was linked, read, has a problem (its person may have to act), or was removed. */
  z.object({
    type: z.literal("bank"),
    connectionId: Identifier,
    state: z.enum(["linked", "read", "problem", "removed"]),
  }),
  /** A proposal was applied, undone or dismissed: whoever shows it asks how it stands. */
  z.object({ type: z.literal("proposal"), id: Identifier }),
  /** A device was signed out, perhaps this one. */
  z.object({ type: z.literal("sessions") }),
]);
export type PersonEvent = z.infer<typeof PersonEvent>;
export type EventsSnapshot = Extract<PersonEvent, { type: "snapshot" }>;

const Envelope = z.object({ v: z.literal(VERSION), event: PersonEvent });

export const writeEvent = (event: PersonEvent): string => JSON.stringify({ v: VERSION, event });

/** @returns null for what this version does not know: an older client skips what a newer server says, and the reverse */
export function readEvent(json: string): PersonEvent | null {
  try {
    const parsed = Envelope.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data.event : null;
  } catch {
    // Not JSON: cut off on the way. A snapshot follows.
    return null;
  }
}
