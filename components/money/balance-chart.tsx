"use client";

import { ChartFigure } from "@/components/chart/chart-figure";
import { LineChart } from "@/components/chart/line-chart";
import { axisFormat, toMarks } from "@/components/chart/marks";
import { viewNetWorth } from "@/components/chat/results/net-worth";
import { ToolDetails } from "@/components/chat/tool-details";
import type { NetWorthResult } from "@/lib/contract/results/net-worth-result";
import { formatDate } from "@/lib/domain/calendar";
import { AskLink } from "./ask-link";

type BalanceChartProps = {
  /** Such as "Net worth", or "Balance" of one account. */
  title: string;
  question: string;
  result: NetWorthResult;
  timeZone: string;
};

/** What one has less what one owes, of all accounts or of some, in time: a line for each currency. */
export function BalanceChart({ title, question, result, timeZone }: BalanceChartProps) {
  const { tables } = viewNetWorth(result);
  return result.currencies.map(({ currency, first, last, change, points }) => {
    const drawn = points.map(({ date, amount }) => ({ label: formatDate(date), money: amount }));
    const name = result.currencies.length > 1 ? `${title} in ${currency}` : title;
    const sign = change.amountMinor > 0 ? "+" : "";
    const table = tables.find((one) => one.title === `Net worth in ${currency}`);
    return (
      table && (
        <ChartFigure
          key={currency}
          title={name}
          subtitle={`Since ${formatDate(first.date)}: ${sign}${change.formatted}`}
          table={table}
          details={<ToolDetails result={result} timeZone={timeZone} />}
          action={<AskLink question={question} about={name} />}
        >
          <p className="mb-4 font-semibold text-3xl tabular-nums tracking-tight">{last.amount.formatted}</p>
          <LineChart title={name} marks={toMarks(drawn)} format={axisFormat(drawn)} />
        </ChartFigure>
      )
    );
  });
}
