import type { PageCursor, TransactionSearch } from "../contract/transactions";
import { csvLine } from "../csv/write-line";
import { database } from "../db/client";
import { listTransactionPage } from "../db/queries/transaction-pages";
import { categoryLabel } from "../domain/categories";
import type { Ledger } from "../domain/ledger";
import { decimalText } from "../domain/money";
import { flowLabel } from "../domain/transaction-details";
import { resolveFilter } from "./resolve-filter";

const BATCH_SIZE = 1_000;

const HEADER = [
  "Date",
  "Merchant",
  "Bank text",
  "Category",
  "Amount",
  "Currency",
  "Account",
  "Kind",
  "Pending",
  "Tags",
  "Note",
  "Part of",
];

/**
 * The rows that match, newest first, as lines of a CSV file; amounts are decimal numbers, negative is money out. Only one
 * batch of them is in memory.
 * @param ledger the person's own
 */
export async function* exportTransactions(
  userId: string,
  search: TransactionSearch,
  ledger: Ledger,
): AsyncGenerator<string> {
  const filter = await resolveFilter(userId, search, ledger.today);
  yield csvLine(HEADER);
  let after: PageCursor | null = null;
  do {
    const rows: Row[] = await listTransactionPage(database(), userId, filter, { after, limit: BATCH_SIZE });
    yield rows.map(toCsv).join("");
    const last = rows.at(-1);
    after = last && rows.length === BATCH_SIZE ? { date: last.date, id: last.id } : null;
  } while (after !== null);
}

type Row = Awaited<ReturnType<typeof listTransactionPage>>[number];

const toCsv = (row: Row): string =>
  csvLine([
    row.date,
    row.merchant,
    row.description,
    categoryLabel(row.category),
    decimalText(row.amountMinor, row.currency),
    row.currency,
    row.accountName,
    flowLabel(row.flow),
    row.pending ? "yes" : "no",
    row.tags.join("; "),
    row.note ?? "",
    row.wholeMinor === null ? "" : decimalText(row.wholeMinor, row.currency),
  ]);
