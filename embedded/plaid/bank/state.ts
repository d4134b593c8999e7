import { z } from "zod";
import { CustomUser } from "./custom-user";
import { Edit } from "./edit";
import { LinkSession, LinkToken } from "./link-state";

/**
 * What this bank must remember. Households are not in it: they follow from seed and dates. A field that came later has
 * a default, so that the file of an older bank still loads.
 */
export const SandboxItem = z.object({
  itemId: z.string(),
  accessToken: z.string(),
  institutionId: z.string(),
  products: z.array(z.string()),
  webhook: z.string().nullable(),
  createdAt: z.iso.datetime(),
  /** The day at the bank when it was made; null in the file of an older bank. */
  createdOn: z.iso.date().nullable().default(null),
  /** The test user who signed in. */
  username: z.string().default("user_good"),
  /** The household and the first day that the item shows of it. */
  seed: z.number(),
  start: z.iso.date(),
  since: z.iso.date(),
  /** What `user_custom` described instead of a household. */
  custom: CustomUser.nullable().default(null),
  /** Small purchases beside those of the household, for items of very many rows. */
  extraPerDay: z.number().default(0),
  /** How much of the history Plaid has fetched. */
  history: z.enum(["none", "initial", "complete"]),
  /** Set by a test: this item lives on that day, whatever the others do. */
  today: z.iso.date().nullable(),
  removed: z.boolean(),
  /** The accounts that the person shared at first; null: all. Later choices are edits. */
  accounts: z.array(z.string()).nullable().default(null),
  edits: z.array(Edit).default([]),
  /** Why the bank does not let Plaid in, or (PENDING_...) soon will not. */
  problem: z.object({ code: z.string(), at: z.iso.datetime() }).nullable().default(null),
  /** Plaid tells of updates only after the first call of /transactions/sync. */
  syncCalled: z.boolean().default(false),
  lastWebhook: z.object({ code: z.string(), sentAt: z.iso.datetime() }).nullable().default(null),
});
export type SandboxItem = z.infer<typeof SandboxItem>;

export const PublicToken = z.object({
  publicToken: z.string(),
  expiresAt: z.iso.datetime(),
  /** Becomes the item when it is exchanged. */
  item: SandboxItem,
});
export type PublicToken = z.infer<typeof PublicToken>;

/** A key that signs webhooks, as JWK. The private half stays in this file, which only its owner can read. */
export const WebhookKey = z.object({
  kid: z.string(),
  x: z.string(),
  y: z.string(),
  d: z.string(),
  /** Unix seconds. */
  createdAt: z.int(),
  expiredAt: z.int().nullable(),
});
export type WebhookKey = z.infer<typeof WebhookKey>;

/** A webhook that was not taken yet. */
export const OutgoingWebhook = z.object({
  id: z.string(),
  itemId: z.string(),
  code: z.string(),
  url: z.string(),
  body: z.string(),
  attempts: z.int(),
});
export type OutgoingWebhook = z.infer<typeof OutgoingWebhook>;

export const BankState = z.object({
  version: z.literal(1),
  /** Set by a test; null: the real date. */
  today: z.iso.date().nullable(),
  items: z.array(SandboxItem),
  publicTokens: z.array(PublicToken),
  /** The last one signs; those before it have expired. */
  webhookKeys: z.array(WebhookKey).default([]),
  outgoing: z.array(OutgoingWebhook).default([]),
  linkTokens: z.array(LinkToken).default([]),
  linkSessions: z.array(LinkSession).default([]),
});
export type BankState = z.infer<typeof BankState>;

export const emptyState = (): BankState =>
  BankState.parse({ version: 1, today: null, items: [], publicTokens: [] });
