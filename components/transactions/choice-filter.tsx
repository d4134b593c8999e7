"use client";

import { ChevronDownIcon } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { Facet } from "@/lib/contract/transactions";

type ChoiceFilterProps = {
  label: string;
  /** Undefined while they are being counted. */
  choices: readonly Facet[] | undefined;
  chosen: readonly string[];
  /** What a chosen value is called that nothing matches any more. */
  labelOf?: (value: string) => string;
  onChange: (chosen: string[]) => void;
};

/** With more choices than that one can search in them. */
const MANY = 9;

/** Several of some choices, each with how many rows it would show. */
export function ChoiceFilter({ label, choices, chosen, labelOf = String, onChange }: ChoiceFilterProps) {
  const [text, setText] = useState("");
  const known = choices ?? [];
  const gone = chosen
    .filter((value) => !known.some((choice) => choice.value === value))
    .map((value) => ({ value, label: labelOf(value), rowCount: 0 }));
  const all = [...known, ...gone];
  const shown = all.filter((choice) => choice.label.toLowerCase().includes(text.trim().toLowerCase()));
  const first = all.find(({ value }) => value === chosen[0])?.label;
  return (
    <Popover onOpenChange={() => setText("")}>
      <PopoverTrigger asChild>
        <Button
          variant="outline"
          size="sm"
          className={cn("max-w-52 font-normal", chosen.length > 0 && "border-primary text-primary")}
        >
          <span className="truncate">
            {chosen.length === 0 ? label : `${first}${chosen.length > 1 ? ` +${chosen.length - 1}` : ""}`}
          </span>
          <ChevronDownIcon aria-hidden className="opacity-60" />
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-72 p-2">
        <fieldset>
          <legend className="sr-only">{label}</legend>
          {all.length > MANY && (
            <Input
              aria-label={`Search ${label.toLowerCase()}`}
              placeholder="Search"
              value={text}
              onChange={(event) => setText(event.target.value)}
              className="mb-2 h-9"
            />
          )}
          {shown.map(({ value, label: name, rowCount }) => (
            <label
              key={value}
              className="flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 py-1 hover:bg-muted"
            >
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
                }
                className="size-4 accent-primary"
              />
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <span className="amount text-muted-foreground text-xs">{rowCount.toLocaleString("en-US")}</span>
            </label>
          ))}
          {shown.length === 0 && (
            <p className="px-2 py-3 text-muted-foreground">
              {choices ? "Nothing to choose from." : "Counting…"}
            </p>
          )}
        </fieldset>
        {chosen.length > 0 && (
          <Button variant="ghost" size="sm" className="mt-1 w-full" onClick={() => onChange([])}>
            Clear
          </Button>
        )}
      </PopoverContent>
    </Popover>
  );
}
