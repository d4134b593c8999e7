"use client";

import { XIcon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_TAG } from "@/lib/contract/proposals";

/** One tag to write. @param onAdd gets it without spaces around it */
export function TagField({ isBusy, onAdd }: { isBusy: boolean; onAdd: (tag: string) => void }) {
  const [text, setText] = useState("");
  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const tag = text.trim();
    if (tag === "") return;
    onAdd(tag);
    setText("");
  }
  return (
    <form onSubmit={onSubmit} className="flex gap-2">
      <Input
        aria-label="New tag"
        placeholder="Add a tag"
        maxLength={MAX_TAG}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="h-9"
      />
      <Button type="submit" variant="outline" disabled={isBusy || text.trim() === ""}>
        Add
      </Button>
    </form>
  );
}

/** @param onRemove left out: they are only shown */
export function TagList({
  tags,
  onRemove,
}: {
  tags: readonly string[];
  onRemove?: ((tag: string) => void) | undefined;
}) {
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag) => (
        <li
          key={tag}
          className="inline-flex items-center gap-1 rounded-full bg-secondary py-1 pr-1.5 pl-3 text-secondary-foreground text-xs"
        >
          {tag}
          {onRemove && (
            <button
              type="button"
              aria-label={`Take off the tag ${tag}`}
              onClick={() => onRemove(tag)}
              className="grid size-6 place-items-center rounded-full hover:bg-muted"
            >
              <XIcon className="size-3" aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
