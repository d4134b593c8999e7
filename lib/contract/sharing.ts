import { z } from "zod";
import { Identifier } from "./identifier";

/** For how long a link may be open, in days. */
export const SHARE_DAYS = [1, 7, 30] as const;

export const NewShare = z.object({
  conversationId: Identifier,
  /** False: every amount is blotted out. */
  showsAmounts: z.boolean(),
  /** False: the names and last digits of accounts and banks are blotted out. */
  showsAccounts: z.boolean(),
  days: z.literal(SHARE_DAYS, "Choose how long the link is to work."),
});
export type NewShare = z.infer<typeof NewShare>;

export const OneShare = z.object({ shareId: Identifier });

/** A message as people see it who have the link: words only. */
export type SharedMessage = { id: string; role: "user" | "assistant"; text: string };

export type SharedConversation = {
  title: string;
  messages: SharedMessage[];
  createdAt: string;
  expiresAt: string;
  showsAmounts: boolean;
  showsAccounts: boolean;
};

/** A link of one's own. The address is told once, when it is made: what is stored cannot open it. */
export type ShareSummary = Omit<SharedConversation, "messages"> & { id: string; conversationId: string };
