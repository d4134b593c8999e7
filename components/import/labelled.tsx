"use client";

import { type ReactNode, useId } from "react";
import { Label } from "@/components/ui/label";

type LabelledProps = {
  label: string;
  hint?: string | undefined;
  /** The one field; it takes the id of the label and, if there is one, of the hint. */
  children: (field: { id: string; "aria-describedby"?: string }) => ReactNode;
};

export function Labelled({ label, hint, children }: LabelledProps) {
  const id = useId();
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children(hint ? { id, "aria-describedby": `${id}-hint` } : { id })}
      {hint && (
        <p id={`${id}-hint`} className="truncate text-muted-foreground text-xs">
          {hint}
        </p>
      )}
    </div>
  );
}
