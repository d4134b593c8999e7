import { z } from "zod";

/** Where a number of an answer comes from. */
export const GroundingMatch = z.object({
  /** A result of this answer ("r1"), "question" (the person typed it) or "facts" (what day it is, since when there are data). */
  ref: z.string(),
  /** The place in that result, such as `groups[2].amount`; in a question or in the facts what it is. */
  path: z.string(),
  /** The transactions that the number is about, where it is about single ones. */
  rowIds: z.array(z.string()).optional(),
});
export type GroundingMatch = z.infer<typeof GroundingMatch>;

export const GroundedNumber = z.object({
  /** Characters of the text part's markdown, as JavaScript counts them; `end` is not included. */
  start: z.int().min(0),
  end: z.int().min(0),
  kind: z.enum(["amount", "percentage", "count", "date"]),
  /** As it was understood: `1234.56 USD`, `12.5%`, `3 transaction`, `2026-10-01/2026-10-31`. */
  value: z.string(),
  /** Null: nothing in the results says so. The reader is told that it is unverified. */
  match: GroundingMatch.nullable(),
});
export type GroundedNumber = z.infer<typeof GroundedNumber>;

/** More are counted only: a message is not a table of numbers. */
export const MAX_GROUNDED_NUMBERS = 200;

/** What checking the numbers of an answer has shown; part of the message. */
export const Grounding = z.object({
  texts: z.array(
    z.object({
      /** Which text part of the message, the first being 0. */
      text: z.int().min(0),
      numbers: z.array(GroundedNumber),
      /** Numbers that were found but are not listed; unverified ones are listed first. None: left out. */
      unlisted: z.int().optional(),
    }),
  ),
  /** Text parts that the ones checked here take the place of: they had unverified numbers, and were written again. */
  supersedes: z.array(z.int().min(0)),
  /** False while the answer is going to be written again. */
  isFinal: z.boolean(),
});
export type Grounding = z.infer<typeof Grounding>;
