import { CircleHelpIcon } from "lucide-react";

const MAX_NAMED = 6;

/** Says once more, under the answer, which of its numbers nothing states: a mark in the text can be overlooked. */
export function UnverifiedNote({ numbers }: { numbers: readonly string[] }) {
  if (numbers.length === 0) return null;
  const named = numbers.slice(0, MAX_NAMED).join(", ");
  const rest = numbers.length - MAX_NAMED;
  return (
    <p className="mt-3 flex items-start gap-2 text-muted-foreground text-sm">
      <CircleHelpIcon className="mt-0.5 size-4 shrink-0 text-caution" aria-hidden />
      <span>
        Not verified: {named}
        {rest > 0 && ` and ${rest.toLocaleString("en-US")} more`}. Nothing that was looked up for this answer
        states {numbers.length === 1 ? "it" : "them"}.
      </span>
    </p>
  );
}
