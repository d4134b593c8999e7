"use client";

import { Button } from "@/components/ui/button";
import { useOlder } from "./use-older";

/** The way to the conversations that the list came without; nothing when there are none. */
export function ShowOlder({ isArchived }: { isArchived: boolean }) {
  const { state, readMore } = useOlder(isArchived);
  if (state === "end") return null;
  return (
    <div className="px-2.5 pt-3">
      {state === "failed" && (
        <p role="alert" className="pb-1 text-destructive text-sm">
          They could not be read.
        </p>
      )}
      <Button variant="ghost" size="sm" disabled={state === "reading"} onClick={readMore}>
        {LABELS[state]}
      </Button>
    </div>
  );
}

const LABELS = { more: "Show older", reading: "Reading…", failed: "Try again" } as const;
