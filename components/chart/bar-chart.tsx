import { cn } from "../ui/cn";
import type { Mark } from "./marks";
import { percentOf } from "./scale";

/** Lying bars: labels of any length find room, and each bar has its number. What is below zero grows to the left. */
export function BarChart({ marks }: { marks: readonly Mark[] }) {
  const low = Math.min(0, ...marks.map(({ size }) => size));
  const high = Math.max(0, ...marks.map(({ size }) => size));
  const zero = percentOf(0, low, high);
  return (
    <ol aria-hidden className="grid grid-cols-[minmax(4rem,38%)_1fr_auto] gap-x-3 gap-y-1.5 text-[13px]">
      {[...marks.entries()].map(([place, { label, size, text }]) => {
        const at = percentOf(size, low, high);
        return (
          <li key={place} className="col-span-3 grid grid-cols-subgrid items-center">
            <span className="break-words leading-snug">{label}</span>
            <span className="relative h-4 rounded-sm bg-muted/60">
              <span
                className={cn("absolute inset-y-0 rounded-sm", size < 0 ? "bg-negative/70" : "bg-primary/75")}
                style={{ left: `${Math.min(zero, at)}%`, width: `${Math.abs(at - zero)}%` }}
              />
            </span>
            <span className="amount text-right">{text}</span>
          </li>
        );
      })}
    </ol>
  );
}
