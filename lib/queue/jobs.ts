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

export type JobName = keyof typeof JOBS;
export type JobPayload<Name extends JobName> = z.infer<(typeof JOBS)[Name]>;
export type JobHandlers = {
  [Name in JobName]: (payload: JobPayload<Name>, signal: AbortSignal) => Promise<void>;
};
