import { z } from "zod";
import { CalendarDate, Money, Period } from "./money";

/**
 * What every tool of the agent returns, so that any number in an answer can be traced to its rows
 * (../../docs/architecture.md, "Answers"). Errors come back as data: `{ error: { code, message, hint } }`.
 */
const Evidence = z.object({
  /** Which definition computed it, for example "spending.v1". */
  definition: z.string(),
  /** ISO 8601 UTC: how fresh the bank data behind it is; null when nothing was ever synced. */
  asOf: z.iso.datetime().nullable(),
  /** Rows behind the result, before any cut of what is listed. */
  rowCount: z.int().min(0),
  /** The first date of which there is any transaction: an empty result before it means "not known", not "nothing". */
  dataFrom: CalendarDate.nullish(),
  /** What must be said with it: banks whose data is old or not all there, one plain sentence each. None: left out. */
  caveats: z.array(z.string()).optional(),
});

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

export const TransactionRow = z.object({
  id: z.string(),
  date: z.string(),
  merchant: z.string(),
  category: z.string(),
  account: z.string(),
  /** Positive is money in, negative is money out. */
  amount: Money,
  pending: z.boolean(),
});
export type TransactionRow = z.infer<typeof TransactionRow>;

export const TransactionsResult = Evidence.extend({
  kind: z.literal("transactions"),
  period: Period.nullable(),
  transactions: z.array(TransactionRow),
  /** True when more rows match than are listed; `totals` and `rowCount` still cover all of them. */
  truncated: z.boolean(),
  totals: z.array(z.object({ moneyIn: Money, moneyOut: Money })),
});
export type TransactionsResult = z.infer<typeof TransactionsResult>;

export const SpendingResult = Evidence.extend({
  kind: z.literal("spending"),
  period: Period,
  groupBy: z.enum(["none", "category", "merchant", "month"]),
  filters: z.object({
    categories: z.array(z.string()),
    merchants: z.array(z.string()),
    accounts: z.array(z.string()),
    /** What each counted purchase amounts to, in whole units, both ends included. */
    minAmount: z.number().optional(),
    maxAmount: z.number().optional(),
  }),
  /** One per currency, largest first. Positive is money spent, refunds already taken off. */
  totals: z.array(Money),
  groups: z.array(z.object({ key: z.string(), label: z.string(), amount: Money, rowCount: z.int() })),
  /** How many groups there are, before any cut of what is listed; `totals` cover all of them. */
  groupCount: z.int().optional(),
  /** The rows behind the totals, largest first, at most 50: `rowCount` says how many there are. Models do not get them. */
  transactions: z.array(TransactionRow).default([]),
});
export type SpendingResult = z.infer<typeof SpendingResult>;

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

export const ToolResult = z.discriminatedUnion("kind", [AccountsResult, TransactionsResult, SpendingResult]);
export type ToolResult = z.infer<typeof ToolResult>;
