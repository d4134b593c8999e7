import { amountParts, type DecimalMark } from "./read-amount";

/**
 * Which mark stands before the decimals, decided by the whole column: in an amount with both marks the last one, a mark
 * that occurs twice parts thousands, and a mark before any other number of digits than three stands before decimals. A
 * lone mark before three digits parts thousands unless the column says otherwise.
 * @returns undefined when no amount shows it
 */
export function decideDecimalMark(values: readonly string[]): DecimalMark | undefined {
  const votes = { ".": 0, ",": 0 };
  const hints = { ".": 0, ",": 0 };
  for (const value of values) {
    const digits = amountParts(value)?.digits;
    const vote = digits === undefined ? undefined : markOf(digits);
    if (vote) (vote.isSure ? votes : hints)[vote.mark] += 1;
  }
  return larger(votes) ?? larger(hints);
}

function markOf(digits: string): { mark: DecimalMark; isSure: boolean } | undefined {
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return undefined;
  const mark = digits[last] === "," ? "," : ".";
  const other = mark === "," ? "." : ",";
  if (digits.includes(other)) return { mark, isSure: true };
  if (digits.indexOf(mark) !== last) return { mark: other, isSure: true };
  const isGroup = digits.length - last - 1 === 3 && last <= 3 && !digits.startsWith("0");
  return isGroup ? { mark: other, isSure: false } : { mark, isSure: true };
}

function larger(counts: Record<DecimalMark, number>): DecimalMark | undefined {
  if (counts["."] === counts[","]) return undefined;
  return counts["."] > counts[","] ? "." : ",";
}
