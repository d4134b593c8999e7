import { z } from "zod";
import type { TransactionResult } from "../../contract/results/transaction-result";
import { formatDate } from "../../domain/calendar";
import type { Ledger } from "../../domain/ledger";
import { formatMoney, toMoney } from "../../domain/money";
import { meaningInWords, type TransactionDetails } from "../../domain/transaction-details";
import { evidenceOf } from "./evidence-of";
import { toPeriod } from "./period-input";
import { purserTool } from "./purser-tool";
import { resolveScope } from "./resolve-scope";
import { toRow } from "./to-row";
import { ToolProblem } from "./tool-problem";

const MAX_MATCHES = 10;
const MAX_SUGGESTIONS = 3;

const GetTransactionInput = z.object({
  id: z
    .string()
    .max(100)
    .nullish()
    .describe("Of a row of an earlier result. With it nothing else is needed."),
  merchant: z.string().max(200).nullish().describe("The merchant, by name or part of it."),
  date: z.string().nullish().describe("YYYY-MM-DD"),
  amount: z.number().nullish().describe("In whole units, with or without its sign."),
});
type Input = z.infer<typeof GetTransactionInput>;

const TRANSACTION_DEFINITION = "transaction.v1";

/** One row with everything known of it; all that fit where the description fits several. @throws {ToolProblem} */
export async function getTransaction(ledger: Ledger, input: Input): Promise<TransactionResult> {
  const { ids, rowCount } = input.id ? { ids: [input.id], rowCount: 1 } : await find(ledger, input);
  const details = await ledger.details(ids);
  if (details.length === 0) throw notFound([]);
  const evidence = await evidenceOf(ledger, { accountIds: details.map(({ accountId }) => accountId) });
  return {
    kind: "transaction",
    definition: TRANSACTION_DEFINITION,
    ...evidence,
    rowCount,
    transactions: details.map(toDetailedRow),
  };
}

async function find(ledger: Ledger, { merchant, date, amount }: Input) {
  if (!merchant && !date && typeof amount !== "number") {
    throw new ToolProblem("nothing_asked", "Which transaction is meant was not said.", {
      hint: "Give its id, or its merchant, date or amount.",
    });
  }
  const { merchants } = await resolveScope({ merchants: merchant ? [merchant] : [] }, ledger);
  const units = typeof amount === "number" ? Math.abs(amount) : undefined;
  const filter = { merchants, minUnits: units, maxUnits: units };
  const period = date ? await toPeriod({ start: date, end: date }, ledger) : undefined;
  const [rows, sums] = await Promise.all([
    ledger.transactions({ ...filter, period }, { limit: MAX_MATCHES }),
    ledger.sums({ ...filter, period }, "none"),
  ]);
  const rowCount = sums.reduce((count, sum) => count + sum.rowCount, 0);
  if (rows.length > 0) return { ids: rows.map(({ id }) => id), rowCount };
  const near =
    period && merchants.length > 0 ? await ledger.transactions(filter, { limit: MAX_SUGGESTIONS }) : [];
  throw notFound(
    near.map(
      (row) => `${formatDate(row.date)}, ${row.merchant}, ${formatMoney(row.amountMinor, row.currency)}`,
    ),
  );
}

const notFound = (suggestions: string[]): ToolProblem =>
  new ToolProblem("unknown_transaction", "There is no such transaction.", {
    ...(suggestions.length > 0 && {
      hint: "The newest that fit but for the date are suggested.",
      suggestions,
    }),
  });

const toDetailedRow = (row: TransactionDetails): TransactionResult["transactions"][number] => ({
  ...toRow(row),
  description: row.description,
  ...(row.partOf && { partOf: toMoney(row.partOf.amountMinor, row.currency) }),
  flow: row.flow,
  meaning: meaningInWords(row),
  postedDate: row.postedDate,
  institution: row.institution,
  accountMask: row.accountMask,
  source: row.source,
  bankCategory: row.bankCategory,
  isCategoryChosen: row.isCategoryChosen,
  note: row.note,
  tags: [...row.tags],
});

export const getTransactionTool = () =>
  purserTool({
    name: "get_transaction",
    description:
      "Everything known of one transaction, found by id or by merchant, date and amount: what the bank wrote, when it was booked, its account, category, note, tags, of what whole it is a part when it was split, and whether it counts as spending or income.",
    schema: GetTransactionInput,
    run: ({ ledger }, input) => getTransaction(ledger, input),
  });
