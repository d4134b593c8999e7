"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { MAX_NOTE } from "@/lib/contract/proposals";

type NoteFieldProps = { note: string | null; isBusy: boolean; onSave: (note: string | null) => void };

/** What the person has to say of a row. */
export function NoteField({ note, isBusy, onSave }: NoteFieldProps) {
  const [text, setText] = useState(note ?? "");
  const isChanged = text.trim() !== (note ?? "");
  return (
    <div className="grid gap-2">
      <textarea
        aria-label="Note"
        placeholder="Add a note"
        rows={2}
        maxLength={MAX_NOTE}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="w-full resize-y rounded-lg border border-input bg-card px-3 py-2 text-base shadow-xs placeholder:text-muted-foreground/80 focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/20 md:text-sm"
      />
      {isChanged && (
        <div className="flex gap-2">
          <Button size="sm" disabled={isBusy} onClick={() => onSave(text.trim() || null)}>
            Save the note
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setText(note ?? "")}>
            Cancel
          </Button>
        </div>
      )}
    </div>
  );
}
