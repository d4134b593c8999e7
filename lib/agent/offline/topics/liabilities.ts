import type { LiabilitiesResult } from "../../../contract/results/liabilities-result";
import { formatDate } from "../../../domain/calendar";
import { accountsMeant } from "../account-names";
import { asOfLine, bold, joinWords, paragraphs, plainName } from "../answers/wording";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const DEBT = "(?:cards?|credit|loans?|debts?|mortgage|owe|owing|borrow\\w*|liabilities|visa|mastercard|amex)";
const TERM =
  "(?:rates?|apr|aprs|interest|limits?|minimums?|utili[sz]\\w+|available|maxed|headroom|due|overdue|statement|terms|credit line|spending power)";
const TERMS_OF_DEBT = new RegExp(`\\b${DEBT}\\b.*\\b${TERM}\\b|\\b${TERM}\\b.*\\b${DEBT}\\b`);
const NO_TERMS =
  /\b(?:spen[dt]|spending|interest (?:charges?|income|earned|paid me)|pay ?off|paid off|paying off|extra|bought|purchases?|refund|savings?|earned|did|charged|paid|if i|reward|snowball|avalanche|credit score|budget\w*)\b/;
const ALONE =
  /^(?:(?:what(?:'s| is| are)|my|the|show|list|me|all|our|current|total) )*(?:utili[sz]ation|aprs?|interest rates?|credit limits?|min(?:imum)? payments?(?: total| due)?|liabilities|available credit|loans?|credit lines?)[ ?.!]*$/;

const IS_LIABILITY =
  /\bbalance , (?:and )?(?:its|the|my)? ?(?:limit|due|minimum|rate)\b|\bmax(?:ed|ing) (?:it |them |\w+ )?out\b|\bclose to (?:my |the |any )?(?:credit )?limits?\b|\b(?:can|could) i (?:still )?(?:charge|put|spend|use)\b.*\bcard\b|\butili[sz](?:ation|ing|ed)\b|\b(?:credit|card) limit\b|\blimit\b.*\b(?:card|credit|using|used)\b|\b(?:card|credit)\b.*\blimit\b|\bapr\b|\binterest rates?\b|\b(?:owe|debts?|loans?|borrow\w*)\b.*\brates?\b|\brates?\b.*\b(?:owe|debts?|loans?|borrow\w*)\b|\bminimum (?:payments?|due)\b|\bavailable credit\b|\bcredit\b.*\b(?:left|available|free|remaining|unused)\b|\bstatement (?:balance|due|date)\b|\b(?:cards?|loan|credit card)(?: payments?| bill)?\b.*\bdue\b|\b(?:cards?|loans?|credit|debts?)\b.*\bdue date\b|\b(?:of|over|under|near|close to) (?:the|my|its) limit\b|\b(?:cards?|loans?|debts?)\b.*\boverdue\b|\bhow much (?:monthly )?interest\b.*\b(?:am i|do i|will i|does my|do my|is my|are my)\b.*\b(?:pay\w*|cost\w*|charg\w*|card|loan|debt)\b|\b(?:rate|interest)\b.*\b(?:on|of) (?:my|the)\b.*\b(?:card|loan|debt)\b|\bmaxed out\b/;

/** What is owed with its rates, due dates and limits. */
export const liabilities = topic<Pick<ParsedQuestion, "plain" | "before">>({
  name: "liabilities",
  isAbout: ({ plain }) =>
    IS_LIABILITY.test(plain) || ALONE.test(plain) || (TERMS_OF_DEBT.test(plain) && !NO_TERMS.test(plain)),
  read: ({ plain, before, periods }) =>
    /\bapr\b.*\b(?:card|loan|debt)/.test(plain) ||
    periods.every((period) => typeof period === "string" && /today|this_/.test(period))
      ? { plain, before }
      : undefined,
  plan: () => [{ name: "get_liabilities", args: {} }],
  answer: ({ plain, before }, results, facts) => {
    const [result] = resultsOf(results, "liabilities");
    if (!result) return "";
    const named = accountsMeant({ plain, before }, result.liabilities);
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
      asked.length > 1 && extremeLine(plain, asked),
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
        asked.length === result.liabilities.length &&
        result.totals
          .map(
            ({ owed, minimumPayments, monthlyInterest }) =>
              `In all you owe ${owed.formatted}, with minimum payments of ${minimumPayments.formatted} and about ${monthlyInterest.formatted} of interest a month.`,
          )
          .join(" "),
      asked.length > 0 && datesUnknown(plain, asked),
      result.overdue.length > 0 && `Overdue: ${joinWords(result.overdue.map(plainName))}.`,
      asked.length === 0 && "You have no such card or loan linked here.",
      asOfLine(result.asOf, facts),
    );
  },
});

/** Nothing is said to be in time of which nobody knows when it is due. */
function datesUnknown(plain: string, debts: LiabilitiesResult["liabilities"]): string | undefined {
  if (!/\b(?:due|overdue|late|statement)\b/.test(plain)) return undefined;
  const [isOfStatement, isKnown] = /\bstatement\b/.test(plain)
    ? [true, debts.some(({ statementBalance }) => statementBalance !== null)]
    : [false, debts.some(({ dueDate }) => dueDate !== null)];
  if (!isKnown) return `Your bank does not state ${isOfStatement ? "the last statement" : "when it is due"}.`;
  return /\b(?:overdue|late)\b/.test(plain) && debts.every(({ isOverdue }) => isOverdue === false)
    ? "None of that is overdue."
    : undefined;
}

/** "Which card has the highest rate?" */
function extremeLine(plain: string, debts: LiabilitiesResult["liabilities"]): string | undefined {
  const isMost = /\b(?:highest|most|largest|biggest|worst|dearest|max\w*)\b/.test(plain);
  if (!isMost && !/\b(?:lowest|least|smallest|best|cheapest)\b/.test(plain)) return undefined;
  const [what, stated] = /\brates?\b|\bapr\b|\binterest\b|\bexpensive\b|\bdearest\b/.test(plain)
    ? (["rate", (one: Debt) => one.yearlyRate] as const)
    : /\butili|\bmaxed\b|\bused\b/.test(plain)
      ? (["utilisation", (one: Debt) => one.utilisation] as const)
      : /\blimit\b/.test(plain)
        ? (["limit", (one: Debt) => one.limit] as const)
        : (["amount owed", (one: Debt) => one.owed] as const);
  const sizeOf = (one: Debt) => {
    const value = stated(one);
    return value && ("basisPoints" in value ? value.basisPoints : value.amountMinor);
  };
  const known = debts.filter((one) => sizeOf(one) !== null && sizeOf(one) !== undefined);
  const sorted = known.toSorted((a, b) => (sizeOf(b) ?? 0) - (sizeOf(a) ?? 0));
  const one = isMost ? sorted[0] : sorted.at(-1);
  return (
    one &&
    `${bold(plainName(one.name))} has the ${isMost ? "highest" : "lowest"} ${what}: ${bold(stated(one)?.formatted ?? "")}.`
  );
}

type Debt = LiabilitiesResult["liabilities"][number];

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
