import type { TransactionsSyncResponse } from "plaid";
import { describe, expect, it } from "vitest";
import { plaidAccount, plaidTransaction } from "../../tests/support/plaid-payloads";
import { toUpdatePage } from "./read-updates";

const row = (id: string, amount = 1) => plaidTransaction({ transaction_id: id, amount });
const gone = (id: string) => ({ transaction_id: id, account_id: "account-1" });
const page = (changes: Partial<TransactionsSyncResponse>) =>
  toUpdatePage({
    transactions_update_status: "HISTORICAL_UPDATE_COMPLETE",
    accounts: [],
    added: [],
    modified: [],
    removed: [],
    next_cursor: "cursor",
    has_more: false,
    request_id: "r",
    ...changes,
  } as TransactionsSyncResponse);

describe("toUpdatePage", () => {
  it("has each row once, as it was said last", () => {
    const { transactions, counts } = page({ added: [row("a", 1), row("b", 2)], modified: [row("a", 3)] });
    expect(transactions.map((each) => [each.plaidTransactionId, each.amountMinor])).toEqual([
      ["a", -300],
      ["b", -200],
    ]);
    expect(counts).toEqual({ added: 2, modified: 1, removed: 0 });
  });

  it("has no row that it adds and removes", () => {
    const { transactions, removedIds } = page({
      added: [row("a"), row("b")],
      removed: [gone("a"), gone("a")],
    });
    expect(transactions.map((each) => each.plaidTransactionId)).toEqual(["b"]);
    expect(removedIds).toEqual(["a"]);
  });

  it("tells what kind of account each row is on", () => {
    const { accountTypes } = page({ accounts: [plaidAccount({ account_id: "x" })] });
    expect([...accountTypes]).toEqual([["x", "depository"]]);
  });

  it.each([
    ["INITIAL_UPDATE_COMPLETE", false],
    ["HISTORICAL_UPDATE_COMPLETE", true],
  ] as const)("knows from %s whether the past is complete", (status, expected) => {
    const update = status as TransactionsSyncResponse["transactions_update_status"];
    expect(page({ transactions_update_status: update }).isHistoryComplete).toBe(expected);
  });
});
