import { z } from "zod";

/** What this bank must remember. Households are not in it: they follow from seed and dates. */
export const SandboxItem = z.object({
  itemId: z.string(),
  accessToken: z.string(),
  institutionId: z.string(),
  products: z.array(z.string()),
  webhook: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** The household and the first day that the item shows of it. */
  seed: z.number(),
  start: z.iso.date(),
  since: z.iso.date(),
  /** How much of the history Plaid has fetched. */
  history: z.enum(["none", "initial", "complete"]),
  /** Set by a test: this item lives on that day, whatever the others do. */
  today: z.iso.date().nullable(),
  removed: z.boolean(),
});
export type SandboxItem = z.infer<typeof SandboxItem>;

export const PublicToken = z.object({
  publicToken: z.string(),
  expiresAt: z.iso.datetime(),
  /** Becomes the item when it is exchanged. */
  item: SandboxItem,
});
export type PublicToken = z.infer<typeof PublicToken>;

export const BankState = z.object({
  version: z.literal(1),
  /** Set by a test; null: the real date. */
  today: z.iso.date().nullable(),
  items: z.array(SandboxItem),
  publicTokens: z.array(PublicToken),
});
export type BankState = z.infer<typeof BankState>;

export const EMPTY_STATE: BankState = { version: 1, today: null, items: [], publicTokens: [] };
