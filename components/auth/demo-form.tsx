"use client";

import { LoaderCircle } from "lucide-react";
import { useActionState } from "react";
import { Button, type ButtonProps } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import type { AuthFormAction } from "./auth-form-state";
import { FormProblem } from "./form-problem";

type DemoFormProps = Pick<ButtonProps, "variant" | "size"> & { action: AuthFormAction; className?: string };

/** One click to a signed-in demo person. */
export function DemoForm({ action, className, ...button }: DemoFormProps) {
  const [state, formAction, isPending] = useActionState(action, {});
  return (
    <form action={formAction} className={cn("grid gap-3", className)}>
      <Button type="submit" disabled={isPending} {...button}>
        {isPending && <LoaderCircle aria-hidden className="animate-spin" />}
        Explore the demo
      </Button>
      {state.error && <FormProblem>{state.error.message}</FormProblem>}
    </form>
  );
}
