import type { Approximation } from "./found-number";

const BEFORE: readonly [RegExp, Approximation][] = [
  [
    /(?:\b(?:just |slightly |a little |a bit )?(?:over|above)|\bmore than|\bat least|\bupwards of|>)\s*$/i,
    "over",
  ],
  [
    /(?:\b(?:just |slightly |a little |a bit )?(?:under|below)|\bless than|\bat most|\bup to|\bnearly|\balmost|\bclose to|<)\s*$/i,
    "under",
  ],
  [
    /(?:\b(?:about|around|approximately|approx\.?|roughly|circa|ca\.|some|in the region of)|[~≈≃])\s*(?:the\s+)?$/i,
    "about",
  ],
];
const AFTER = /^\s*(?:or so|or thereabouts|give or take|\(?(?:rounded|approximately|approx\.?)\b)/i;

/** Whether the words beside a number say that it is rounded, and to which side. */
export function approximationAt(text: string, start: number, end: number): Approximation {
  const before = text.slice(Math.max(0, start - 40), start);
  const said = BEFORE.find(([pattern]) => pattern.test(before));
  if (said) return said[1];
  return AFTER.test(text.slice(end, end + 30)) ? "about" : "exact";
}
