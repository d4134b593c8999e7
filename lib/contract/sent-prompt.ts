import { z } from "zod";

/** One message as the model was sent it. */
const SentMessage = z.object({
  role: z.enum(["system", "user", "assistant", "tool"]),
  content: z.string(),
  toolCalls: z.array(z.object({ id: z.string(), name: z.string(), args: z.unknown() })).optional(),
  toolCallId: z.string().optional(),
});
export type SentMessage = z.infer<typeof SentMessage>;

/** Answer of GET /api/chat/{conversationId}/runs/{runId}/prompts: one entry per call of the model, in their order. */
export const SentPrompts = z.object({
  calls: z.array(z.object({ sentAt: z.iso.datetime(), messages: z.array(SentMessage) })),
});
export type SentPrompts = z.infer<typeof SentPrompts>;
