import { z } from "zod";
import type { AccountKey } from "../household/entry";

const Account = z.custom<AccountKey>((key) => typeof key === "string");

/** A row that a test or a refresh put on an account; it lives on like a row of the household. */
export const MadeRow = z.object({
  account: Account,
  amountCents: z.int(),
  /** Pending from this day until `postedOn`. */
  transactedOn: z.iso.date(),
  postedOn: z.iso.date(),
  /** The text of the bank. */
  name: z.string(),
  merchant: z.string().nullable().default(null),
  /** `detailed` of Plaid's personal finance categories. */
  category: z.string().nullable().default(null),
});
export type MadeRow = z.infer<typeof MadeRow>;

/**
 * Something that happened to an item and does not follow from its seed. An item's edits are only ever appended to, so
 * their number tells which of them a reader has already seen.
 */
export const Edit = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("made"), key: z.string(), row: MadeRow }),
  z.object({
    kind: z.literal("amended"),
    key: z.string(),
    amountCents: z.int().optional(),
    name: z.string().optional(),
  }),
  z.object({ kind: z.literal("removed"), key: z.string() }),
  z.object({ kind: z.literal("posted"), key: z.string(), on: z.iso.date() }),
  /** The person shares exactly these accounts from now on; ends earlier revocations of theirs. */
  z.object({ kind: z.literal("selected"), accounts: z.array(Account) }),
  z.object({ kind: z.literal("revoked"), account: Account }),
]);
export type Edit = z.infer<typeof Edit>;
