"use client";

import { ChevronDownIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { TransactionSearch } from "@/lib/contract/transactions";
import { isNamedPeriod, type NamedPeriod, periodName, resolvePeriod } from "@/lib/domain/period";

type PeriodFilterProps = {
  period: TransactionSearch["period"];
  /** In the person's time zone. */
  today: string;
  onChange: (period: TransactionSearch["period"]) => void;
};

const OFFERED: readonly [NamedPeriod, string][] = [
  ["this_month", "This month"],
  ["last_month", "Last month"],
  ["last_30_days", "Last 30 days"],
  ["last_90_days", "Last 90 days"],
  ["this_year", "This year"],
  ["last_year", "Last year"],
];

const words = (name: string): string =>
  OFFERED.find(([known]) => known === name)?.[1] ??
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll("_", " ");

export function PeriodFilter({ period, today, onChange }: PeriodFilterProps) {
  const days = typeof period === "string" ? resolvePeriod(period, today) : period;
  const setDays = (patch: { start?: string; end?: string }) => {
    const next = { start: days?.start ?? today, end: days?.end ?? today, ...patch };
    if (next.start === "" || next.end === "") return;
    // The day that was just chosen counts.
    if (next.start > next.end)
      onChange(patch.start ? { start: next.start, end: next.start } : { start: next.end, end: next.end });
    else onChange(next);
  };
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          size="sm"
          className={cn("font-normal", period && "border-primary text-primary")}
        >
          {period === null ? "Any time" : typeof period === "string" ? words(period) : periodName(period)}
          <ChevronDownIcon aria-hidden className="opacity-60" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="grid w-72 gap-3 p-3">
        <div className="grid grid-cols-2 gap-1.5">
          {OFFERED.map(([name, label]) => (
            <Button
              key={name}
              size="sm"
              variant={period === name ? "primary" : "secondary"}
              aria-pressed={period === name}
              onClick={() => onChange(isNamedPeriod(name) && period !== name ? name : null)}
            >
              {label}
            </Button>
          ))}
        </div>
        <div className="grid grid-cols-2 gap-2">
          <Label className="grid gap-1.5 text-xs">
            From
            <Input
              type="date"
              value={days?.start ?? ""}
              onChange={(event) => setDays({ start: event.target.value })}
              className="h-9 px-2"
            />
          </Label>
          <Label className="grid gap-1.5 text-xs">
            To
            <Input
              type="date"
              value={days?.end ?? ""}
              onChange={(event) => setDays({ end: event.target.value })}
              className="h-9 px-2"
            />
          </Label>
        </div>
        {period !== null && (
          <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
            Any time
          </Button>
        )}
      </PopoverContent>
    </Popover>
  );
}
