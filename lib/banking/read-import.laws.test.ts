import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportOverrides } from "../contract/imports";
import { addDays, datePartsOf, formatDate } from "../domain/calendar";
import { missingParts, readImport } from "./read-import";

/*
 * Any ledger, written in any format that banks use, is read as the same ledger. The writer below shares nothing with the
 * reader.
 */

const today = "2026-11-24";
type Line = { date: string; text: string; cents: number };

const pad = (value: number) => String(value).padStart(2, "0");

const DATES: Record<string, (date: string) => string> = {
  iso: (date) => date,
  compact: (date) => date.replaceAll("-", ""),
  points: (date) => date.split("-").reverse().join("."),
  shortYear: (date) => date.slice(2).split("-").reverse().join("."),
  dayFirst: (date) => date.split("-").reverse().join("/"),
  monthFirst: (date) => {
    const { year, month, day } = datePartsOf(date);
    return `${month}/${day}/${year}`;
  },
  withTime: (date) => `${date} 13:05:59`,
  textual: (date) => formatDate(date),
};

function digitsOf(cents: number, { decimal, group }: { decimal: string; group: string }): string {
  const size = Math.abs(cents);
  const whole = String(Math.floor(size / 100)).replace(/\B(?=(\d{3})+$)/g, group);
  return `${whole}${decimal}${pad(size % 100)}`;
}

const SIGNS: Record<string, (digits: string, isOut: boolean) => string> = {
  minus: (digits, isOut) => (isOut ? `-${digits}` : digits),
  plus: (digits, isOut) => (isOut ? `-${digits}` : `+${digits}`),
  trailing: (digits, isOut) => (isOut ? `${digits}-` : digits),
  brackets: (digits, isOut) => (isOut ? `(${digits})` : digits),
  currency: (digits, isOut) => (isOut ? `-$${digits}` : `$${digits}`),
  words: (digits, isOut) => `${digits} ${isOut ? "DR" : "CR"}`,
};

type Format = {
  date: string;
  sign: string;
  number: { decimal: string; group: string };
  columns: "amount" | "split" | "direction";
  delimiter: string;
  lineEnd: string;
  encoding: "utf8" | "bom" | "utf16" | "latin1";
  preamble: boolean;
  reversed: boolean;
  flipped: boolean;
};

const format: fc.Arbitrary<Format> = fc.record({
  date: fc.constantFrom(...Object.keys(DATES)),
  sign: fc.constantFrom(...Object.keys(SIGNS)),
  number: fc.constantFrom(
    { decimal: ".", group: "," },
    { decimal: ",", group: "." },
    { decimal: ".", group: "'" },
    { decimal: ",", group: " " },
    { decimal: ".", group: "" },
    { decimal: ",", group: "" },
  ),
  columns: fc.constantFrom("amount", "split", "direction"),
  delimiter: fc.constantFrom(",", ";", "\t", "|"),
  lineEnd: fc.constantFrom("\n", "\r\n", "\r"),
  encoding: fc.constantFrom("utf8", "bom", "utf16", "latin1"),
  preamble: fc.boolean(),
  reversed: fc.boolean(),
  flipped: fc.boolean(),
});

const HEADERS = {
  amount: ["Date", "Description", "Amount"],
  split: ["Date", "Description", "Debit", "Credit"],
  direction: ["Date", "Description", "Debit/Credit", "Amount"],
};

function render(ledger: readonly Line[], wanted: Format): Uint8Array {
  const cell = (text: string) =>
    text.includes(wanted.delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const rows = ledger.map(({ date, text, cents }) => [
    DATES[wanted.date]?.(date) ?? "",
    text,
    ...amountCells(cents, wanted),
  ]);
  if (wanted.reversed) rows.reverse();
  const table = [HEADERS[wanted.columns], ...rows].map((cells) => cells.map(cell).join(wanted.delimiter));
  const lines = wanted.preamble ? ["Account statement", "Customer: R Example", "", ...table] : table;
  const text = `${lines.join(wanted.lineEnd)}${wanted.lineEnd}`;
  if (wanted.encoding === "utf16") return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
  if (wanted.encoding === "latin1") return new Uint8Array(Buffer.from(text, "latin1"));
  return new Uint8Array(Buffer.from(wanted.encoding === "bom" ? `\ufeff${text}` : text, "utf8"));
}

function amountCells(cents: number, { columns, number, sign, flipped }: Format): string[] {
  const digits = digitsOf(cents, number);
  const isOut = cents < 0;
  if (columns === "split") return isOut ? [digits, ""] : ["", digits];
  if (columns === "direction") return [isOut ? "Debit" : "Credit", digits];
  return [SIGNS[sign]?.(digits, isOut !== flipped) ?? ""];
}

const text = fc
  .array(
    fc.constantFrom(
      "Café",
      "Store",
      "No. 12",
      'say "hi"',
      "a,b",
      "x;y",
      "tab\there",
      "two\nlines",
      "Ünal",
      "=1+1",
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(" "));

const ledgers = fc
  .array(
    fc.record({
      date: fc.integer({ min: 0, max: 700 }).map((days) => addDays("2024-12-01", days)),
      text,
      cents: fc
        .oneof(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 9_999_999_999 }))
        .chain((size) => fc.constantFrom(size, -size)),
    }),
    { minLength: 1, maxLength: 30 },
  )
  .map((lines) => lines.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))));

/** What the person would answer: only what the file cannot tell. */
function answers(wanted: Format): ImportOverrides {
  return wanted.columns === "amount" ? { isOutPositive: wanted.flipped } : {};
}

describe("a ledger in any format", () => {
  it("is read as the same ledger, to the cent and the day", () => {
    fc.assert(
      fc.property(ledgers, format, (ledger, wanted) => {
        const file = { name: "ledger.csv", bytes: render(ledger, wanted) };
        const options = { type: null, currency: "USD", today };
        let result = readImport(file, { overrides: answers(wanted), ...options });
        if (result.isDateAmbiguous) {
          const dateOrder = wanted.date === "monthFirst" ? "month_first" : "day_first";
          result = readImport(file, { overrides: { ...answers(wanted), dateOrder }, ...options });
        }
        expect(missingParts(result)).toEqual([]);
        expect(result.problems).toEqual([]);
        const read = result.entries.map(({ date, description, amountMinor }) => [
          date,
          description,
          amountMinor,
        ]);
        const written = ledger.map((line) => [line.date, line.text.replaceAll(/[\t\n]/g, " "), line.cents]);
        expect(read).toEqual(wanted.reversed ? written.reverse() : written);
      }),
      { numRuns: 600 },
    );
  });

  it("never loses a row: every one is read or told, whatever is in the cells", () => {
    const cells = fc.array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 20 }), (noise) => {
        const quoted = noise.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
        const lines = ["Date,Description,Amount", '2026-11-01,Shop,"-1.00"', ...quoted];
        const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`.replaceAll("\0", ""));
        const overrides = { date: 0, description: 1, amount: 2 };
        const { entries, problems, table } = readImport(
          { name: "x.csv", bytes },
          { overrides, type: null, currency: "USD", today },
        );
        expect(entries.length + problems.length).toBe(table.rows.length);
        const seen = [...entries, ...problems].map(({ line }) => line);
        expect(new Set(seen).size).toBe(seen.length);
      }),
      { numRuns: 200 },
    );
  });
});
