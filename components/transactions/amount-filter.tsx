"use client";

import { ChevronDownIcon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

type Amounts = { minUnits: number | null; maxUnits: number | null };
type AmountFilterProps = Amounts & { onChange: (amounts: Partial<Amounts>) => void };

function inWords({ minUnits, maxUnits }: Amounts): string {
  if (minUnits === null && maxUnits === null) return "Amount";
  if (maxUnits === null) return `${minUnits} or more`;
  return minUnits === null ? `Up to ${maxUnits}` : `${minUnits} to ${maxUnits}`;
}

/** The size of a single transaction, money in or out, in whole units of its currency. */
export function AmountFilter({ minUnits, maxUnits, onChange }: AmountFilterProps) {
  const isSet = minUnits !== null || maxUnits !== null;
  const toUnits = (text: string): number | null => (text === "" ? null : Math.max(0, Number(text)));
  const field = (label: string, value: number | null, set: (value: number | null) => void) => (
    <Label className="grid gap-1.5 text-xs">
      {label}
      <Input
        type="number"
        inputMode="decimal"
        min={0}
        step="any"
        value={value ?? ""}
        onChange={(event) => set(toUnits(event.target.value))}
        className="h-9 px-2"
      />
    </Label>
  );
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          size="sm"
          className={cn("font-normal", isSet && "border-primary text-primary")}
        >
          {inWords({ minUnits, maxUnits })}
          <ChevronDownIcon aria-hidden className="opacity-60" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="grid w-64 grid-cols-2 gap-2 p-3">
        {field("At least", minUnits, (value) => onChange({ minUnits: value }))}
        {field("At most", maxUnits, (value) => onChange({ maxUnits: value }))}
        {isSet && (
          <Button
            variant="ghost"
            size="sm"
            className="col-span-2"
            onClick={() => onChange({ minUnits: null, maxUnits: null })}
          >
            Any amount
          </Button>
        )}
      </PopoverContent>
    </Popover>
  );
}
