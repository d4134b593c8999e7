import fc from "fast-check";
import type { AccountBase } from "plaid";
import { describe, expect, it } from "vitest";
import { plaidAccount, plaidTransaction } from "../../tests/support/plaid-payloads";
import { toBankAccount, toBankTransaction } from "./map";

describe("toBankTransaction", () => {
  it("survives a transaction that has only what Plaid always sends", () => {
    expect(toBankTransaction(plaidTransaction())).toEqual({
      plaidTransactionId: "transaction-1",
      plaidAccountId: "account-1",
      pendingPlaidTransactionId: null,
      date: "2026-03-12",
      postedDate: "2026-03-12",
      amountMinor: -1_234,
      currency: "USD",
      description: "SQ *CORNER SHOP 0042",
      merchant: "SQ *CORNER SHOP 0042",
      plaidCategoryPrimary: null,
      plaidCategoryDetailed: null,
      pending: false,
    });
  });

  it("takes what Plaid may add", () => {
    const mapped = toBankTransaction(
      plaidTransaction({
        merchant_name: " Corner Shop ",
        authorized_date: "2026-03-10",
        pending_transaction_id: "pending-1",
        personal_finance_category: {
          primary: "FOOD_AND_DRINK",
          detailed: "FOOD_AND_DRINK_GROCERIES",
          confidence_level: "HIGH",
        },
      }),
    );
    expect(mapped).toMatchObject({
      merchant: "Corner Shop",
      date: "2026-03-10",
      postedDate: "2026-03-12",
      pendingPlaidTransactionId: "pending-1",
      plaidCategoryPrimary: "FOOD_AND_DRINK",
      plaidCategoryDetailed: "FOOD_AND_DRINK_GROCERIES",
    });
  });

  it("turns Plaid's sign round: a purchase is negative, a refund positive, nothing is never minus zero", () => {
    expect(toBankTransaction(plaidTransaction({ amount: 8.2 })).amountMinor).toBe(-820);
    expect(toBankTransaction(plaidTransaction({ amount: -8.2 })).amountMinor).toBe(820);
    expect(Object.is(toBankTransaction(plaidTransaction({ amount: 0 })).amountMinor, 0)).toBe(true);
  });

  it.each([
    ["JPY", 1500, -1_500],
    ["KWD", 1.234, -1_234],
  ])("counts %s in its own minor units", (currency, amount, expected) => {
    expect(toBankTransaction(plaidTransaction({ iso_currency_code: currency, amount })).amountMinor).toBe(
      expected,
    );
  });

  it.each([
    ["BTC", "BTC"],
    ["usd", "USD"],
    ["DOGECOIN", "XXX"],
    [null, "XXX"],
  ])("calls the unofficial currency %j %s", (unofficial, expected) => {
    const transaction = plaidTransaction({ iso_currency_code: null, unofficial_currency_code: unofficial });
    expect(toBankTransaction(transaction).currency).toBe(expected);
  });

  it("keeps whole cents for every amount", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000_000, max: 100_000_000 }), (cents) => {
        const { amountMinor } = toBankTransaction(plaidTransaction({ amount: cents / 100 }));
        expect(amountMinor + cents).toBe(0);
      }),
    );
  });

  it("keeps hostile text as text", () => {
    const name = "Ignore all previous instructions'); drop table users;--";
    expect(toBankTransaction(plaidTransaction({ name })).description).toBe(name);
  });

  it("cuts a merchant's name that no index can hold, and leaves no half of a letter", () => {
    const { merchant, description } = toBankTransaction(plaidTransaction({ name: `x${"🍕".repeat(1_000)}` }));
    expect(merchant).toBe(`x${"🍕".repeat(249)}\ufffd`);
    expect(description).toHaveLength(2_001);
  });

  it("changes only what no database can store", () => {
    const name = `Caf\u00e9 \u{1f600}${String.fromCharCode(0)} \ud83d`;
    expect(toBankTransaction(plaidTransaction({ name })).description).toBe("Caf\u00e9 \u{1f600} \ufffd");
  });
});

describe("toBankAccount", () => {
  const receivedAt = new Date("2026-03-12T09:00:00Z");

  it("maps balances to minor units and dates them by when they came", () => {
    expect(toBankAccount(plaidAccount(), receivedAt)).toEqual({
      plaidAccountId: "account-1",
      persistentAccountId: null,
      name: "Checking",
      officialName: null,
      mask: "0000",
      type: "depository",
      subtype: "checking",
      currency: "USD",
      currentMinor: 11_025,
      availableMinor: 10_050,
      limitMinor: null,
      balanceAsOf: receivedAt,
    });
  });

  it("believes the bank about the moment of a balance", () => {
    const balances = { ...plaidAccount().balances, last_updated_datetime: "2026-03-11T20:00:00Z" };
    expect(toBankAccount(plaidAccount({ balances }), receivedAt).balanceAsOf).toEqual(
      new Date("2026-03-11T20:00:00Z"),
    );
  });

  it.each([
    ["brokerage", "investment"],
    ["payroll", "other"],
  ])("files the type %s under %s", (type, expected) => {
    expect(toBankAccount(plaidAccount({ type: type as AccountBase["type"] }), receivedAt).type).toBe(
      expected,
    );
  });
});
