import type { DaySum } from "@/lib/contract/transactions";
import { formatDate, weekdayOf } from "@/lib/domain/calendar";
import { GridHeader } from "./grid-parts";

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** The name of a day above its rows, with what it comes to. */
export function DayLine({ date, day }: { date: string; day: DaySum | undefined }) {
  return (
    <GridHeader className="flex h-full items-end justify-between gap-4 pr-4 pb-1.5 pl-0.5 text-xs">
      <span className="font-medium text-muted-foreground">
        <span className="max-sm:hidden">{WEEKDAYS[weekdayOf(date)]}, </span>
        {formatDate(date)}
      </span>
      <span className="flex gap-3 text-muted-foreground" title="Income less spending">
        {day?.net.map(({ currency, formatted, amountMinor }) => (
          <span key={currency} className="amount">
            {amountMinor > 0 ? `+${formatted}` : formatted}
          </span>
        ))}
      </span>
    </GridHeader>
  );
}
