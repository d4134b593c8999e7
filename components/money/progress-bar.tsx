import { cn } from "@/components/ui/cn";

type ProgressBarProps = {
  /** Of all, in percent; more than all is drawn as all. */
  percent: number;
  /** Where one would be at an even pace, in percent. */
  markAt?: number | undefined;
  tone?: "good" | "caution" | "over";
};

const TONES = { good: "bg-primary/80", caution: "bg-caution/80", over: "bg-negative/80" };

/** How much of something is used or reached. The words beside it say the same. */
export function ProgressBar({ percent, markAt, tone = "good" }: ProgressBarProps) {
  return (
    <span aria-hidden className="relative block h-2 rounded-full bg-muted">
      <span
        className={cn("block h-full rounded-full", TONES[tone])}
        style={{ width: `${Math.min(100, Math.max(0, percent))}%` }}
      />
      {markAt !== undefined && (
        <span
          className="-top-0.5 absolute h-3 w-0.5 rounded-full bg-foreground/60"
          style={{ left: `${Math.min(100, Math.max(0, markAt))}%` }}
        />
      )}
    </span>
  );
}
