"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";
import type { Memory } from "@/lib/contract/memory";
import { ForgetAll } from "./forget-all";
import { MemoryRow } from "./memory-row";

type MemoryActions = {
  correct: (input: { memoryId: string; text: string }) => Promise<ActionResult<void>>;
  forget: (input: { memoryId: string }) => Promise<ActionResult<void>>;
  forgetAll: () => Promise<ActionResult<void>>;
};

export function MemoryList({ memories, actions }: { memories: Memory[]; actions: MemoryActions }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [isForgettingAll, setForgettingAll] = useState(false);
  /** @returns what went wrong, in words */
  const run = async (work: () => Promise<ActionResult<void>>): Promise<string | undefined> => {
    const result = await work().catch(() => null);
    if (!result?.ok)
      return result?.error.message ?? "This did not work. Check your connection and try again.";
    startTransition(() => router.refresh());
    return undefined;
  };
  if (memories.length === 0) {
    return (
      <p className="rounded-2xl border border-dashed p-8 text-center text-muted-foreground text-sm">
        Nothing is remembered.
      </p>
    );
  }
  return (
    <div className="space-y-4" aria-busy={isPending}>
      <ul className="divide-y overflow-hidden rounded-2xl border bg-card">
        {memories.map((memory) => (
          <MemoryRow
            key={memory.id}
            memory={memory}
            onCorrect={(text) => run(() => actions.correct({ memoryId: memory.id, text }))}
            onForget={() => run(() => actions.forget({ memoryId: memory.id }))}
          />
        ))}
      </ul>
      <Button variant="outline" size="sm" onClick={() => setForgettingAll(true)}>
        Forget all
      </Button>
      {isForgettingAll && (
        <ForgetAll
          count={memories.length}
          onForget={() => run(actions.forgetAll)}
          onClose={() => setForgettingAll(false)}
        />
      )}
    </div>
  );
}
