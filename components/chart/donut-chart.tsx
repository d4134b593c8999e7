"use client";

import { useState } from "react";
import { cn } from "../ui/cn";
import type { Mark } from "./marks";

/** Around a circle of this circumference a dash is so many percent long. */
const RADIUS = 100 / (2 * Math.PI);

/** Parts of a whole in shades of one colour, the first the strongest; beside it each with its number. */
export function DonutChart({ marks }: { marks: readonly Mark[] }) {
  const [active, setActive] = useState<number | null>(null);
  const slices = toSlices(marks);
  return (
    <div aria-hidden className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <svg viewBox="-20 -20 40 40" className="size-40 -rotate-90" role="presentation">
        {slices.map(({ key, share, from, colour }) => (
          <circle
            key={key}
            r={RADIUS}
            fill="none"
            stroke={colour}
            strokeWidth={active === key ? 8 : 6.5}
            strokeDasharray={`${Math.max(0, share - 0.6)} ${100 - Math.max(0, share - 0.6)}`}
            strokeDashoffset={-from}
            onPointerEnter={() => setActive(key)}
            onPointerLeave={() => setActive(null)}
          />
        ))}
      </svg>
      <ul className="grid min-w-52 flex-1 grid-cols-[auto_1fr_auto] gap-x-2.5 text-[13px]">
        {slices.map(({ key, mark, colour }) => (
          <li
            key={key}
            onPointerEnter={() => setActive(key)}
            onPointerLeave={() => setActive(null)}
            className={cn(
              "col-span-3 grid grid-cols-subgrid items-baseline rounded px-1 py-0.5",
              active === key && "bg-muted",
            )}
          >
            <span className="size-2.5 rounded-sm" style={{ background: colour }} />
            <span className="break-words">{mark.label}</span>
            <span className="amount text-right">{mark.text}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

type Slice = { key: number; mark: Mark; share: number; from: number; colour: string };

function toSlices(marks: readonly Mark[]): Slice[] {
  const whole = marks.reduce((sum, { size }) => sum + size, 0);
  let from = 0;
  return marks.map((mark, key) => {
    const share = (mark.size / whole) * 100;
    const strength = Math.round(95 - (75 * key) / Math.max(1, marks.length - 1));
    const slice = {
      key,
      mark,
      share,
      from,
      colour: `color-mix(in oklab, var(--primary) ${strength}%, var(--card))`,
    };
    from += share;
    return slice;
  });
}
