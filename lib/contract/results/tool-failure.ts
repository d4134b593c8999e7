import { z } from "zod";

/** Why a tool has no result, as data that a model can act on. */
export const ToolFailure = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    hint: z.string().optional(),
    /** The nearest names there are, best first, when a name was not found. */
    suggestions: z.array(z.string()).optional(),
  }),
});
export type ToolFailure = z.infer<typeof ToolFailure>;
