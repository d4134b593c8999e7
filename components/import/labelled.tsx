import type { ReactNode } from "react";

type LabelledProps = { label: string; hint?: string | undefined; children: ReactNode };

/** A label around its one field. */
export function Labelled({ label, hint, children }: LabelledProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the field is the child.
    <label className="grid min-w-0 content-start gap-1.5">
      <span className="font-medium text-sm">{label}</span>
      {children}
      {hint && <span className="truncate text-muted-foreground text-xs">{hint}</span>}
    </label>
  );
}
