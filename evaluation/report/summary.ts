import type { Outcome } from "../run";

export type Figures = {
  asked: number;
  exact: number;
  /** Answers with a number that no tool gave. */
  ungrounded: number;
  toolCalls: number;
  /** Milliseconds; null when nothing was said. */
  firstTokenP50: number | null;
  latencyP50: number | null;
  latencyP95: number | null;
  inputTokens: number;
  outputTokens: number;
};

type KindFigures = { kind: string; tuned: Figures; aside: Figures };

export type Summary = { tuned: Figures; aside: Figures; all: Figures; kinds: KindFigures[] };

export function summarise(outcomes: readonly Outcome[]): Summary {
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))];
  return {
    ...bothOf(outcomes),
    all: figuresOf(outcomes),
    kinds: kinds.map((kind) => ({ kind, ...bothOf(outcomes.filter((outcome) => outcome.kind === kind)) })),
  };
}

const bothOf = (outcomes: readonly Outcome[]) => ({
  tuned: figuresOf(outcomes.filter(({ aside }) => !aside)),
  aside: figuresOf(outcomes.filter(({ aside }) => aside)),
});

function figuresOf(outcomes: readonly Outcome[]): Figures {
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  const latencies = outcomes.flatMap((outcome) => outcome.latencies);
  return {
    asked: outcomes.length,
    exact: outcomes.filter(({ isExact }) => isExact).length,
    ungrounded: outcomes.filter(({ ungrounded }) => ungrounded.length > 0).length,
    toolCalls: sum(({ tools }) => tools.length),
    firstTokenP50: quantile(
      outcomes.flatMap(({ firstTokens }) => firstTokens),
      0.5,
    ),
    latencyP50: quantile(latencies, 0.5),
    latencyP95: quantile(latencies, 0.95),
    inputTokens: sum(({ inputTokens }) => inputTokens),
    outputTokens: sum(({ outputTokens }) => outputTokens),
  };
}

function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}

export const percentOf = ({ exact, asked }: Figures): string =>
  asked === 0 ? "-" : `${((100 * exact) / asked).toFixed(1)} %`;
