import { count } from "@/components/chat/results/words";
import { AskLink } from "@/components/money/ask-link";
import { MoneyCard } from "@/components/money/money-card";
import type { RecurringSeries } from "@/lib/contract/results/recurring-result";
import { SeriesRow } from "./series-row";

type SeriesListProps = {
  title: string;
  /** What it comes to, if anything is to be said of that. */
  subtitle?: string;
  series: readonly RecurringSeries[];
  question: string;
};

/** Payments of one kind, what is due next first. Without any it is not shown. */
export function SeriesList({ title, subtitle, series, question }: SeriesListProps) {
  if (series.length === 0) return null;
  return (
    <MoneyCard
      title={title}
      subtitle={subtitle ?? count(series.length, "payment")}
      actions={<AskLink question={question} about={title.toLowerCase()} />}
    >
      <ul className="divide-y border-t">
        {series.map((one) => (
          <SeriesRow key={one.id} series={one} />
        ))}
      </ul>
    </MoneyCard>
  );
}
