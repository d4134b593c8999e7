"use client";

import { PencilIcon, Trash2Icon } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { MAX_MEMORY_CHARACTERS, type Memory } from "@/lib/contract/memory";

type MemoryRowProps = {
  memory: Memory;
  /** Both give what went wrong, in words. */
  onCorrect: (text: string) => Promise<string | undefined>;
  onForget: () => Promise<string | undefined>;
};

export function MemoryRow({ memory, onCorrect, onForget }: MemoryRowProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function attempt(work: () => Promise<string | undefined>) {
    setBusy(true);
    const refusal = await work();
    setBusy(false);
    setProblem(refusal);
    if (refusal === undefined) setDraft(null);
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (draft !== null) void attempt(() => onCorrect(draft.trim()));
  }

  return (
    <li className="space-y-1 px-4 py-3">
      {draft === null ? (
        <div className="flex items-center gap-1">
          <p className="min-w-0 flex-1 break-words text-sm">{memory.text}</p>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Correct: ${memory.text}`}
            onClick={() => setDraft(memory.text)}
          >
            <PencilIcon />
          </Button>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={`Forget: ${memory.text}`}
            disabled={isBusy}
            onClick={() => void attempt(onForget)}
          >
            <Trash2Icon />
          </Button>
        </div>
      ) : (
        <form onSubmit={onSubmit} className="flex flex-wrap items-center gap-2">
          <Input
            aria-label="Memory"
            autoFocus
            className="min-w-48 flex-1"
            value={draft}
            maxLength={MAX_MEMORY_CHARACTERS}
            onChange={(event) => setDraft(event.target.value)}
          />
          <Button size="sm" type="submit" disabled={isBusy || draft.trim() === ""}>
            Save
          </Button>
          <Button size="sm" variant="ghost" onClick={() => setDraft(null)}>
            Cancel
          </Button>
        </form>
      )}
      {problem && (
        <p role="alert" className="text-destructive text-sm">
          {problem}
        </p>
      )}
    </li>
  );
}
