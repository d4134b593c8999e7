import type { ImportPreview } from "@/lib/contract/imports";

type ProblemListProps = Pick<ImportPreview, "problems" | "counts">;

/** Every row that cannot be stored, with its line and the reason: nothing is left out without a word. */
export function ProblemList({ problems, counts }: ProblemListProps) {
  if (problems.length === 0) return null;
  const more = counts.problems - problems.length;
  return (
    <details className="rounded-xl border px-4 py-3 text-sm" open={counts.fresh === 0}>
      <summary className="cursor-pointer font-medium">
        {counts.problems === 1 ? "1 row" : `${counts.problems.toLocaleString("en-US")} rows`} cannot be
        imported
      </summary>
      <ul className="mt-3 grid gap-2">
        {problems.map(({ line, text, reason }) => (
          <li key={line}>
            <p>
              <span className="text-muted-foreground">Line {line}:</span> {reason}
            </p>
            <p className="truncate text-muted-foreground text-xs">{text}</p>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="mt-3 text-muted-foreground">And {more.toLocaleString("en-US")} more.</p>}
    </details>
  );
}
