"use client";

import { ArrowLeftIcon, CircleAlertIcon, LoaderCircleIcon } from "lucide-react";
import { type FormEvent, type ReactNode, useRef, useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { DialogDescription, DialogTitle } from "@/components/ui/dialog";
import type { LinkInstitution } from "@/lib/contract/linking";
import { BankMark } from "./bank-mark";

type StepFormProps = {
  institution: LinkInstitution;
  title: string;
  description: string;
  submitLabel: string;
  pendingLabel: string;
  isDisabled?: boolean;
  onBack?: (() => void) | null;
  /** @returns what is wrong, in words; null when the next step has come */
  onSubmit: (form: FormData) => Promise<string | null>;
  children: ReactNode;
};

/** A page of the bank: whose it is, what it asks, and one button; what is wrong is said here and the fields stay. */
export function SandboxStep(props: StepFormProps) {
  const { institution, title, description, submitLabel, pendingLabel, onBack, children } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      setProblem(null);
      const wrong = await props.onSubmit(data);
      if (wrong === null) return;
      setProblem(wrong);
      const fields = form.current?.querySelectorAll<HTMLInputElement>("input:not([type=checkbox])");
      const last = fields?.[fields.length - 1];
      last?.focus();
      last?.select();
    });
  }

  return (
    <form ref={form} onSubmit={onSubmit} className="grid animate-fade-in gap-5">
      <div className="flex items-center gap-3 pr-10">
        {onBack && (
          <Button variant="ghost" size="icon-sm" aria-label="Back" className="-ml-2" onClick={onBack}>
            <ArrowLeftIcon aria-hidden />
          </Button>
        )}
        <BankMark name={institution.name} />
        <span className="truncate text-muted-foreground text-sm">{institution.name}</span>
      </div>
      <div className="grid gap-1.5">
        <DialogTitle>{title}</DialogTitle>
        <DialogDescription>{description}</DialogDescription>
      </div>
      {children}
      {problem && (
        <Alert tone="destructive">
          <CircleAlertIcon aria-hidden />
          {problem}
        </Alert>
      )}
      <Button type="submit" size="lg" disabled={isPending || props.isDisabled}>
        {isPending && <LoaderCircleIcon className="animate-spin" aria-hidden />}
        {isPending ? pendingLabel : submitLabel}
      </Button>
    </form>
  );
}
