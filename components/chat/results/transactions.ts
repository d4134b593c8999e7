import type { TransactionsResult } from "../../../lib/contract/results/transactions-result";
import { transactionTable } from "./transaction-rows";
import { figure, type ResultView } from "./view";
import { countRows, within } from "./words";

export const viewTransactions = (result: TransactionsResult): ResultView => ({
  line: `Looked at ${countRows(result.rowCount)}${within(result.period)}`,
  tables: [
    {
      title: "In all",
      columns: ["Currency", "Money in", "Money out"],
      rows: result.totals.map(({ moneyIn, moneyOut }) => ({
        key: moneyIn.currency,
        cells: [moneyIn.currency, figure(moneyIn), figure(moneyOut)],
      })),
    },
    transactionTable(result.transactions, result.rowCount),
  ],
  notes: [],
});
