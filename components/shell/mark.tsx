import { cn } from "@/components/ui/cn";

/** The sign of the house: a small ledger, three entries and the line under which they are summed. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" className={cn("text-primary", className)}>
      <rect width="24" height="24" rx="6.5" fill="currentColor" />
      <g fill="none" stroke="var(--color-primary-foreground)" strokeLinecap="round">
        <path d="M7 7.5h6M7 11h10M7 14.5h4" strokeWidth="1.75" />
        <path d="M7 18h10" opacity=".65" />
      </g>
    </svg>
  );
}
