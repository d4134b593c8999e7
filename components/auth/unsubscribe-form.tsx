"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import type { ActionResult } from "@/lib/contract/error-body";
import { FormProblem } from "./form-problem";

type UnsubscribeFormProps = {
  token: string;
  action: (input: { token: string }) => Promise<ActionResult<void>>;
};

export function UnsubscribeForm({ token, action }: UnsubscribeFormProps) {
  const [result, setResult] = useState<ActionResult<void> | null>(null);
  const [isPending, startTransition] = useTransition();
  if (result?.ok) return <p role="status">Done. Nothing more will be sent.</p>;
  const stop = () => startTransition(async () => setResult(await action({ token })));
  return (
    <div className="grid gap-4">
      <Button disabled={isPending} onClick={stop}>
        Turn the e-mails off
      </Button>
      {result && <FormProblem>{result.error.message}</FormProblem>}
    </div>
  );
}
