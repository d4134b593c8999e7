import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Input({ className, ...props }: ComponentProps<"input">) {
  return (
    <input
      className={cn(
        // 16 px on phones: a smaller size makes Safari zoom into the field.
        "h-10 w-full min-w-0 rounded-lg border border-input bg-card px-3 text-base shadow-xs md:text-sm",
        "placeholder:text-muted-foreground/80 disabled:opacity-50",
        "transition-[border-color,box-shadow] focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/20",
        "aria-invalid:border-destructive aria-invalid:ring-destructive/15",
        className,
      )}
      {...props}
    />
  );
}
