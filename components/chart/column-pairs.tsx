import { cn } from "../ui/cn";
import type { Mark } from "./marks";
import { percentOf, roundTicks } from "./scale";

type Pair = { key: string; label: string; first: Mark; second: Mark };

type ColumnPairsProps = {
  pairs: readonly Pair[];
  /** What the two columns are, in the order in which they stand. */
  names: readonly [string, string];
  format: (size: number) => string;
};

/** Not see-through: lines would show behind the columns. */
const COLOURS = [
  "bg-[color-mix(in_oklab,var(--primary)_80%,var(--card))]",
  "bg-[color-mix(in_oklab,var(--negative)_65%,var(--card))]",
] as const;

/** Standing columns, two to a group, from zero up: what came beside what went. What is below zero has no column. */
export function ColumnPairs({ pairs, names, format }: ColumnPairsProps) {
  const sizes = pairs.flatMap(({ first, second }) => [first.size, second.size]);
  const ticks = roundTicks([0, ...sizes.filter((size) => size > 0)]);
  const high = ticks.at(-1) ?? 1;
  return (
    <div aria-hidden className="text-muted-foreground text-xs">
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <ul className="flex h-44 flex-col-reverse justify-between text-right tabular-nums leading-none">
          {ticks.map((tick) => (
            <li key={tick}>{format(tick)}</li>
          ))}
        </ul>
        <div className="relative my-[0.375rem] h-41 border-b">
          {ticks.slice(1).map((tick) => (
            <span
              key={tick}
              className="absolute inset-x-0 border-t"
              style={{ bottom: `${percentOf(tick, 0, high)}%` }}
            />
          ))}
          <ol className="absolute inset-0 flex items-stretch gap-1 sm:gap-2">
            {pairs.map(({ key, first, second }) => (
              <li key={key} className="flex min-w-0 flex-1 items-end justify-center gap-0.5 sm:gap-1">
                <Column mark={first} high={high} className={COLOURS[0]} />
                <Column mark={second} high={high} className={COLOURS[1]} />
              </li>
            ))}
          </ol>
        </div>
        <ol className="col-start-2 mt-1 flex gap-1 sm:gap-2">
          {pairs.map(({ key, label }) => (
            <li key={key} className="min-w-0 flex-1 truncate text-center">
              {label}
            </li>
          ))}
        </ol>
      </div>
      <ul className="mt-3 flex gap-4">
        {names.map((name, index) => (
          <li key={name} className="flex items-center gap-1.5">
            <span className={cn("size-2.5 rounded-sm", COLOURS[index])} />
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

const Column = ({ mark, high, className }: { mark: Mark; high: number; className: string }) => (
  <span
    title={`${mark.label}: ${mark.text}`}
    className={cn("w-full max-w-7 rounded-t-sm", className)}
    style={{ height: `${Math.max(0, percentOf(mark.size, 0, high))}%` }}
  />
);
