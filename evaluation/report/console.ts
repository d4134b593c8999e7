import type { Outcome } from "../run";
import { type Figures, percentOf, type Summary } from "./summary";

const HEADING = ["kind", "tuned", "", "aside", "", "ungrounded", "calls", "first token", "p50", "p95"];

/** The figures by kind as columns of text. */
export function tableOf({ kinds, tuned, aside, all }: Summary): string {
  const rows = [...kinds, { kind: "all", tuned, aside }].map(({ kind, ...both }) => {
    const together = kind === "all" ? all : merged(both.tuned, both.aside);
    return [
      kind,
      percentOf(both.tuned),
      `${both.tuned.exact}/${both.tuned.asked}`,
      percentOf(both.aside),
      `${both.aside.exact}/${both.aside.asked}`,
      String(together.ungrounded),
      (together.toolCalls / Math.max(together.asked, 1)).toFixed(1),
      milliseconds(together.firstTokenP50),
      milliseconds(together.latencyP50),
      milliseconds(together.latencyP95),
    ];
  });
  const lines = [HEADING, ...rows];
  const widths = HEADING.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  const inColumns = (line: readonly string[]) =>
    line.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
  return lines.map((line) => inColumns(line).join("  ")).join("\n");
}

/** Of one kind the times of the larger part stand for both. */
function merged(tuned: Figures, aside: Figures): Figures {
  const larger = tuned.asked >= aside.asked ? tuned : aside;
  return {
    ...larger,
    asked: tuned.asked + aside.asked,
    ungrounded: tuned.ungrounded + aside.ungrounded,
    toolCalls: tuned.toolCalls + aside.toolCalls,
  };
}

const milliseconds = (value: number | null): string => (value === null ? "-" : `${value.toFixed(0)} ms`);

/** What went wrong, to work on. Questions kept aside never appear: who has seen them would tune for them. */
export const failuresOf = (outcomes: readonly Outcome[]): string =>
  outcomes
    .filter(({ isExact, ungrounded, aside }) => !aside && (!isExact || ungrounded.length > 0))
    .map(
      ({ id, ask, problems, ungrounded, text }) =>
        `${id}  ${ask}\n  ${[...problems, ...ungrounded.map((amount) => `${amount} comes from no tool`)].join("; ")}\n  > ${text.slice(0, 300).replaceAll("\n", "\n  > ")}`,
    )
    .join("\n\n");
