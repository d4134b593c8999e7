"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "@/components/ui/dialog";

type ForgetAllProps = {
  count: number;
  /** Gives what went wrong, in words. */
  onForget: () => Promise<string | undefined>;
  onClose: () => void;
};

export function ForgetAll({ count, onForget, onClose }: ForgetAllProps) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const forget = async () => {
    setBusy(true);
    const refusal = await onForget();
    setBusy(false);
    setProblem(refusal);
    if (refusal === undefined) onClose();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <div className="space-y-1.5">
          <DialogTitle>Forget everything?</DialogTitle>
          <DialogDescription>
            {count === 1 ? "The one thing" : `All ${count} things`} that Purser remembers of you will be
            deleted. This cannot be undone.
          </DialogDescription>
          {problem && (
            <p role="alert" className="text-destructive text-sm">
              {problem}
            </p>
          )}
        </div>
        <DialogFooter>
          <DialogClose asChild>
            <Button variant="ghost">Cancel</Button>
          </DialogClose>
          <Button variant="destructive" disabled={isBusy} onClick={() => void forget()}>
            Forget all
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
