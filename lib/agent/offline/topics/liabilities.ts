import type { LiabilitiesResult } from "../../../contract/results/liabilities-result";
import { formatDate } from "../../../domain/calendar";
import { accountsNamedIn } from "../account-names";
import { asOfLine, bold, joinWords, paragraphs, plainName } from "../answers/wording";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const IS_LIABILITY =
  /\butili[sz](?:ation|ing|ed)\b|\b(?:credit|card) limit\b|\blimit\b.*\b(?:card|credit|using|used)\b|\b(?:card|credit)\b.*\blimit\b|\bapr\b|\binterest rates?\b|\b(?:owe|debts?|loans?|borrow\w*)\b.*\brates?\b|\brates?\b.*\b(?:owe|debts?|loans?|borrow\w*)\b|\bminimum (?:payments?|due)\b|\bavailable credit\b|\bcredit\b.*\b(?:left|available|free|remaining|unused)\b|\bstatement (?:balance|due|date)\b|\b(?:cards?|loan|credit card)(?: payments?| bill)?\b.*\bdue\b|\bdue date\b|\b(?:cards?|loans?|debts?)\b.*\boverdue\b|\bhow much (?:monthly )?interest\b.*\b(?:am i|do i|will i|does my|do my|is my|are my)\b.*\b(?:pay\w*|cost\w*|charg\w*|card|loan|debt)\b|\b(?:rate|interest)\b.*\b(?:on|of) (?:my|the)\b.*\b(?:card|loan|debt)\b|\bmaxed out\b/;

/** What is owed with its rates, due dates and limits. */
export const liabilities = topic<{ plain: string }>({
  read: ({ plain, periods }) =>
    IS_LIABILITY.test(plain) &&
    (/\bapr\b.*\b(?:card|loan|debt)/.test(plain) ||
      periods.every((period) => typeof period === "string" && /today|this_/.test(period)))
      ? { plain }
      : undefined,
  plan: () => [{ name: "get_liabilities", args: {} }],
  answer: ({ plain }, results, facts) => {
    const [result] = resultsOf(results, "liabilities");
    if (!result) return "";
    const named = accountsNamedIn(plain, result.liabilities);
    const isLoan = /\bloans?\b|\bmortgage\b/.test(plain) && !/\bcards?\b/.test(plain);
    const asked =
      named.length > 0
        ? named
        : result.liabilities.filter(({ type }) =>
            isLoan ? type === "loan" : /\bcards?\b|\bcredit\b|\butili/.test(plain) ? type === "credit" : true,
          );
    const isTogether =
      named.length === 0 && /\butili|\blimit\b|\bcredit\b.*\b(?:left|available|using|used)\b/.test(plain);
    return paragraphs(
      isTogether &&
        result.totals
          .flatMap(({ cards }) =>
            cards
              ? [
                  `Together your cards use ${bold(cards.utilisation.formatted)} of their limits: ${bold(cards.owed.formatted)} of ${cards.limit.formatted}.`,
                ]
              : [],
          )
          .join(" "),
      ...asked.map(debtLine),
      asked.length > 1 &&
        result.totals
          .map(
            ({ owed, minimumPayments, monthlyInterest }) =>
              `In all you owe ${owed.formatted}, with minimum payments of ${minimumPayments.formatted} and about ${monthlyInterest.formatted} of interest a month.`,
          )
          .join(" "),
      result.overdue.length > 0 && `Overdue: ${joinWords(result.overdue.map(plainName))}.`,
      asked.length === 0 && "You have no such card or loan linked here.",
      asOfLine(result.asOf, facts),
    );
  },
});

function debtLine(debt: LiabilitiesResult["liabilities"][number]): string {
  const {
    name,
    owed,
    limit,
    available,
    utilisation,
    yearlyRate,
    monthlyInterest,
    minimumPayment,
    dueDate,
    statementBalance,
    isOverdue,
  } = debt;
  return [
    `${plainName(name)}:`,
    owed && `${bold(owed.formatted)} owed`,
    limit && `of a limit of ${limit.formatted}`,
    utilisation &&
      `(${bold(utilisation.formatted)} used${available ? `, ${bold(available.formatted)} left` : ""})`,
    yearlyRate && `at ${bold(yearlyRate.formatted)} a year`,
    monthlyInterest && `(about ${monthlyInterest.formatted} of interest a month)`,
    minimumPayment && `, minimum payment ${bold(minimumPayment.formatted)}`,
    dueDate && `due on ${bold(formatDate(dueDate))}${isOverdue ? " (overdue)" : ""}`,
    statementBalance && `, statement balance ${statementBalance.formatted}`,
  ]
    .filter(Boolean)
    .join(" ")
    .replaceAll(" ,", ",")
    .concat(".");
}
