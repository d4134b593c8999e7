import type { Story } from "./story";
import type { Struck } from "./strikes";

/** A question, what is broken about it, and how many workers its last run took. */
export type Judged = { story: Story; broken: string[]; attempts: number };

const COLUMNS = [
  "fault",
  "times",
  "answers",
  "completed",
  "stopped",
  "after retry",
  "longest",
  "broken",
] as const;

/** One line for each kind of fault: how often it struck, and what became of the answers that were under way. */
export function table(judged: readonly Judged[], struck: readonly Struck[]): string {
  const kinds = [...new Set(struck.map(({ kind }) => kind))].sort();
  const meets = (story: Story, { from, to }: Struck) => story.from < to && story.to > from;
  const rows = kinds.map((kind) => {
    const strikes = struck.filter((one) => one.kind === kind);
    return row(
      kind,
      strikes.length,
      judged.filter(({ story }) => strikes.some((one) => meets(story, one))),
    );
  });
  const inBrowser = [...new Set(judged.flatMap(({ story }) => [...story.browserFaults]))].sort();
  for (const kind of inBrowser) {
    const hit = judged.filter(({ story }) => story.browserFaults.has(kind));
    rows.push(row(`browser: ${kind}`, hit.length, hit));
  }
  const calm = judged.filter(
    ({ story }) => story.browserFaults.size === 0 && !struck.some((one) => meets(story, one)),
  );
  rows.push(row("none", 0, calm), row("all", struck.length, judged));
  return aligned([[...COLUMNS], ...rows]);
}

function row(kind: string, times: number, judged: readonly Judged[]): string[] {
  const count = (test: (one: Judged) => boolean) => String(judged.filter(test).length);
  const longest = Math.max(0, ...judged.map(({ story }) => story.to - story.from));
  return [
    kind,
    String(times),
    String(judged.length),
    count(({ story }) => story.screen?.as === "completed"),
    count(({ story }) => story.screen?.as === "stopped"),
    count(({ story, attempts }) => attempts > 1 && story.retries === 0),
    count(({ story }) => story.retries > 0),
    `${(longest / 1_000).toFixed(1)} s`,
    count(({ broken }) => broken.length > 0),
  ];
}

function aligned(rows: readonly string[][]): string {
  const widths = COLUMNS.map((_, column) => Math.max(...rows.map((cells) => (cells[column] ?? "").length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return rows.map(line).join("\n");
}

/** All that explains one broken answer: seed, run, what its person saw, what struck meanwhile, what the logs say. */
export async function explain(
  { story, broken }: Judged,
  struck: readonly Struck[],
  logLinesWith: (words: readonly string[]) => Promise<string[]>,
): Promise<string> {
  const ids = [...story.runIds];
  const near = struck.filter(({ from, to }) => from < story.to && to > story.from);
  const logs = await logLinesWith([...ids, story.conversationId]);
  return [
    `✗ answer ${story.plan.seed}, run ${ids.join(" and ") || "none"}: ${broken.join("; ")}`,
    ...story.events.map((event) => `    ${event}`),
    ...near.map(
      ({ kind, from, to }) => `    ${from - story.from}ms ${kind}, ready again at ${to - story.from}ms`,
    ),
    ...logs.slice(-14).map((line) => `    ${line.slice(0, 400)}`),
  ].join("\n");
}
