/** What somebody asks, and what the look-ups for it must hold, as parts of their text: a tool, a period, a category. */
export type Example = readonly [ask: string, ...looksUp: string[]];

/** A third is never looked at when rules are written: it tells how questions are read that nobody has seen. FNV-1a. */
export function isHeldOut([ask]: Example): boolean {
  let hash = 0x811c9dc5;
  for (const character of ask) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash % 3 === 0;
}
