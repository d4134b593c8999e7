import { describe, expect, it } from "vitest";
import { classifyFlow, type FlowFacts, namesMerchant } from "./classify-flow";

const facts = (changes: Partial<FlowFacts>): FlowFacts => ({
  amountMinor: -1_000,
  accountType: "depository",
  primary: null,
  detailed: null,
  description: "SOMETHING 123",
  hasMerchant: false,
  ...changes,
});

/** `primary` is what comes before the detailed part, as in Plaid's taxonomy. */
const PRIMARIES = [
  "TRANSFER_IN",
  "TRANSFER_OUT",
  "LOAN_PAYMENTS",
  "LOAN_DISBURSEMENTS",
  "INCOME",
  "BANK_FEES",
  "FOOD_AND_DRINK",
  "GENERAL_MERCHANDISE",
  "RENT_AND_UTILITIES",
  "OTHER",
];
const category = (detailed: string) => ({
  detailed,
  primary: PRIMARIES.find((primary) => detailed.startsWith(`${primary}_`)) ?? null,
});

type Case = [why: string, given: Partial<FlowFacts>, flow: string, category: string];

const CASES: Case[] = [
  ["a purchase", category("FOOD_AND_DRINK_GROCERIES"), "spending", "groceries"],
  [
    "a purchase by card",
    { ...category("FOOD_AND_DRINK_GROCERIES"), accountType: "credit" },
    "spending",
    "groceries",
  ],
  [
    "a refund stays in its category",
    { ...category("GENERAL_MERCHANDISE_ELECTRONICS"), amountMinor: 5_000, accountType: "credit" },
    "spending",
    "electronics",
  ],
  ["a new detailed category", category("FOOD_AND_DRINK_ALGAE_BARS"), "spending", "restaurants"],

  [
    "paying the card, paying side",
    category("LOAN_PAYMENTS_CREDIT_CARD_PAYMENT"),
    "card_payment",
    "card_payment",
  ],
  ...[
    "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT",
    "LOAN_DISBURSEMENTS_OTHER_DISBURSEMENT",
    "TRANSFER_IN_ACCOUNT_TRANSFER",
    "TRANSFER_IN_OTHER_TRANSFER_IN",
    "TRANSFER_IN_DEPOSIT",
    "LOAN_PAYMENTS_OTHER_PAYMENT",
  ].map(
    (detailed): Case => [
      `paying the card, card side as ${detailed}`,
      { ...category(detailed), amountMinor: 90_000, accountType: "credit" },
      "card_payment",
      "card_payment",
    ],
  ),
  [
    "paying the card, card side with no category",
    { amountMinor: 90_000, accountType: "credit", description: "AUTOPAY PAYMENT - THANK YOU" },
    "card_payment",
    "card_payment",
  ],
  [
    "paying the card, card side taken for income",
    {
      ...category("INCOME_OTHER"),
      amountMinor: 90_000,
      accountType: "credit",
      description: "Payment Received",
    },
    "card_payment",
    "card_payment",
  ],
  [
    "a card payment that bounced",
    {
      ...category("LOAN_PAYMENTS_CREDIT_CARD_PAYMENT"),
      accountType: "credit",
      description: "RETURNED PAYMENT",
    },
    "card_payment",
    "card_payment",
  ],
  [
    "a cash advance on the card",
    { ...category("TRANSFER_OUT_WITHDRAWAL"), accountType: "credit" },
    "transfer",
    "cash",
  ],

  ["wages (taxonomy 1)", { ...category("INCOME_WAGES"), amountMinor: 250_000 }, "income", "salary"],
  ["wages (taxonomy 2)", { ...category("INCOME_SALARY"), amountMinor: 250_000 }, "income", "salary"],
  [
    "interest earned",
    { ...category("INCOME_INTEREST_EARNED"), amountMinor: 212 },
    "income",
    "interest_and_dividends",
  ],
  ["a tax refund", { ...category("INCOME_TAX_REFUND"), amountMinor: 80_000 }, "income", "tax_refund"],
  ["wages taken back", category("INCOME_WAGES"), "income", "salary"],

  ["to savings", category("TRANSFER_OUT_SAVINGS"), "transfer", "savings"],
  ["into savings", { ...category("TRANSFER_IN_SAVINGS"), amountMinor: 1_000 }, "transfer", "savings"],
  ["to investments", category("TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS"), "transfer", "investments"],
  [
    "a transfer in is no income",
    { ...category("TRANSFER_IN_ACCOUNT_TRANSFER"), amountMinor: 1_000 },
    "transfer",
    "transfer",
  ],
  ["a kind of transfer that is new", category("TRANSFER_OUT_TELEPATHY"), "transfer", "transfer"],
  ["cash from a machine", category("TRANSFER_OUT_WITHDRAWAL"), "transfer", "cash"],
  ["the fee of that machine", category("BANK_FEES_ATM_FEES"), "spending", "bank_fees"],

  ["a friend, taxonomy 2", category("TRANSFER_OUT_TRANSFER_OUT_FROM_APPS"), "spending", "person_to_person"],
  [
    "a friend, taxonomy 1",
    { ...category("TRANSFER_OUT_ACCOUNT_TRANSFER"), description: "VENMO PAYMENT 1034" },
    "spending",
    "person_to_person",
  ],
  [
    "a friend pays back a share",
    { ...category("TRANSFER_IN_ACCOUNT_TRANSFER"), amountMinor: 2_000, description: "Zelle from Priya" },
    "spending",
    "person_to_person",
  ],
  [
    "savings in an app stay savings",
    { ...category("TRANSFER_OUT_SAVINGS"), description: "PAYPAL SAVINGS" },
    "transfer",
    "savings",
  ],

  ["a mortgage", category("LOAN_PAYMENTS_MORTGAGE_PAYMENT"), "spending", "mortgage"],
  ["a car payment", category("LOAN_PAYMENTS_CAR_PAYMENT"), "spending", "car_loan"],
  ["buy now pay later", category("LOAN_PAYMENTS_BNPL"), "spending", "other_loan"],
  [
    "a car payment arriving at the loan",
    { ...category("LOAN_PAYMENTS_CAR_PAYMENT"), amountMinor: 1_000, accountType: "loan" },
    "transfer",
    "car_loan",
  ],
  [
    "interest on a loan is in its payment",
    { ...category("BANK_FEES_INTEREST_CHARGE"), accountType: "loan" },
    "transfer",
    "interest_charges",
  ],
  [
    "borrowed money",
    { ...category("LOAN_DISBURSEMENTS_PERSONAL"), amountMinor: 1_000 },
    "transfer",
    "loan_disbursement",
  ],
  [
    "a cash advance (taxonomy 1)",
    { ...category("TRANSFER_IN_CASH_ADVANCES_AND_LOANS"), amountMinor: 1_000 },
    "transfer",
    "loan_disbursement",
  ],
  [
    "an advance on pay",
    { ...category("LOAN_DISBURSEMENTS_EWA"), amountMinor: 1_000 },
    "transfer",
    "loan_disbursement",
  ],
  ["paying back an advance", category("LOAN_PAYMENTS_EWA"), "transfer", "other_loan"],

  [
    "card interest",
    { ...category("BANK_FEES_INTEREST_CHARGE"), accountType: "credit" },
    "spending",
    "interest_charges",
  ],
  [
    "a fee given back",
    { ...category("BANK_FEES_OVERDRAFT_FEES"), amountMinor: 3_500 },
    "spending",
    "bank_fees",
  ],

  ["money out without a category", {}, "spending", "uncategorized"],
  ["money out, category Other", category("OTHER_OTHER"), "spending", "uncategorized"],
  [
    "money out, a primary category that is new",
    { primary: "SPACE", detailed: "SPACE_MARS" },
    "spending",
    "uncategorized",
  ],
  [
    "money in from a shop without a category",
    { amountMinor: 900, hasMerchant: true },
    "spending",
    "uncategorized",
  ],
  [
    "money in on a card without a category",
    { amountMinor: 900, accountType: "credit" },
    "spending",
    "uncategorized",
  ],
  ["money in that nobody explains", { amountMinor: 900 }, "transfer", "uncategorized"],
];

describe("classifyFlow", () => {
  it.each(CASES)("%s", (_why, given, flow, expected) => {
    expect(classifyFlow(facts(given))).toMatchObject({ flow, category: expected });
  });

  it("never calls money in income for its sign alone", () => {
    const incomes = CASES.filter(([, , flow]) => flow === "income");
    for (const [, given] of incomes) expect(given.primary).toBe("INCOME");
  });

  it("is unsure only where the other side of a transfer could say more", () => {
    const unsure = CASES.map(([, given]) => classifyFlow(facts(given))).filter(({ certain }) => !certain);
    expect(new Set(unsure.map(({ category }) => category))).toEqual(
      new Set(["person_to_person", "uncategorized"]),
    );
  });
});

describe("namesMerchant", () => {
  it("is false when a row only repeats the bank's text", () => {
    expect(namesMerchant({ merchant: "POS 123", description: "POS 123" })).toBe(false);
    expect(namesMerchant({ merchant: "Target", description: "POS 123" })).toBe(true);
  });
});
