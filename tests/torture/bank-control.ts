import type { Transaction } from "plaid";
import { z } from "zod";
import { askBank } from "../support/plaid-proxy";

const Books = z.object({
  accounts: z.array(
    z.object({
      account_id: z.string(),
      balances: z.object({ current: z.number().nullable(), available: z.number().nullable() }),
    }),
  ),
  transactions: z.array(z.custom<Transaction>()),
});

const Log = z.object({
  webhooks: z.array(
    z.object({
      state: z.string(),
      attempts: z.array(z.object({ status: z.number().nullable(), signature: z.string() })),
    }),
  ),
});

/** What a test may do to one item at the bank, past the application. */
export function bankControl(bankUrl: string, accessToken: string) {
  const ask = (path: string, body: Record<string, unknown> = {}) =>
    askBank<unknown>(bankUrl, `/control/${path}`, { access_token: accessToken, ...body });
  return {
    live: (days: number) => ask("live", { days }),
    fault: (fault: Record<string, unknown>) => ask("fault", fault),
    clearFaults: () => ask("faults/clear"),
    problem: (code: string | null) => ask("problem", { code }),
    history: (history: "initial" | "complete") => ask("history", { history }),
    books: async () => Books.parse(await ask("books")),
    /** Every webhook of this item: what it said and what became of it. */
    webhooks: async () => Log.parse(await ask("webhooks/log")).webhooks,
    /** What the bank has to tell after this cursor. */
    after: async (cursor: string) =>
      askBank<{ added: unknown[]; modified: unknown[]; removed: unknown[]; has_more: boolean }>(
        bankUrl,
        "/transactions/sync",
        { access_token: accessToken, cursor, count: 500 },
      ),
  };
}

export type WebhookMode = "normal" | "hold" | "drop" | "duplicate" | "reorder";
