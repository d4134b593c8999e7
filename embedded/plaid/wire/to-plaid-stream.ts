import type { TransactionStream, TransactionStreamAmount } from "plaid";
import type { RecurringStream } from "../household/recurring-streams";
import { derivedId } from "./opaque-id";
import type { Wire } from "./wire";

export function toPlaidStream(
  itemId: string,
  stream: RecurringStream,
  currency: string,
): Wire<TransactionStream> {
  const amount = (cents: number): Wire<TransactionStreamAmount> => ({
    amount: cents / 100,
    iso_currency_code: currency,
    unofficial_currency_code: null,
  });
  const { category } = stream;
  return {
    account_id: derivedId(itemId, "account", stream.account),
    stream_id: derivedId(itemId, "transaction", `stream:${stream.key}`),
    category: null,
    category_id: null,
    description: stream.description,
    merchant_name: stream.merchant,
    first_date: stream.firstOn,
    last_date: stream.lastOn,
    predicted_next_date: stream.nextOn,
    frequency: stream.frequency,
    transaction_ids: stream.rows.map(({ key }) => derivedId(itemId, "transaction", key)),
    average_amount: amount(stream.averageCents),
    last_amount: amount(stream.lastCents),
    is_active: stream.status !== "TOMBSTONED",
    status: stream.status,
    personal_finance_category:
      category === null
        ? null
        : {
            primary: category.primary,
            detailed: category.detailed,
            confidence_level: category.confidence,
            version: "v2",
          },
    is_user_modified: false,
  };
}
