import type { TransactionSearch } from "@/lib/contract/transactions";
import { formatDate } from "@/lib/domain/calendar";
import { categoryLabel } from "@/lib/domain/categories";
import { formatMoney } from "@/lib/domain/money";
import { formatPeriod, resolvePeriod } from "@/lib/domain/period";
import type { Transaction } from "@/lib/domain/transaction";

/** Names come from banks: in a question of the person they are short and in quotes. */
const MAX_NAME = 60;
const quoted = (name: string): string =>
  `"${name
    .replaceAll(/["\s]+/g, " ")
    .trim()
    .slice(0, MAX_NAME)}"`;

/** A question about one row, which the person may change before it is sent. */
export function askAboutRow({
  merchant,
  amountMinor,
  currency,
  date,
}: Pick<Transaction, "merchant" | "amountMinor" | "currency" | "date">): string {
  const amount = formatMoney(Math.abs(amountMinor), currency);
  const way = amountMinor > 0 ? "from" : "to";
  return `Tell me about the ${amount} ${way} ${quoted(merchant)} on ${formatDate(date)}. How often does it occur?`;
}

/** A question about the rows that a search finds. @param today in the person's time zone */
export function askAboutSearch(search: TransactionSearch, today: string): string {
  const { categories, merchants, text, period } = search;
  const about = [...categories.map(categoryLabel), ...merchants.map(quoted), ...(text ? [quoted(text)] : [])];
  const days = typeof period === "string" ? resolvePeriod(period, today) : period;
  const what = about.length === 0 ? "all my spending" : about.join(" and ");
  return `How much did I spend on ${what}${days ? ` from ${formatPeriod(days)}` : " this year"}, by month?`.replace(
    "on all my spending",
    "in total",
  );
}
