import { z } from "zod";
import { Money } from "../money";
import { Evidence } from "./evidence";

export const AccountsResult = Evidence.extend({
  kind: z.literal("accounts"),
  accounts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      institution: z.string(),
      mask: z.string().nullable(),
      type: z.string(),
      subtype: z.string().nullable(),
      /** The bank no longer lists it. Left out: it does. */
      isClosed: z.literal(true).optional(),
      /** Null when it is closed or the bank does not say. */
      balance: Money.nullable(),
      available: Money.nullable(),
    }),
  ),
  /** One per currency: what is owned less what is owed. Currencies are never added to each other. */
  netByCurrency: z.array(Money),
});
export type AccountsResult = z.infer<typeof AccountsResult>;
