import { cn } from "@/components/ui/cn";

/** The letters of a bank in its colour; the name stands beside it. */
export function BankMark({
  name,
  color,
  className,
}: {
  name: string;
  color?: string | null;
  className?: string;
}) {
  const letters = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");
  return (
    <span
      aria-hidden
      style={color ? { backgroundColor: color, color: "white" } : undefined}
      className={cn(
        "grid size-9 shrink-0 place-items-center rounded-full bg-accent font-semibold text-accent-foreground text-xs",
        className,
      )}
    >
      {letters}
    </span>
  );
}
