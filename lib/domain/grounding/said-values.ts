import { findNumbers } from "./find-numbers";
import type { FoundNumber } from "./found-number";
import type { KnownValue } from "./known-value";
import { toPlainText } from "./plain-text";

/** What a sentence says in numbers, as values that an answer may repeat: the person's question, or a caveat of a result. */
export function saidValues(sentence: string, ref: string, path: string): KnownValue[] {
  const source = { ref, path, labels: null };
  return findNumbers(toPlainText(sentence).text).flatMap((found) => valuesOf(found, source));
}

function valuesOf(found: FoundNumber, source: { ref: string; path: string; labels: null }): KnownValue[] {
  if (found.kind === "date") {
    const { from, to } = found;
    return [{ kind: "date", ...source, from, ...(to && { to }) }];
  }
  if (found.size === null) return [];
  const size = found.size.toFixed();
  switch (found.kind) {
    case "amount":
      // "Over $50" may be repeated as "over 50".
      return [
        { kind: "amount", ...source, amount: size, currency: found.currency, role: "size" },
        { kind: "count", ...source, count: size, noun: null },
      ];
    case "percentage":
      return [{ kind: "percentage", ...source, percent: size, role: "size" }];
    case "count":
      // "Can I afford 500?" means an amount; "the last 30 days" does not.
      return [
        { kind: "count", ...source, count: size, noun: found.noun },
        ...(found.noun === null
          ? [{ kind: "amount", ...source, amount: size, currency: null, role: "size" } as const]
          : []),
      ];
  }
}
