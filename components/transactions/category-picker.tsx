"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { CATEGORY_IDS, categoryLabel, categoryNames } from "@/lib/domain/categories";

type CategoryPickerProps = {
  /** The one that is chosen now. */
  value?: string | undefined;
  onPick: (category: string) => void;
  /** The button that opens it. */
  children: ReactNode;
};

/** One category, found by its name or by what people call it. */
export function CategoryPicker({ value, onPick, children }: CategoryPickerProps) {
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLowerCase();
  const shown = CATEGORY_IDS.filter((id) => categoryNames(id).some((name) => name.includes(wanted)));

  function pick(category: string) {
    setOpen(false);
    onPick(category);
  }
  function move(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const buttons: (Element | null)[] = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(document.activeElement);
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))];
    if (next instanceof HTMLElement) next.focus();
  }

  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setText("");
      }}
    >
      <PopoverTrigger asChild>{children}</PopoverTrigger>
      <PopoverContent align="start" className="w-64 p-2" onKeyDown={move}>
        <Input
          aria-label="Find a category"
          placeholder="Find a category"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const [first] = shown;
            if (event.key === "Enter" && wanted !== "" && first) pick(first);
          }}
          className="mb-2 h-9"
        />
        <div ref={list} className="scrollbar-quiet max-h-64 overflow-y-auto">
          {shown.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === value}
              onClick={() => pick(id)}
              className={cn(
                "block min-h-9 w-full truncate rounded-md px-2.5 py-1.5 text-left hover:bg-muted",
                id === value && "bg-accent font-medium text-accent-foreground",
              )}
            >
              {categoryLabel(id)}
            </button>
          ))}
          {shown.length === 0 && <p className="px-2.5 py-2 text-muted-foreground">No such category.</p>}
        </div>
      </PopoverContent>
    </Popover>
  );
}
