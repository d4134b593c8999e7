"use client";

import Link from "next/link";
import { ChartFigure } from "@/components/chart/chart-figure";
import { LineChart } from "@/components/chart/line-chart";
import { axisFormat, toMarks } from "@/components/chart/marks";
import { ResultTable } from "@/components/chat/result-table";
import { figure, type Table } from "@/components/chat/results/view";
import { AskLink } from "@/components/money/ask-link";
import { formatDayOfYear, formatMonth } from "@/lib/domain/calendar";
import { describeDefinition } from "@/lib/domain/definitions";
import { toMoney } from "@/lib/domain/money";
import { PACE_DEFINITION, type PaceOfCurrency } from "@/lib/domain/spending-pace";

type PaceChartProps = { pace: PaceOfCurrency; isOnlyCurrency: boolean };

/** Spending since the first of the month, beside what is usual by then. */
export function PaceChart({ pace, isOnlyCurrency }: PaceChartProps) {
  const { currency, days, spentMinor, usualMinor } = pace;
  const money = (minor: number) => toMoney(minor, currency);
  const month = formatMonth(days[0]?.date ?? "");
  const spent = days.flatMap(({ date, spentMinor }) =>
    spentMinor === null ? [] : [{ label: formatDayOfYear(date), money: money(spentMinor) }],
  );
  const usual = days.flatMap(({ date, usualMinor }) =>
    usualMinor === null ? [] : [{ label: `Usually by ${formatDayOfYear(date)}`, money: money(usualMinor) }],
  );
  const title = isOnlyCurrency ? "Spending this month" : `Spending this month in ${currency}`;
  const table = tableOf(pace);
  return (
    <ChartFigure
      title={title}
      subtitle={month}
      table={table}
      details={<PaceDetails table={table} />}
      action={<AskLink question="How does my spending this month compare with last month?" about={title} />}
    >
      <p className="mb-4">
        <Link
          href="/spending"
          className="rounded font-semibold text-3xl tabular-nums tracking-tight underline-offset-4 hover:underline"
        >
          {money(spentMinor).formatted}
        </Link>
        {usualMinor !== null && (
          <span className="block text-muted-foreground text-sm">
            {againstUsual(spentMinor, usualMinor, currency)}
          </span>
        )}
      </p>
      <LineChart title={title} marks={toMarks(spent)} usual={toMarks(usual)} format={axisFormat(spent)} />
      {usual.length > 0 && (
        <p aria-hidden className="mt-2 flex gap-4 text-muted-foreground text-xs">
          <span className="flex items-center gap-1.5">
            <span className="h-0.5 w-4 bg-primary" /> This month
          </span>
          <span className="flex items-center gap-1.5">
            <span className="w-4 border-muted-foreground border-t-2 border-dashed" /> Usually
          </span>
        </p>
      )}
    </ChartFigure>
  );
}

function againstUsual(spentMinor: number, usualMinor: number, currency: string): string {
  const difference = spentMinor - usualMinor;
  if (difference === 0) return "As much as usual by today";
  return `${toMoney(Math.abs(difference), currency).formatted} ${difference > 0 ? "more" : "less"} than usual by today`;
}

function PaceDetails({ table }: { table: Table }) {
  return (
    <div className="overflow-hidden rounded-xl border text-[13px]">
      <ResultTable table={table} isCaptioned={false} />
      <p className="bg-muted/50 px-3.5 py-2.5 text-muted-foreground text-xs leading-relaxed">
        {describeDefinition(PACE_DEFINITION)}
      </p>
    </div>
  );
}

const tableOf = ({ currency, days }: PaceOfCurrency): Table => ({
  title: "Spending since the first of the month",
  columns: ["Until", "This month", "Usually"],
  rows: days.map(({ date, spentMinor, usualMinor }) => ({
    key: date,
    cells: [
      formatDayOfYear(date),
      spentMinor === null ? { text: "–", isGain: false } : figure(toMoney(spentMinor, currency)),
      usualMinor === null ? { text: "–", isGain: false } : figure(toMoney(usualMinor, currency)),
    ],
  })),
});
