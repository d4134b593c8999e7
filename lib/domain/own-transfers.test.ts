import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccountType } from "../contract/banking";
import { classifyFlow } from "./classify-flow";
import { confirmOwnTransfers, type Leg } from "./own-transfers";

type Row = {
  id: string;
  account: string;
  type?: AccountType;
  amount: number;
  date?: string;
  currency?: string;
  detailed: string | null;
};

function leg({
  id,
  account,
  type = "depository",
  amount,
  date = "2026-03-10",
  currency = "USD",
  detailed,
}: Row): Leg {
  const primary =
    detailed?.match(/^(TRANSFER_IN|TRANSFER_OUT|LOAN_PAYMENTS|INCOME|FOOD_AND_DRINK)/)?.[0] ?? null;
  const facts = {
    amountMinor: amount,
    accountType: type,
    primary,
    detailed,
    description: "",
    hasMerchant: false,
  };
  return {
    ...classifyFlow(facts),
    id,
    accountId: account,
    accountType: type,
    amountMinor: amount,
    date,
    currency,
  };
}

const out = leg({
  id: "out",
  account: "checking",
  amount: -50_000,
  detailed: "TRANSFER_OUT_ACCOUNT_TRANSFER",
});

describe("confirmOwnTransfers", () => {
  it("turns an unexplained arrival into the other side of a transfer", () => {
    const into = leg({
      id: "in",
      account: "savings",
      amount: 50_000,
      date: "2026-03-13",
      detailed: "INCOME_OTHER",
    });
    expect(into.flow).toBe("income");
    expect(confirmOwnTransfers([out, into])).toEqual(
      new Map([["in", { flow: "transfer", category: "transfer" }]]),
    );
  });

  it("calls both sides a card payment when the money arrives on a card", () => {
    const into = leg({ id: "in", account: "card", type: "credit", amount: 50_000, detailed: null });
    expect(confirmOwnTransfers([out, into])).toEqual(
      new Map([
        ["out", { flow: "card_payment", category: "card_payment" }],
        ["in", { flow: "card_payment", category: "card_payment" }],
      ]),
    );
  });

  it("recognises money sent to one's own account through an app", () => {
    const app = leg({
      id: "app",
      account: "checking",
      amount: -4_000,
      detailed: "TRANSFER_OUT_TRANSFER_OUT_FROM_APPS",
    });
    const into = leg({
      id: "in",
      account: "wallet",
      amount: 4_000,
      detailed: "TRANSFER_IN_ACCOUNT_TRANSFER",
    });
    expect(app.flow).toBe("spending");
    expect(confirmOwnTransfers([app, into]).get("app")?.flow).toBe("transfer");
  });

  it.each<[string, Partial<Row>]>([
    ["more than five days apart", { date: "2026-03-16" }],
    ["on the same account", { account: "checking" }],
    ["in another currency", { currency: "EUR" }],
    ["of another amount", { amount: 49_999 }],
    ["at a loan, whose payments are spending", { type: "loan" }],
  ])("leaves an arrival alone that is %s", (_why, changes) => {
    const into = leg({ id: "in", account: "savings", amount: 50_000, detailed: "INCOME_OTHER", ...changes });
    expect(confirmOwnTransfers([out, into])).toEqual(new Map());
  });

  it("leaves certain rows alone: wages that equal a transfer stay wages", () => {
    const wages = leg({ id: "in", account: "savings", amount: 50_000, detailed: "INCOME_WAGES" });
    expect(confirmOwnTransfers([out, wages])).toEqual(new Map());
  });

  it("does not pair two unclear rows", () => {
    const paid = leg({
      id: "a",
      account: "checking",
      amount: -2_000,
      detailed: "TRANSFER_OUT_TRANSFER_OUT_FROM_APPS",
    });
    const got = leg({ id: "b", account: "savings", amount: 2_000, detailed: null });
    expect(confirmOwnTransfers([paid, got])).toEqual(new Map());
  });

  it("does not take cash for the other side of a transfer", () => {
    const cash = leg({ id: "a", account: "checking", amount: -2_000, detailed: "TRANSFER_OUT_WITHDRAWAL" });
    const got = leg({ id: "b", account: "savings", amount: 2_000, detailed: null });
    expect(confirmOwnTransfers([cash, got])).toEqual(new Map());
  });

  it("uses a row once, and the nearest date first", () => {
    const near = leg({
      id: "near",
      account: "savings",
      amount: 50_000,
      date: "2026-03-11",
      detailed: "INCOME_OTHER",
    });
    const far = leg({
      id: "far",
      account: "savings",
      amount: 50_000,
      date: "2026-03-14",
      detailed: "INCOME_OTHER",
    });
    expect([...confirmOwnTransfers([far, out, near]).keys()]).toEqual(["near"]);
  });

  it("prefers a side that is a transfer by its own category", () => {
    const known = leg({
      id: "known",
      account: "savings",
      amount: 50_000,
      date: "2026-03-14",
      detailed: "TRANSFER_IN_SAVINGS",
    });
    const unclear = leg({ id: "unclear", account: "savings", amount: 50_000, detailed: "INCOME_OTHER" });
    expect(confirmOwnTransfers([unclear, known, out])).toEqual(new Map());
  });
});

const ACCOUNTS = [
  ["checking", "depository"],
  ["savings", "depository"],
  ["card", "credit"],
] as const;

const purchases = fc.array(
  fc.record({
    account: fc.constantFrom(...ACCOUNTS),
    amount: fc.integer({ min: -1_000, max: 1_000 }),
    detailed: fc.constantFrom("FOOD_AND_DRINK_GROCERIES", "INCOME_WAGES"),
    day: fc.integer({ min: 10, max: 28 }),
  }),
  { maxLength: 20 },
);

const transfer = fc.record({
  from: fc.constantFrom(...ACCOUNTS.slice(0, 2)),
  to: fc.constantFrom(...ACCOUNTS),
  amount: fc.integer({ min: 1, max: 1_000 }),
  outDetailed: fc.constantFrom(
    "TRANSFER_OUT_SAVINGS",
    "TRANSFER_OUT_ACCOUNT_TRANSFER",
    "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT",
  ),
  inDetailed: fc.constantFrom("TRANSFER_IN_SAVINGS", "INCOME_OTHER", null),
  lag: fc.integer({ min: 0, max: 5 }),
});

/** Spending and income of the ledger, after pairing. */
function totals(legs: readonly Leg[]) {
  const changes = confirmOwnTransfers(legs);
  const sum = (flow: string) =>
    legs
      .filter((row) => (changes.get(row.id) ?? row).flow === flow)
      .reduce((total, row) => total + row.amountMinor, 0);
  return { spending: sum("spending"), income: sum("income") };
}

describe("laws", () => {
  it("a transfer between own accounts changes no total, however its sides are labelled", () => {
    fc.assert(
      fc.property(purchases, transfer, (rows, { from, to, amount, outDetailed, inDetailed, lag }) => {
        fc.pre(from[0] !== to[0]);
        const ledger = rows.map(({ account: [account, type], day, ...row }, index) =>
          leg({ ...row, account, type, id: `row-${index}`, date: `2026-03-${day}` }),
        );
        const sides = [
          leg({ id: "out", account: from[0], type: from[1], amount: -amount, detailed: outDetailed }),
          leg({
            id: "in",
            account: to[0],
            type: to[1],
            amount,
            date: `2026-03-${10 + lag}`,
            detailed: inDetailed,
          }),
        ];
        expect(totals([...ledger, ...sides])).toEqual(totals(ledger));
      }),
    );
  });

  it("the order of rows does not matter", () => {
    const row = fc.record({
      account: fc.constantFrom(...ACCOUNTS),
      amount: fc.constantFrom(-200, -100, 100, 200),
      day: fc.integer({ min: 10, max: 16 }),
      detailed: fc.constantFrom("TRANSFER_OUT_SAVINGS", "TRANSFER_IN_SAVINGS", "INCOME_OTHER", null),
    });
    const shuffled = fc
      .array(row, { maxLength: 12 })
      .map((rows) =>
        rows.map(({ account: [account, type], day, ...rest }, index) =>
          leg({ ...rest, account, type, id: `row-${index}`, date: `2026-03-${day}` }),
        ),
      )
      .chain((legs) => fc.tuple(fc.constant(legs), fc.shuffledSubarray(legs, { minLength: legs.length })));
    fc.assert(
      fc.property(shuffled, ([legs, mixed]) => {
        expect(confirmOwnTransfers(mixed)).toEqual(confirmOwnTransfers(legs));
      }),
    );
  });
});
