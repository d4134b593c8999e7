"use client";

import { LoaderCircle } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
  DialogTrigger,
} from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import type { ActionResult } from "@/lib/contract/error-body";
import type { Belongings, DeleteAccount } from "@/lib/contract/your-data";
import { belongingsInWords } from "./belongings-in-words";

type DeleteAccountDialogProps = {
  belongings: Belongings;
  proof: "password" | "email";
  email: string;
  onDelete: (input: DeleteAccount) => Promise<ActionResult<Belongings>>;
};

/** Says what will go and asks for what only its person knows. What this browser keeps goes, too. */
export function DeleteAccountDialog({ belongings, proof, email, onDelete }: DeleteAccountDialogProps) {
  const inputId = useId();
  const [typed, setTyped] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function remove(event: FormEvent) {
    event.preventDefault();
    setBusy(true);
    const result = await onDelete({ proof: typed }).catch(() => null);
    if (result?.ok) {
      window.localStorage.clear();
      window.sessionStorage.clear();
      const counts = Object.entries(result.data).map(([kind, count]) => [kind, String(count)]);
      // Not by the router: nothing that this page holds in memory may outlive the account.
      window.location.assign(`/account-deleted?${new URLSearchParams(counts)}`);
      return;
    }
    setBusy(false);
    setProblem(result?.error.message ?? "This did not work. Check your connection and try again.");
  }

  const forget = () => {
    setTyped("");
    setProblem(undefined);
  };

  return (
    <Dialog onOpenChange={forget}>
      <DialogTrigger asChild>
        <Button variant="destructive">Delete account</Button>
      </DialogTrigger>
      <DialogContent>
        <form onSubmit={remove} className="grid gap-5">
          <div className="space-y-1.5">
            <DialogTitle>Delete your account?</DialogTitle>
            <DialogDescription>
              This deletes {belongingsInWords(belongings)}. You are signed out everywhere, access to your
              banks ends, and links that you have shared stop working. It cannot be undone.
            </DialogDescription>
          </div>
          <div className="grid gap-2">
            <Label htmlFor={inputId}>
              {proof === "password" ? "Your password" : `Type ${email} to confirm`}
            </Label>
            <Input
              id={inputId}
              type={proof === "password" ? "password" : "email"}
              autoComplete={proof === "password" ? "current-password" : "off"}
              required
              value={typed}
              aria-invalid={problem ? true : undefined}
              aria-describedby={problem ? `${inputId}-problem` : undefined}
              onChange={(event) => setTyped(event.target.value)}
            />
            {problem && (
              <p id={`${inputId}-problem`} role="alert" className="text-destructive text-sm">
                {problem}
              </p>
            )}
          </div>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="ghost">Cancel</Button>
            </DialogClose>
            <Button variant="destructive" type="submit" disabled={isBusy || typed === ""}>
              {isBusy && <LoaderCircle aria-hidden className="animate-spin" />}
              Delete everything
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
