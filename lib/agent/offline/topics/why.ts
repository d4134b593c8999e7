import { formatPeriod } from "../../../domain/period";
import type { PeriodInput } from "../../tools/period-input";
import { asOfLine, bold, inPeriod, joinWords, paragraphs, plainName, table } from "../answers/wording";
import type { ParsedQuestion } from "../parsed-question";
import type { Subject } from "../question";
import { exclusionOf, scopesOf } from "../scopes";
import { comparedPeriods } from "../to-question";
import { resultsOf } from "../tool-round";
import { IS_MISSED } from "./freshness";
import { topic } from "./topic";

type Asked = {
  period: PeriodInput;
  against: PeriodInput | "previous_period";
  subjects: Subject[];
  excluded: Subject[];
  accounts: string[];
  metric: "spending" | "income";
};

const latestFirst = (periods: readonly PeriodInput[]): readonly PeriodInput[] => {
  const [first, second] = periods;
  return typeof first === "object" && typeof second === "object" && first.start < second.start
    ? [second, first]
    : periods;
};

/** Why something went up or down: what changed most since the period before. */
export const why = topic<Asked>({
  name: "why",
  isAbout: ({ wishes, plain }) => wishes.isWhy && !IS_MISSED.test(plain),
  read: (parsed: ParsedQuestion) => {
    const { subjects, excluded, wishes } = parsed;
    const [first = "this_month", second] = latestFirst(comparedPeriods(parsed));
    return {
      period: first,
      against: second ?? "previous_period",
      subjects,
      excluded,
      accounts: wishes.accounts,
      metric: wishes.isIncome ? "income" : "spending",
    };
  },
  subjects: ({ subjects }) => subjects,
  takesIn: () => "all",
  plan: ({ period, against, subjects, excluded, accounts, metric }) => [
    {
      name: "compare_periods",
      args: {
        period,
        against,
        ...(metric === "income" && { metric }),
        groupBy: subjects.length > 0 ? "merchant" : "category",
        ...scopesOf(subjects)[0],
        ...exclusionOf(excluded),
        ...(accounts.length > 0 && { accounts }),
      },
    },
  ],
  answer: ({ metric }, results, facts) => {
    const [result] = resultsOf(results, "comparison");
    if (!result) return "";
    const { categories, merchants } = result.filters;
    const about = [...categories, ...merchants.slice(0, 3).map(plainName)];
    return paragraphs(
      ...result.totals.map(
        ({ now, before, change, percent }) =>
          `${metric === "income" ? "Income" : "Spending"}${about.length > 0 ? ` on ${joinWords(about)}` : ""} was ${bold(now.formatted)} ${inPeriod(result.period)}, against ${bold(before.formatted)} from ${formatPeriod(result.against)}: a change of ${bold(change.formatted)}${percent ? ` (${percent.formatted})` : ""}.`,
      ),
      result.groups.length > 0 && "What changed most:",
      result.groups.length > 0 &&
        table(
          ["What", "Now", "Before", "Change"],
          result.groups.map(({ label, now, before, change }) => [
            plainName(label),
            now.formatted,
            before.formatted,
            change.formatted,
          ]),
        ),
      [result.isSameDays && "Both are cut to the same days.", asOfLine(result.asOf, facts)]
        .filter(Boolean)
        .join(" "),
    );
  },
});
