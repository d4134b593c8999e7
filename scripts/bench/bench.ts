import type { BenchParts } from "./start-parts";

/** One line of the table: a figure, and what it should be. Without a bound it is only told. */
export type Goal = {
  figure: string;
  unit: string;
  most?: number;
  least?: number;
};

export type BenchContext = {
  parts: BenchParts;
  /** Small enough for a test: only whether it works, not how fast. */
  isSmoke: boolean;
  say(line: string): void;
};

type Measured = {
  /** By the names of the goals. */
  figures: Record<string, number>;
  /** What a reader must know to judge them. */
  notes?: string[];
};

/** A bench is one file that exports this. Each runs in a process of its own, on stores of its own. */
export type Bench = {
  name: string;
  goals: readonly Goal[];
  run(context: BenchContext): Promise<Measured>;
};

export type BenchResult = Measured & {
  name: string;
  goals: readonly Goal[];
  /** Set when it did not get to its end. */
  problem?: string;
};

/** @returns null when there is no bound, or no figure to hold against it */
export function isMet({ most, least }: Goal, value: number | undefined): boolean | null {
  if (most === undefined && least === undefined) return null;
  if (value === undefined) return false;
  return value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
}
