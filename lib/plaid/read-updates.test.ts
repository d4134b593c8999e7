import type { TransactionsSyncResponse } from "plaid";
import { describe, expect, it } from "vitest";
import { plaidTransaction } from "../../tests/support/plaid-payloads";
import { mergePages } from "./read-updates";

const row = (id: string, amount = 1) => plaidTransaction({ transaction_id: id, amount });
const gone = (id: string) => ({ transaction_id: id, account_id: "account-1" });
const page = (changes: Partial<TransactionsSyncResponse>) =>
  ({
    transactions_update_status: "HISTORICAL_UPDATE_COMPLETE",
    accounts: [],
    added: [],
    modified: [],
    removed: [],
    next_cursor: "cursor",
    has_more: false,
    request_id: "r",
    ...changes,
  }) as TransactionsSyncResponse;

describe("mergePages", () => {
  it("keeps the last state of each row and the last cursor", () => {
    const merged = mergePages([
      page({ added: [row("a", 1), row("b", 2)], next_cursor: "one", has_more: true }),
      page({ modified: [row("a", 3)], next_cursor: "two" }),
    ]);
    expect(merged.transactions.map(({ transaction_id: id, amount }) => [id, amount])).toEqual([
      ["a", 3],
      ["b", 2],
    ]);
    expect(merged.cursor).toBe("two");
    expect(merged.counts).toEqual({ added: 2, modified: 1, removed: 0 });
  });

  it("has no row that was added and removed in one update, on whichever pages", () => {
    const merged = mergePages([
      page({ added: [row("pending")] }),
      page({ added: [row("posted")], removed: [gone("pending")] }),
    ]);
    expect(merged.transactions.map(({ transaction_id: id }) => id)).toEqual(["posted"]);
    expect(merged.removedIds).toEqual(["pending"]);
  });

  it("keeps a row that came back after it was removed", () => {
    const merged = mergePages([page({ removed: [gone("a")] }), page({ added: [row("a")] })]);
    expect(merged.transactions).toHaveLength(1);
    expect(merged.removedIds).toEqual([]);
  });

  it.each([
    ["INITIAL_UPDATE_COMPLETE", false],
    ["HISTORICAL_UPDATE_COMPLETE", true],
  ] as const)("knows from %s whether the past is complete", (status, expected) => {
    const pages = [
      page({ transactions_update_status: status as TransactionsSyncResponse["transactions_update_status"] }),
    ];
    expect(mergePages(pages).isHistoryComplete).toBe(expected);
  });
});
