import { type BenchResult, type Goal, isMet } from "./bench";

/** Goal and figure side by side, one line each. */
export function table(results: readonly BenchResult[]): string {
  const rows = [["bench", "figure", "goal", "measured", ""], ...results.flatMap(rowsOf)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const notes = results.flatMap(({ name, notes: said = [] }) => said.map((note) => `${name}: ${note}`));
  return [...lines, ...notes].join("\n");
}

function rowsOf({ name, goals, figures, problem }: BenchResult): string[][] {
  if (problem !== undefined) return [[name, "", "", "", `failed: ${problem}`]];
  return goals.map((goal) => {
    const value = figures[goal.figure];
    const met = isMet(goal, value);
    const measured = value === undefined ? "" : `${round(value)} ${goal.unit}`.trim();
    return [name, goal.figure, boundOf(goal), measured, met === null ? "" : met ? "met" : "MISSED"];
  });
}

const boundOf = ({ most, least, unit }: Goal): string =>
  [most !== undefined && `<= ${most} ${unit}`, least !== undefined && `>= ${least} ${unit}`]
    .filter((text) => text !== false)
    .join(", ")
    .trim();

const round = (value: number): string =>
  value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) < 100 ? 2 : 0 });
