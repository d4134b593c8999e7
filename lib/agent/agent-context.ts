import { z } from "zod";
import type { ProposedChange } from "../contract/proposals";
import type { ProposalResult } from "../contract/results/proposal-result";
import type { Ledger } from "../domain/ledger";
import type { PromptMessage } from "./prompt-message";
import type { RunResults } from "./run-results";
import type { SpeakingOptions } from "./spoken-text";

/**
 * Stores a change that waits for the person's click. The same call again is the same proposal.
 * @throws {AppError} in words for the person, for a change that cannot be made
 */
export type Propose = (change: ProposedChange, callId: string) => Promise<ProposalResult>;

/** What tools work with. */
const ToolContext = z.object({
  ledger: z.custom<Ledger>((value) => typeof value === "object" && value !== null),
  /** What the tools have found for this answer so far. */
  results: z.custom<RunResults>((value) => typeof value === "object" && value !== null),
  /** Left out where nothing can be proposed. */
  propose: z.custom<Propose>((value) => typeof value === "function").optional(),
});
export type ToolContext = z.infer<typeof ToolContext>;

/**
 * What one answer needs besides the messages. It travels beside the conversation, not in it: the model never sees it
 * and cannot change whose ledger the tools read.
 */
export const AgentContext = ToolContext.extend({
  /** The part of the system prompt that changes: see ./prompt.ts. */
  facts: z.string(),
  /** The name that the model is not told. */
  personName: z.string(),
  /** Called before each call of the model with exactly what it is sent, which is redacted: see ./redaction.ts. */
  onPrompt: z.custom<((messages: PromptMessage[]) => void) | undefined>(),
  /** Gets the model's text while it is being written. */
  onText: z.custom<NonNullable<SpeakingOptions["onText"]>>((value) => typeof value === "function"),
});
