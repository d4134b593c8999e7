import { z } from "zod";
import { CountryName, ProductName } from "../wire/names";
import { SUBTYPES } from "./account-subtypes";

const filter = <Names extends [string, ...string[]]>(...subtypes: Names) =>
  z.strictObject({ account_subtypes: z.array(z.enum(subtypes)) }).exactOptional();

/** Which accounts may be chosen: of a type that is not named, none. https://plaid.com/docs/api/link/#link-token-create-request-account-filters */
export const AccountFilters = z.strictObject({
  depository: filter("all", ...SUBTYPES.depository),
  credit: filter("all", ...SUBTYPES.credit),
  loan: filter("all", ...SUBTYPES.loan),
  investment: filter("all", ...SUBTYPES.investment),
  other: filter("all", ...SUBTYPES.other),
});

/** What a link token decides about the sessions that are opened with it. */
export const LinkToken = z.object({
  linkToken: z.string(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  clientName: z.string(),
  language: z.string(),
  countryCodes: z.array(CountryName),
  clientUserId: z.string().nullable(),
  /** Every institution that is offered has them. */
  products: z.array(ProductName),
  /** Asked for where the institution has them. */
  wantedProducts: z.array(ProductName),
  webhook: z.string().nullable(),
  redirectUri: z.string().nullable(),
  daysRequested: z.int().nullable(),
  accountFilters: AccountFilters.nullable(),
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
