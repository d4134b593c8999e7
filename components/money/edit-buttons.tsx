"use client";

import { PencilIcon, Trash2Icon } from "lucide-react";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";

type EditButtonsProps = {
  /** What is changed or removed. */
  name: string;
  onEdit: () => void;
  onRemove: () => Promise<ActionResult<unknown>>;
};

/** Changing something and removing it; removing asks once more, in place. */
export function EditButtons({ name, onEdit, onRemove }: EditButtonsProps) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isRemoving, startTransition] = useTransition();

  const remove = () =>
    startTransition(async () => {
      const result = await onRemove().catch(() => null);
      if (!result?.ok) setProblem(result?.error.message ?? "It could not be removed. Check your connection.");
    });

  if (problem) {
    return (
      <p role="alert" className="text-destructive text-xs">
        {problem}
      </p>
    );
  }
  if (isAsking) {
    return (
      <span className="flex items-center gap-1">
        <Button variant="destructive" size="sm" autoFocus disabled={isRemoving} onClick={remove}>
          Remove<span className="sr-only"> {name}</span>
        </Button>
        <Button variant="ghost" size="sm" onClick={() => setAsking(false)}>
          Keep
        </Button>
      </span>
    );
  }
  return (
    <span className="flex">
      <Button variant="ghost" size="icon-sm" aria-label={`Change ${name}`} onClick={onEdit}>
        <PencilIcon aria-hidden />
      </Button>
      <Button variant="ghost" size="icon-sm" aria-label={`Remove ${name}…`} onClick={() => setAsking(true)}>
        <Trash2Icon aria-hidden />
      </Button>
    </span>
  );
}
