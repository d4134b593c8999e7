import { z } from "zod";
import { Identifier } from "../contract/identifier";

/** Every job there is: its name and its payload. A missing handler does not compile. Payloads hold ids, never data. */
export const JOBS = {
  /** `turn` is the priority, see the table of runs. */
  "answer.generate": z.object({ runId: Identifier, turn: z.int().min(1).default(1) }),
  "bank.sync": z.object({ itemId: Identifier }),
  "bank.news": z.object({}),
  "bank.endLink": z.object({ linkId: Identifier }),
  "insights.refresh": z.object({ userId: Identifier }),
  "digest.write": z.object({ userId: Identifier }),
  "account.delete": z.object({ userId: Identifier }),
  "conversation.forget": z.object({ conversationId: Identifier }),
} as const satisfies Record<string, z.ZodType>;

/**
 * Jobs that something deleted is named by alone: their promise is kept when they are done, not when they are in the queue.
 */
const DONE_KEEPS: ReadonlySet<string> = new Set<JobName>(["account.delete", "conversation.forget"]);
export const isKeptWhenDone = (job: string): boolean => DONE_KEEPS.has(job);

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
export type JobHandlers = {
  [Name in JobName]: (payload: JobPayload<Name>, signal: AbortSignal) => Promise<void>;
};
