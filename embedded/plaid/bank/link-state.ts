import { z } from "zod";

/** What a link token decides about the sessions that are opened with it. */
export const LinkToken = z.object({
  linkToken: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  clientName: z.string(),
  language: z.string(),
  countryCodes: z.array(z.string()),
  clientUserId: z.string().nullable(),
  /** Every institution that is offered has them. */
  products: z.array(z.string()),
  /** Asked for where the institution has them. */
  wantedProducts: z.array(z.string()),
  webhook: z.string().nullable(),
  redirectUri: z.string().nullable(),
  daysRequested: z.int().nullable(),
  /** Only these subtypes of these types of accounts can be chosen; null: any. */
  accountFilters: z.record(z.string(), z.array(z.string())).nullable(),
  /** Update mode: the item that is repaired, and whether its accounts are chosen anew. */
  updates: z.object({ itemId: z.string(), selectsAccounts: z.boolean() }).nullable(),
});
export type LinkToken = z.infer<typeof LinkToken>;

/** A person on the way through Link. */
export const LinkSession = z.object({
  sessionId: z.string(),
  linkToken: z.string(),
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  institutionId: z.string(),
  username: z.string(),
  password: z.string(),
  /** How many of the bank's questions were answered. */
  answered: z.int(),
  /** The id of the item that comes of it, or of the one that is updated. */
  itemId: z.string(),
  publicToken: z.string().nullable(),
});
export type LinkSession = z.infer<typeof LinkSession>;
