"use client";

import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";
import { useSaving } from "./use-saving";

type SignOutButtonProps = {
  label: string;
  /** Where the label alone does not say which device. */
  accessibleLabel?: string;
  onSignOut: () => Promise<ActionResult<void>>;
};

export function SignOutButton({ label, accessibleLabel, onSignOut }: SignOutButtonProps) {
  const { problem, isSaving, save } = useSaving();
  return (
    <>
      <Button
        variant="outline"
        size="sm"
        aria-label={accessibleLabel}
        disabled={isSaving}
        onClick={() => save(onSignOut)}
      >
        {label}
      </Button>
      {problem && (
        <p role="alert" className="w-full pt-2 text-destructive text-sm">
          {problem}
        </p>
      )}
    </>
  );
}
