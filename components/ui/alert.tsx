import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

const alertVariants = cva(
  "flex items-start gap-2.5 rounded-xl border px-3.5 py-3 text-sm leading-relaxed [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-muted/60 text-foreground [&>svg]:text-muted-foreground",
        caution: "border-caution/30 bg-caution/8 [&>svg]:text-caution",
        destructive: "border-destructive/30 bg-destructive/7 [&>svg]:text-destructive",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

/** Announced at once by screen readers; use it for what the person must know now. */
export function Alert({
  className,
  tone,
  ...props
}: ComponentProps<"div"> & VariantProps<typeof alertVariants>) {
  return <div role="alert" className={cn(alertVariants({ tone }), className)} {...props} />;
}
