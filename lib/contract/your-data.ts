import { z } from "zod";

const Count = z.coerce.number().int().min(0);

/** How much a person keeps here, as they are told before and after they delete it. */
export const Belongings = z.object({
  conversations: Count,
  banks: Count,
  transactions: Count,
  memories: Count,
});
export type Belongings = z.infer<typeof Belongings>;

/** What deleting an account takes along, and what has to be typed for it; null for the demo, which nobody can delete. */
export type DeletionPlan = { belongings: Belongings; proof: "password" | "email" | null };

export const DeleteAccount = z.object({
  proof: z.string().min(1, "Enter your password or your e-mail address.").max(254, "This is too long."),
});
export type DeleteAccount = z.infer<typeof DeleteAccount>;
