import type { Period } from "../../../contract/money";
import type { TransactionRow } from "../../../contract/results/evidence";
import type { TransactionsResult } from "../../../contract/results/transactions-result";
import type { ToolResult } from "../../../contract/tool-result";
import { formatDate } from "../../../domain/calendar";
import type { Facts } from "../../prompt";
import { resultsOf } from "../tool-round";
import type { TransactionsQuestion } from "../topics/flow-question";
import {
  asOfLine,
  bold,
  boldMoney,
  countOf,
  inPeriod,
  joinWords,
  limitsOf,
  paragraphs,
  plainName,
  table,
} from "./wording";

/** Lists, counts and sums of rows in words. Every number is one of the results'. */
export function answerTransactions(
  question: TransactionsQuestion,
  all: readonly ToolResult[],
  facts: Facts,
): string {
  const results = resultsOf(all, "transactions");
  const last = results.at(-1);
  return paragraphs(
    ...results.map((result) => answerOne(question, result, facts)),
    last && [assumedLine(question), asOfLine(last.asOf, facts)].filter(Boolean).join(" "),
  );
}

const assumedLine = ({ periods, answer }: TransactionsQuestion): string | undefined =>
  periods.length === 0 && answer === "total"
    ? "You named no period, so this is the current month so far."
    : undefined;

function answerOne(question: TransactionsQuestion, result: TransactionsResult, facts: Facts): string {
  const limits = result.period ? limitsOf(result.period, result.dataFrom, facts) : [];
  if (result.rowCount === 0) {
    return paragraphs(
      `I found no ${nounOf(question, 2)}${about(question)} ${whenOf(result, facts)}.`,
      limits.join(" "),
    );
  }
  return paragraphs(leadOf(question, result, facts), tableOf(question, result), limits.join(" "));
}

function leadOf(question: TransactionsQuestion, result: TransactionsResult, facts: Facts): string {
  if (question.answer === "count") return countLine(question, result, facts);
  if (question.answer === "total") return totalLine(question, result, facts);
  const [only] = result.transactions;
  if (only && question.limit === 1) return singleLine(question, only, result, facts);
  const { length } = result.transactions;
  const which = {
    largest: "largest",
    smallest: "smallest",
    oldest: "first",
    newest: "latest",
  }[question.sort];
  const listed = result.truncated
    ? `The ${length} ${which} of ${countOf(result.rowCount, nounOf(question, 1), nounOf(question, 2))}`
    : `${countOf(length, nounOf(question, 1), nounOf(question, 2))}`;
  return `${listed}${about(question)} ${whenOf(result, facts)}:`;
}

function countLine(question: TransactionsQuestion, result: TransactionsResult, facts: Facts): string {
  const count = bold(countOf(result.rowCount, nounOf(question, 1), nounOf(question, 2)));
  const sums = question.direction === "out" ? `, ${boldMoney(moneyOut(result))} together` : "";
  return `${count}${about(question)} ${whenOf(result, facts)}${sums}.`;
}

const moneyIn = ({ totals }: TransactionsResult) => totals.map((total) => total.moneyIn);
const moneyOut = ({ totals }: TransactionsResult) => totals.map((total) => total.moneyOut);

function totalLine(question: TransactionsQuestion, result: TransactionsResult, facts: Facts): string {
  const when = whenOf(result, facts);
  const rows = countOf(result.rowCount, "transaction");
  const out = moneyOut(result).filter(({ amountMinor }) => amountMinor > 0);
  if (question.flow === "income") {
    const back = out.length > 0 ? `; ${boldMoney(out)} was taken back` : "";
    return `You received ${boldMoney(moneyIn(result))} of income ${when} (${rows})${back}.`;
  }
  if (question.direction === "in" && (question.flow === "card_payment" || question.flow === "transfer"))
    return `${boldMoney(moneyIn(result))} was ${question.flow === "transfer" ? "put in" : "paid"}${about(question)} ${when} (${rows}). That is not spending.`;
  if (question.direction === "in")
    return `You got back ${boldMoney(moneyIn(result))}${about(question)} ${when} (${rows}).`;
  if (question.direction === "out")
    return `${boldMoney(moneyOut(result))} went out${about(question)} ${when} (${rows}).`;
  return `${boldMoney(moneyOut(result))} went out and ${boldMoney(moneyIn(result))} came in${about(question)} ${when} (${rows}). Moves between your own accounts and card payments are not spending.`;
}

function singleLine(
  question: TransactionsQuestion,
  row: TransactionRow,
  result: TransactionsResult,
  facts: Facts,
): string {
  const amount = bold(row.amount.formatted.replace(/^-/, ""));
  const details = [row.category, plainName(row.account), row.pending && "pending"].filter(Boolean).join(", ");
  const which = {
    largest: "Your largest",
    smallest: "Your smallest",
    oldest: "Your first",
    newest: "Your latest",
  }[question.sort];
  return `${which} ${nounOf(question, 1)}${about(question)} ${whenOf(result, facts)} was ${amount} at ${plainName(row.merchant)} on ${formatDate(row.date)} (${details}).`;
}

/** A total of many rows shows the latest few, so that it can be checked. */
function tableOf(question: TransactionsQuestion, result: TransactionsResult): string | undefined {
  if (question.limit === 1 && question.answer === "rows") return undefined;
  if (question.answer === "count") return undefined;
  return table(
    ["Date", "Merchant", "Category", "Amount"],
    result.transactions.map((row) => [
      formatDate(row.date),
      plainName(row.merchant) + (row.pending ? " (pending)" : ""),
      row.category,
      row.amount.formatted,
    ]),
  );
}

function nounOf(question: TransactionsQuestion, count: number): string {
  const noun = question.isPending ? `pending ${singularOf(question)}` : singularOf(question);
  return count === 1 ? noun : `${noun}s`;
}

function singularOf({ flow, direction }: TransactionsQuestion): string {
  if (flow === "income") return "income payment";
  if (flow === "transfer") return "transfer";
  if (direction === "out") return "purchase";
  if (direction === "in") return flow === "spending" ? "refund" : "deposit";
  return "transaction";
}

function about({ subjects, range, accounts }: TransactionsQuestion): string {
  return [
    subjects.length > 0 && ` for ${joinWords(subjects.map(({ phrase }) => `“${plainName(phrase)}”`))}`,
    accounts.length > 0 && ` with ${joinWords(accounts.map(plainName))}`,
    range.words.length > 0 && ` of ${joinWords(range.words)}`,
  ]
    .filter(Boolean)
    .join("");
}

function whenOf({ period, dataFrom }: TransactionsResult, { today }: Facts): string {
  const all: Period = { start: dataFrom ?? today, end: today };
  return inPeriod(period ?? all);
}
