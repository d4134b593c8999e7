import type { SignRole } from "./known-value";

const MONEY_IN =
  /\b(?:received|earn(?:ed|ings)?|income|deposited|credited|got paid|paid you|came in|money in|inflow)\b/gi;
const MONEY_OUT =
  /\b(?:spen[dt]|spending|paid(?! you)|pay|charged|costs?|debited|went out|money out|outflow|expenses?|bought|purchased?)\b/gi;
const MORE =
  /\b(?:up|more|increased?|rose|risen|grew|grown|higher|gain(?:ed)?|extra|additional|increase)\b/gi;
const LESS =
  /\b(?:down|less|decreased?|fell|fallen|dropped?|lower|fewer|lost|reduced|overspent|short|reduction|decline[d]?|shrank)\b/gi;
const HAD = /\b(?:have|surplus|positive|ahead|own)\b/gi;
const OWED =
  /\b(?:owe[ds]?|owing|debts?|overdrawn|negative|minus|outstanding|liabilit(?:y|ies)|in the red|short|shortfall|deficit)\b/gi;

const WORDS: Record<SignRole, { positive: RegExp; negative: RegExp } | null> = {
  row: { positive: MONEY_IN, negative: MONEY_OUT },
  out: { positive: MONEY_OUT, negative: MONEY_IN },
  in: { positive: MONEY_IN, negative: MONEY_OUT },
  change: { positive: MORE, negative: LESS },
  balance: { positive: HAD, negative: OWED },
  size: null,
};

/** "What you own less what you owe" says what is left, and not that it is owed. */
const TAKEN_OFF =
  /\b(?:less|minus|after|net of|taking off) (?:all |your |what (?:you|is) )*(?:owe[ds]?|debts?|liabilities)\b/gi;

/** The last word of a clause that is left of the number counts; right of it, one that follows directly. */
const AFTER_CHARACTERS = 24;

export type Clause = { before: string; after: string };

/** What the words around a number say of its direction, in terms of a value of this role. */
function directionIn({ before, after }: Clause, role: SignRole): "positive" | "negative" | null {
  const words = WORDS[role];
  if (words === null) return null;
  const near = after.slice(0, AFTER_CHARACTERS);
  const follows =
    role === "change" || role === "balance"
      ? nearer(first(near, words.positive), first(near, words.negative))
      : null;
  const said = before.replaceAll(TAKEN_OFF, " ");
  return follows ?? nearer(-last(said, words.positive), -last(said, words.negative));
}

/** Places count from the number; infinity is "nowhere". */
function nearer(positive: number, negative: number): "positive" | "negative" | null {
  if (!Number.isFinite(positive) && !Number.isFinite(negative)) return null;
  return positive <= negative ? "positive" : "negative";
}

const first = (text: string, words: RegExp): number =>
  [...text.matchAll(words)][0]?.index ?? Number.POSITIVE_INFINITY;

/** @returns minus infinity when there is none */
const last = (text: string, words: RegExp): number =>
  [...text.matchAll(words)].at(-1)?.index ?? Number.NEGATIVE_INFINITY;

type Written = "-" | "+" | "";

/** Whether a value may be said with this sign among these words. */
export function agreesInSign(written: Written, isNegative: boolean, role: SignRole, clause: Clause): boolean {
  const said = directionIn(clause, role);
  switch (role) {
    case "row":
      if (written !== "") return (written === "-") === isNegative;
      return said === null || (said === "negative") === isNegative;
    case "out":
      // Money that went out may be shown as a negative amount, as banks do.
      if (isNegative) return written === "-";
      return written !== "+" && said !== "negative";
    case "in":
      if (isNegative) return written === "-";
      return written !== "-" && said !== "negative";
    case "change":
    case "balance":
      if (written !== "") return (written === "-") === isNegative;
      return isNegative ? said === "negative" : said !== "negative";
    case "size":
      return (written === "-") === isNegative;
  }
}
