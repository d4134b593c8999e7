import { RecurringTransactionFrequency, type TransactionStream, TransactionStreamStatus } from "plaid";
import { expect, it } from "vitest";
import { toBankStream } from "./recurring";

const stream = (more: Partial<TransactionStream> = {}): TransactionStream => ({
  account_id: "account-1",
  stream_id: "stream-1",
  category: null,
  category_id: null,
  description: "STREAMBOX.COM",
  merchant_name: "Streambox",
  first_date: "2026-03-12",
  last_date: "2026-11-12",
  predicted_next_date: "2026-12-12",
  frequency: RecurringTransactionFrequency.Monthly,
  transaction_ids: ["t1", "t2"],
  average_amount: { amount: 15.49, iso_currency_code: "USD", unofficial_currency_code: null },
  last_amount: { amount: 17.99, iso_currency_code: "USD", unofficial_currency_code: null },
  is_active: true,
  status: TransactionStreamStatus.Mature,
  personal_finance_category: { primary: "ENTERTAINMENT", detailed: "ENTERTAINMENT_TV_AND_MOVIES" },
  is_user_modified: false,
  ...more,
});

it("turns the sign round and names what it is in our words", () => {
  expect(toBankStream(stream())).toEqual([
    {
      plaidAccountId: "account-1",
      key: "stream-1",
      name: "Streambox",
      category: "streaming_and_media",
      cadence: "monthly",
      status: "active",
      averageMinor: -1_549,
      lastMinor: -1_799,
      isVariable: true,
      currency: "USD",
      firstDate: "2026-03-12",
      lastDate: "2026-11-12",
      nextDate: "2026-12-12",
      plaidTransactionIds: ["t1", "t2"],
    },
  ]);
});

it.each([
  [{ is_active: false }, "ended"],
  [{ status: TransactionStreamStatus.Tombstoned }, "ended"],
  [{ status: TransactionStreamStatus.EarlyDetection }, "early"],
  [{ status: TransactionStreamStatus.Unknown }, "early"],
] as const)("a stream that is %j is %s", (more, status) => {
  const [found] = toBankStream(stream(more));
  expect(found?.status).toBe(status);
  expect(found?.nextDate === null).toBe(status === "ended");
});

it("survives what may be missing", () => {
  const {
    personal_finance_category: _,
    predicted_next_date: __,
    ...bare
  } = stream({
    merchant_name: null,
    average_amount: {},
    frequency: RecurringTransactionFrequency.Unknown,
  });
  expect(toBankStream(bare)).toMatchObject([
    { name: "STREAMBOX.COM", averageMinor: -1_799, isVariable: false, cadence: "irregular", nextDate: null },
  ]);
  expect(toBankStream(stream({ average_amount: {}, last_amount: {} }))).toEqual([]);
});
