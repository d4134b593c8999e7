"use client";

import { type ComponentProps, type InvalidEvent, type ReactNode, useId, useState } from "react";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";

type FieldProps = Omit<ComponentProps<typeof Input>, "id"> & {
  label: string;
  name: string;
  hint?: string;
  /** What the server says about this field. */
  problem?: string | undefined;
  /** What to say when the browser finds the value missing or wrong, before anything is sent. */
  whenMissing: string;
  whenWrong?: string;
  /** Stands inside the field at its right end. */
  trailing?: ReactNode;
};

/** A labelled input that says next to itself what is wrong with it. */
export function Field({
  label,
  hint,
  problem,
  whenMissing,
  whenWrong = whenMissing,
  trailing,
  ...input
}: FieldProps) {
  const id = useId();
  const [found, setFound] = useState<string | null>(null);
  const message = found ?? problem;
  const describedBy = message ? `${id}-problem` : hint ? `${id}-hint` : undefined;

  const onInvalid = (event: InvalidEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    // Our own words beside the field instead of the browser's bubble, which also moves the focus.
    event.preventDefault();
    setFound(field.validity.valueMissing ? whenMissing : whenWrong);
    if (field.form?.querySelector("input:invalid") === field) field.focus();
  };

  return (
    <div className="grid gap-2">
      <Label htmlFor={id}>{label}</Label>
      <div className="relative">
        <Input
          id={id}
          required
          aria-invalid={message ? true : undefined}
          aria-describedby={describedBy}
          onInvalid={onInvalid}
          onInput={() => setFound(null)}
          {...input}
        />
        {trailing}
      </div>
      {message ? (
        <p id={`${id}-problem`} className="text-destructive text-sm">
          {message}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className="text-muted-foreground text-sm">
            {hint}
          </p>
        )
      )}
    </div>
  );
}
