import type { ComponentProps } from "react";
import { cn } from "@/components/ui/cn";

/** The browser's own select: phones show their own picker, keys and screen readers work as people know them. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  return (
    <select
      className={cn(
        "h-10 w-full min-w-0 rounded-lg border border-input bg-card px-2.5 text-base shadow-xs md:text-sm",
        "focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/20 disabled:opacity-50",
        className,
      )}
      {...props}
    />
  );
}
