"use client";

import { useState, useTransition } from "react";
import type { ActionResult } from "@/lib/contract/error-body";

/** Carries changes out as they are made, and keeps in words what went wrong with the last one. */
export function useSaving() {
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, startTransition] = useTransition();
  const save = (work: () => Promise<ActionResult<unknown>>) =>
    startTransition(async () => {
      const result = await work().catch(() => null);
      if (result?.ok) return setProblem(null);
      setProblem(result?.error.message ?? "It could not be saved. Check your connection and try again.");
    });
  return { problem, isSaving, save };
}
