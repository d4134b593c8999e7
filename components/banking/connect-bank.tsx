"use client";

import { CircleAlertIcon, LoaderCircleIcon, PlusIcon } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
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
import type { SandboxHousehold } from "@/lib/contract/banking";
import type { ActionResult } from "@/lib/contract/error-body";
import { HouseholdChoice } from "./household-choice";

type LinkSandboxBankAction = (input: unknown) => Promise<ActionResult<{ itemId: string }>>;

type ConnectBankProps = { households: SandboxHousehold[]; linkSandboxBank: LinkSandboxBankAction };

/** Links a play-money bank; shown only where the environment is a sandbox. */
export function ConnectBank({ households, linkSandboxBank }: ConnectBankProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <PlusIcon aria-hidden /> Connect a bank
        </Button>
      </DialogTrigger>
      <DialogContent>
        <ConnectForm
          households={households}
          linkSandboxBank={linkSandboxBank}
          onDone={() => setOpen(false)}
        />
      </DialogContent>
    </Dialog>
  );
}

function ConnectForm({ households, linkSandboxBank, onDone }: ConnectBankProps & { onDone: () => void }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  const onSubmit = (formData: FormData) =>
    startTransition(async () => {
      setProblem(null);
      const input = { householdId: formData.get("householdId") };
      const result = await linkSandboxBank(input).catch(() => null);
      if (!result?.ok) {
        setProblem(
          result?.error.message ?? "The bank was not connected. Check your connection and try again.",
        );
        return;
      }
      router.refresh();
      onDone();
    });

  return (
    <form action={onSubmit} className="grid gap-5">
      <div className="grid gap-1.5">
        <DialogTitle>Connect a bank</DialogTitle>
        <DialogDescription>
          This is a sandbox: the banks are invented and the money is not real. Choose one to explore.
        </DialogDescription>
      </div>
      <HouseholdChoice households={households} />
      {problem && (
        <Alert tone="destructive">
          <CircleAlertIcon aria-hidden />
          {problem}
        </Alert>
      )}
      <DialogFooter>
        <DialogClose asChild>
          <Button variant="ghost">Cancel</Button>
        </DialogClose>
        <Button type="submit" disabled={isPending}>
          {isPending && <LoaderCircleIcon className="animate-spin" aria-hidden />}
          {isPending ? "Connecting…" : "Connect"}
        </Button>
      </DialogFooter>
    </form>
  );
}
