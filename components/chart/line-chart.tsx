"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Mark } from "./marks";
import { percentOf, roundTicks } from "./scale";

type LineChartProps = {
  title: string;
  marks: readonly Mark[];
  /** What the line is seen beside, drawn dashed; from the same first point, and it may go on for longer. */
  usual?: readonly Mark[];
  format: (size: number) => string;
};

/** The line is drawn in percent of its box, so that it fits any width; words are not stretched with it. */
export function LineChart({ title, marks, usual = [], format }: LineChartProps) {
  const [active, setActive] = useState<number | null>(null);
  const ticks = roundTicks([...marks, ...usual].map(({ size }) => size));
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const count = Math.max(marks.length, usual.length);
  const toPlace = ({ size }: Mark, index: number): Place => ({
    x: count === 1 ? 50 : percentOf(index, 0, count - 1),
    y: 100 - percentOf(size, low, high),
  });
  const places = marks.map(toPlace);
  const shown = active === null ? [] : [marks[active], usual[active]].filter((mark) => mark !== undefined);
  const place = active === null ? undefined : (places[active] ?? usual.map(toPlace)[active]);

  function onPointerMove({ currentTarget, clientX }: PointerEvent<HTMLElement>) {
    const { left, width } = currentTarget.getBoundingClientRect();
    setActive(nearest((clientX - left) / width, count));
  }
  function onKeyDown(event: KeyboardEvent) {
    const next = nextPoint(event.key, active ?? 0, count);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
  }

  return (
    <div className="grid grid-cols-[auto_1fr] gap-x-2 text-muted-foreground text-xs">
      <ul
        aria-hidden
        className="flex h-44 flex-col-reverse justify-between text-right tabular-nums leading-none"
      >
        {ticks.map((tick) => (
          <li key={tick}>{format(tick)}</li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing that is walked through is no set of form fields */}
      <div
        role="group"
        aria-label={`${title}. Arrow keys go from point to point.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the points are reached with the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={() => setActive((now) => now ?? marks.length - 1)}
        onBlur={() => setActive(null)}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setActive(null)}
        className="relative my-[0.375rem] h-41 touch-pan-y rounded-sm border-b"
      >
        <svg
          aria-hidden
          className="absolute inset-0 size-full overflow-visible"
          preserveAspectRatio="none"
          viewBox="0 0 100 100"
        >
          {ticks.map((tick) => {
            const y = 100 - percentOf(tick, low, high);
            const stroke = tick === 0 ? "stroke-muted-foreground/60" : "stroke-border";
            return (
              <line
                key={tick}
                x1={0}
                x2={100}
                y1={y}
                y2={y}
                className={stroke}
                vectorEffect="non-scaling-stroke"
              />
            );
          })}
          {usual.length > 1 && (
            <Line places={usual.map(toPlace)} className="stroke-muted-foreground/70" dash="4 4" />
          )}
          <Line places={places} className="stroke-primary" />
        </svg>
        {marks.length === 1 && places[0] && <Dot {...places[0]} />}
        {usual.length > marks.length && places.at(-1) && <Dot {...(places.at(-1) as Place)} />}
        {place && <Dot {...place} />}
        {place && <Label marks={shown} {...place} />}
        <p role="status" className="sr-only">
          {shown.map(({ label, text }) => `${label}: ${text}`).join(". ")}
        </p>
      </div>
      <div aria-hidden className="col-start-2 mt-1 flex justify-between gap-3">
        {labelsBelow(usual.length > marks.length ? usual : marks).map(({ key, label }) => (
          <span key={key} className="max-w-[33%] truncate">
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}

type Place = { x: number; y: number };

type LineProps = { places: readonly Place[]; className: string; dash?: string };

const Line = ({ places, className, dash }: LineProps) => (
  <polyline
    points={places.map(({ x, y }) => `${x},${y}`).join(" ")}
    fill="none"
    strokeWidth={2}
    strokeLinejoin="round"
    strokeDasharray={dash}
    className={className}
    vectorEffect="non-scaling-stroke"
  />
);

const Dot = ({ x, y }: Place) => (
  <span
    aria-hidden
    className="pointer-events-none absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-card bg-primary"
    style={{ left: `${x}%`, top: `${y}%` }}
  />
);

/** Beside the point, on the side where there is room. */
const Label = ({ marks, x, y }: Place & { marks: readonly Mark[] }) => (
  <span
    aria-hidden
    className="pointer-events-none absolute z-10 grid w-max max-w-48 gap-1 rounded-md bg-foreground px-2 py-1 text-background text-xs leading-snug"
    style={{
      left: `${x}%`,
      top: `${y}%`,
      translate: `${x > 50 ? "calc(-100% - 10px)" : "10px"} ${y > 50 ? "-100%" : "0"}`,
    }}
  >
    {marks.map(({ label, text }) => (
      <span key={label}>
        {label}
        <br />
        <strong className="amount font-medium">{text}</strong>
      </span>
    ))}
  </span>
);

const nearest = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.round(share * (count - 1))));

function nextPoint(key: string, from: number, count: number): number | null {
  const targets: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(count - 1, Math.max(0, target));
}

/** The first, the middle and the last: more would not find room on a phone. */
function labelsBelow(marks: readonly Mark[]): { key: number; label: string }[] {
  const last = marks.length - 1;
  const shown = marks.length < 3 ? marks.map((_, index) => index) : [0, Math.floor(last / 2), last];
  return shown.map((key) => ({ key, label: marks[key]?.label ?? "" }));
}
