import { z } from "zod";
import { Identifier } from "./identifier";

export const RATINGS = ["up", "down"] as const;

/** Why an answer did not help, as the person may choose. */
export const FEEDBACK_REASONS = [
  "wrong-number",
  "missing-transactions",
  "misunderstood",
  "too-long",
  "other",
] as const;

export const MAX_COMMENT_CHARACTERS = 1_000;

export const Feedback = z.object({
  rating: z.enum(RATINGS),
  reason: z.enum(FEEDBACK_REASONS).nullable(),
  comment: z
    .string()
    .trim()
    .max(MAX_COMMENT_CHARACTERS, `Use at most ${MAX_COMMENT_CHARACTERS} characters.`)
    .nullable(),
});
export type Feedback = z.infer<typeof Feedback>;

/** The run names the answer; null takes the rating back. */
export const RateAnswer = z.object({
  conversationId: Identifier,
  runId: Identifier,
  feedback: Feedback.nullable(),
});
export type RateAnswer = z.infer<typeof RateAnswer>;
