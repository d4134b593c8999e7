import { RecurringTransactionFrequency, type TransactionStream, TransactionStreamStatus } from "plaid";
import type { Cadence, RecurringStatus } from "../contract/recurring";
import { minorUnitExponent } from "../domain/money";
import { categoryOf } from "../domain/plaid-categories";
import type { SeriesFacts } from "../domain/recurring-series";
import { plaid } from "./client";
import { askPlaid } from "./errors";
import { currencyOf } from "./map";
import { toMinorUnits } from "./minor-units";

/** A stream of Plaid's, ready to store; its key is the id of the stream. */
export type BankStream = SeriesFacts & { plaidAccountId: string; plaidTransactionIds: string[] };

/**
 * Plaid's own recurring streams, both directions. An add-on that many do not have; it needs the whole history.
 * https://plaid.com/docs/api/products/transactions/#transactionsrecurringget @throws {PlaidFailure}
 */
export async function readStreams(accessToken: string): Promise<BankStream[]> {
  const streams = await askPlaid(() => plaid().transactionsRecurringGet({ access_token: accessToken }));
  return [...streams.inflow_streams, ...streams.outflow_streams].flatMap(toBankStream);
}

/** Payments for which Plaid knows no rhythm are kept as irregular ones. */
const CADENCE: Record<string, Cadence> = {
  [RecurringTransactionFrequency.Weekly]: "weekly",
  [RecurringTransactionFrequency.Biweekly]: "fortnightly",
  [RecurringTransactionFrequency.SemiMonthly]: "twice_monthly",
  [RecurringTransactionFrequency.Monthly]: "monthly",
  [RecurringTransactionFrequency.Annually]: "yearly",
};

/** Less than this share of the average is no change. */
const SAME_AMOUNT = 0.02;

/** @returns nothing for a stream without amounts: there is nothing to show */
export function toBankStream(stream: TransactionStream): BankStream[] {
  const { average_amount: average, last_amount: last } = stream;
  if (last.amount === undefined && average.amount === undefined) return [];
  const currency = currencyOf(last.amount === undefined ? average : last);
  // Plaid's sign turned round.
  const minor = (amount: number) => 0 - toMinorUnits(amount, minorUnitExponent(currency));
  const lastMinor = minor(last.amount ?? average.amount ?? 0);
  const averageMinor = minor(average.amount ?? last.amount ?? 0);
  const { primary, detailed } = stream.personal_finance_category ?? { primary: null, detailed: null };
  const status = statusOf(stream);
  return [
    {
      plaidAccountId: stream.account_id,
      key: stream.stream_id,
      name: stream.merchant_name?.trim() || stream.description || "Recurring payment",
      category: categoryOf(primary, detailed),
      cadence: CADENCE[stream.frequency] ?? "irregular",
      status,
      averageMinor,
      lastMinor,
      isVariable: Math.abs(averageMinor - lastMinor) > SAME_AMOUNT * Math.abs(averageMinor),
      currency,
      firstDate: stream.first_date,
      lastDate: stream.last_date,
      nextDate: status === "ended" ? null : (stream.predicted_next_date ?? null),
      plaidTransactionIds: stream.transaction_ids,
    },
  ];
}

function statusOf({ is_active: isActive, status }: TransactionStream): RecurringStatus {
  if (!isActive || status === TransactionStreamStatus.Tombstoned) return "ended";
  return status === TransactionStreamStatus.Mature ? "active" : "early";
}
