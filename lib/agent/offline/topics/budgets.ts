import type { BudgetsResult } from "../../../contract/results/budgets-result";
import { monthOf } from "../../../domain/calendar";
import { periodName } from "../../../domain/period";
import { asOfLine, bold, paragraphs, plainName, sentence, table } from "../answers/wording";
import { subjectsBeside } from "../beside";
import type { ParsedQuestion } from "../parsed-question";
import { resultsOf } from "../tool-round";
import { topic } from "./topic";

const WORDS =
  /\b(?:budget(?:s|ed|ing)?|left|over|under|remaining|remain|on track|track|within|status|exceed(?:ed)?|blown|blow|still|set|for|what's|how|am i|doing|much|can|spend|spent|used|use|up|of|in|the|pace|limit)\b/g;

type Asked = { categories: string[]; month: string | "last_month" | undefined };

/** What is left of budgets, and whether the pace fits them. */
export const budgets = topic<Asked>({
  read: (parsed: ParsedQuestion) => {
    const { plain, periods } = parsed;
    if (!/\bbudget(?:s|ed|ing)?\b/.test(plain)) return undefined;
    const [period] = periods;
    return {
      categories: subjectsBeside(parsed, WORDS).flatMap(({ categories, phrase }) =>
        categories.length > 0 ? categories : [phrase],
      ),
      month:
        typeof period === "string"
          ? period === "last_month"
            ? period
            : undefined
          : period && monthOf(period.start),
    };
  },
  plan: ({ categories, month }) => [
    { name: "get_budgets", args: { ...(categories.length > 0 && { categories }), ...(month && { month }) } },
  ],
  answer: (_, results, facts) => {
    const [result] = resultsOf(results, "budgets");
    return result ? paragraphs(answerBudgets(result), asOfLine(result.asOf, facts)) : "";
  },
});

function answerBudgets({ budgets: list, period, totals, daysLeft }: BudgetsResult): string {
  const month = periodName(period);
  if (list.length === 0)
    return "No such budget is set. Ask me to set one, for example “set a budget for groceries”.";
  const rest = daysLeft > 0 && list.length < 3;
  return paragraphs(
    ...(list.length < 3 ? list.map((one) => budgetLine(one, month)) : []),
    list.length > 2 &&
      totals
        .map(
          ({ budgeted, spent, left }) =>
            `${month}: ${bold(spent.formatted)} of ${budgeted.formatted} is spent, ${bold(left.formatted)} is left.`,
        )
        .join(" "),
    list.length > 2 &&
      table(
        ["Budget", "Budgeted", "Spent", "Left"],
        list.map(({ label, budgeted, spent, left }) => [
          plainName(label),
          budgeted.formatted,
          spent.formatted,
          left.formatted,
        ]),
      ),
    rest &&
      list
        .map(({ leftPerDay, projected }) =>
          [
            leftPerDay && `That leaves ${leftPerDay.formatted} per day.`,
            projected && `At this pace the month comes to ${projected.formatted}.`,
          ]
            .filter(Boolean)
            .join(" "),
        )
        .join(" "),
  );
}

function budgetLine(
  { label, budgeted, spent, left, used, status }: BudgetsResult["budgets"][number],
  month: string,
): string {
  const share = used ? ` (${used.formatted})` : "";
  const name = sentence(plainName(label));
  return status === "over"
    ? `${name} is over its budget in ${month}: ${bold(spent.formatted)} of ${budgeted.formatted}${share} is spent, ${bold(left.formatted)} is left.`
    : `${name}, ${month}: ${bold(left.formatted)} of the budget of ${budgeted.formatted} is left; ${bold(spent.formatted)}${share} is spent.${status === "ahead" ? " That is ahead of an even pace." : ""}`;
}
