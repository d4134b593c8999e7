import { createHash } from "node:crypto";
import { everydayRows } from "./everyday";
import { monthlyRows } from "./monthly";
import { type Row, toRow } from "./row";
import { TRAPS } from "./traps";

/** Changes only with the rows: whoever changes them on purpose writes the new one here. */
export const FROZEN_HASH = "45c3c2c1000c192a";

const COPIED_FROM = "2026-10-01";

/** Every row of the household, the oldest first: the same on every machine. */
function generate(): Row[] {
  const drafts = [...monthlyRows(), ...everydayRows(), ...TRAPS].sort((a, b) =>
    a.date < b.date ? -1 : Number(a.date > b.date),
  );
  const rows = drafts.map((draft, index) => toRow(draft, `t${String(index + 1).padStart(5, "0")}`));
  // The bank of the Freedom card was linked twice: its rows come again.
  const copies = rows
    .filter(({ account, date }) => account === "freedom" && date >= COPIED_FROM)
    .map((row): Row => ({ ...row, id: `${row.id}-copy`, state: "copy" }));
  return [...rows, ...copies];
}

/** All that the banks sent, also what storage drops. */
export const ALL_ROWS: readonly Row[] = generate();

/** What there really is. */
export const ROWS: readonly Row[] = ALL_ROWS.filter(({ state }) => state === "live");

export const hashOfRows = (): string =>
  createHash("sha256").update(JSON.stringify(ALL_ROWS)).digest("hex").slice(0, 16);
