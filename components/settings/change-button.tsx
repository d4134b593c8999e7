"use client";

import { type ReactNode, useState } from "react";
import { FormDialog } from "@/components/money/form-dialog";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";

type ChangeButtonProps = {
  /** What is changed, such as "your name". */
  what: string;
  description: string;
  /** Gives what stands in a field. */
  onSave: (field: (name: string) => string) => Promise<ActionResult<void>>;
  children: ReactNode;
};

/** Opens a form in which one thing about the person is changed. */
export function ChangeButton({ what, description, onSave, children }: ChangeButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const title = `Change ${what}`;
  return (
    <>
      <Button variant="outline" size="sm" aria-label={title} onClick={() => setOpen(true)}>
        Change
      </Button>
      {isOpen && (
        <FormDialog
          title={title}
          description={description}
          saveLabel="Save"
          onClose={() => setOpen(false)}
          onSave={(fields) => onSave((name) => String(fields.get(name) ?? ""))}
        >
          {children}
        </FormDialog>
      )}
    </>
  );
}
