import { z } from "zod";
import { Feedback } from "./feedback";
import { Identifier } from "./identifier";

/**
 * A run is one attempt to answer one message.
 * `queued` -> `running` -> `completed` | `stopped` (by the person) | `interrupted` (by us: offer a retry) | `failed`.
 */
export const RUN_STATUSES = ["queued", "running", "completed", "stopped", "interrupted", "failed"] as const;
export const RunStatus = z.enum(RUN_STATUSES);
export type RunStatus = z.infer<typeof RunStatus>;

export const ACTIVE_RUN_STATUSES = ["queued", "running"] as const satisfies RunStatus[];

export const isActive = (status: RunStatus): boolean => status === "queued" || status === "running";

/** What rides on an assistant message: how it came to be and how it ended. */
export const MessageMetadata = z.object({
  runId: Identifier.optional(),
  status: RunStatus.optional(),
  /** Which model wrote it, in the reader's words: "Offline analyst" or a model name. */
  model: z.string().optional(),
  createdAt: z.iso.datetime().optional(),
  /** Why it ended early, when `status` is `interrupted` or `failed`. */
  endedBecause: z.string().optional(),
  /** What the person thinks of it. */
  feedback: Feedback.optional(),
});
export type MessageMetadata = z.infer<typeof MessageMetadata>;
