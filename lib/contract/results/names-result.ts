import { z } from "zod";
import { Evidence } from "./evidence";

/** What a phrase can mean. */
export const NamesResult = Evidence.extend({
  kind: z.literal("names"),
  phrase: z.string(),
  /** The best first. */
  candidates: z.array(
    z.object({
      type: z.enum(["merchant", "category", "account"]),
      /** What other tools take for it. */
      id: z.string(),
      name: z.string(),
      /** 100 is the very name; 80 holds all words of the phrase; less is a likeness. */
      score: z.int().min(0).max(100),
    }),
  ),
  /** More than one fits as well as the best: ask which one is meant. */
  isAmbiguous: z.boolean(),
});
export type NamesResult = z.infer<typeof NamesResult>;
