"use client";

import { LoaderCircleIcon, UndoIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ImportActions } from "./import-actions";

type UndoButtonProps = {
  importId: string;
  undo: ImportActions["undo"];
  label: string;
  onUndone?: () => void;
};

/** Takes an import back at once: importing the same file again brings the same rows. */
export function UndoButton({ importId, undo, label, onUndone }: UndoButtonProps) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  const onClick = () =>
    startTransition(async () => {
      setProblem(null);
      const answer = await undo({ importId }).catch(() => null);
      if (!answer?.ok) {
        setProblem(answer?.error.message ?? "It was not taken back. Check your connection and try again.");
        return;
      }
      onUndone?.();
      router.refresh();
    });

  return (
    <div className="grid gap-1">
      <Button variant="outline" disabled={isPending} aria-label={label} onClick={onClick}>
        {isPending ? <LoaderCircleIcon className="animate-spin" aria-hidden /> : <UndoIcon aria-hidden />}
        Undo
      </Button>
      {problem && (
        <p role="alert" className="text-destructive text-sm">
          {problem}
        </p>
      )}
    </div>
  );
}
