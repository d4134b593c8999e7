"use client";

import { ChartFigure } from "@/components/chart/chart-figure";
import { ColumnPairs } from "@/components/chart/column-pairs";
import { axisFormat, toMarks } from "@/components/chart/marks";
import { viewCashFlow } from "@/components/chat/results/cash-flow";
import { count, formatRange } from "@/components/chat/results/words";
import { ToolDetails } from "@/components/chat/tool-details";
import { AskLink } from "@/components/money/ask-link";
import type { Money } from "@/lib/contract/money";
import type { CashFlowResult } from "@/lib/contract/results/cash-flow-result";

type CashFlowChartProps = { result: CashFlowResult; timeZone: string };

/** What came in beside what went out, month by month: one drawing for each currency. */
export function CashFlowChart({ result, timeZone }: CashFlowChartProps) {
  const { tables } = viewCashFlow(result);
  return result.currencies.map(({ currency, months, averagePerMonth, wholeMonths }) => {
    const name = result.currencies.length > 1 ? `Cash flow in ${currency}` : "Cash flow";
    const table = tables.find(({ title }) => title === currency);
    const pairs = months.map(({ month, label, income, spending }) => ({
      key: month,
      label: label.slice(0, 3),
      first: toMark(`Income in ${label}`, income),
      second: toMark(`Spending in ${label}`, spending),
    }));
    const format = axisFormat(months.map(({ label, income }) => ({ label, money: income })));
    return (
      table && (
        <ChartFigure
          key={currency}
          title={name}
          subtitle={formatRange(result.period)}
          table={table}
          details={<ToolDetails result={result} timeZone={timeZone} />}
          action={
            <AskLink
              question="What were my income, spending and savings rate in the last 6 months, by month?"
              about={name}
            />
          }
        >
          <ColumnPairs pairs={pairs} names={["Income", "Spending"]} format={format} />
          {averagePerMonth && (
            <p className="mt-3 text-muted-foreground text-xs">
              On average{" "}
              <strong className="font-medium text-foreground">{averagePerMonth.net.formatted}</strong> of a
              month is left
              {averagePerMonth.savingsRate && `, ${averagePerMonth.savingsRate.formatted} of income`}, over{" "}
              {count(wholeMonths, "whole month")}.
            </p>
          )}
        </ChartFigure>
      )
    );
  });
}

function toMark(label: string, money: Money) {
  const [mark] = toMarks([{ label, money }]);
  return mark ?? { label, size: 0, text: money.formatted };
}
